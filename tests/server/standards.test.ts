import './auth/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Db } from '$lib/server/db/client';
import { organizations } from '$lib/server/db/repositories/organizations';
import { records } from '$lib/server/db/repositories/records';
import { saveOrganization } from '$lib/server/use-cases/accounts/save-organization';
import { CompanyForm } from '$lib/server/use-cases/companies/company-form';
import { hoursOf, slotsOutside, visitsOutsideHours } from '$lib/server/use-cases/companies/opening-hours';
import { addCompany } from '$lib/server/use-cases/companies/save-company';
import { exportList } from '$lib/server/use-cases/exports/export-list';
import { addPartner } from '$lib/server/use-cases/partners/save-partner';
import { aCompany, aTeam } from '../builders';
import { backends, freshDatabase } from '../databases';
import * as inputs from './records/inputs';
import { aStoredRally, claire, value } from './records/rallies';

/** The form of a company, with what these fields are given. */
const read = (typed: object) =>
	CompanyForm.safeParse({
		name: 'Le Four',
		sector: 'retail',
		kind: 'private',
		state: 'confirmed',
		teamsAtOnce: '1',
		peopleAtOnce: '8',
		visitsMin: '1',
		visitsMax: '6',
		turnaroundMinutes: '0',
		...typed
	});
const faults = (typed: object) =>
	(read(typed).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('the form of a company', () => {
	test('reads what people type into the standards', () => {
		expect(
			read({
				romeCodes: 'boulanger, D1104',
				openingHours: 'du mardi au samedi 7h-13h',
				acceslibre: 'acceslibre.beta.gouv.fr/app/07-aubenas/a/boulangerie/erp/le-four/?x=1'
			}).data
		).toMatchObject({
			romeCodes: ['D1102', 'D1104'],
			openingHours: 'Tu-Sa 07:00-13:00',
			acceslibre: 'https://acceslibre.beta.gouv.fr/app/07-aubenas/a/boulangerie/erp/le-four/'
		});
		expect(read({}).data).toMatchObject({ romeCodes: [], openingHours: '', acceslibre: '' });
	});

	test('says at each field what cannot be read', () => {
		const said = faults({ romeCodes: 'magicien', openingHours: 'bof', acceslibre: 'https://exemple.fr/a' });
		expect(said).toHaveLength(3);
		expect(said.join('\n')).toMatch(/magicien.*\n.*ne se lisent pas.*\n.*acceslibre\.beta\.gouv\.fr/);
		expect(faults({ romeCodes: Array.from({ length: 11 }, (_, i) => `A12${10 + i}`).join() })).toHaveLength(1); // prettier-ignore
	});
});

test('slots and visits outside the hours are told, never refused', () => {
	const company = aCompany({ name: 'Le Four', openingHours: 'Tu-Sa 09:00-13:00' });
	const visit = { companyId: company.id, date: '2027-06-08', start: 480, end: 540 };
	expect(slotsOutside(company)).toBe(2);
	expect(hoursOf(company)!.outside).toHaveLength(2);
	expect(hoursOf(aCompany())).toBeNull();
	const teams = [aTeam({ visits: [visit] }), aTeam({ visits: [visit] })];
	const told = visitsOutsideHours([company, aCompany()], { teams }).map((one) => one.replace(/[\u00a0\u202f]/g, ' ')); // prettier-ignore
	// Once, though two teams come together.
	expect(told).toEqual(['Le Four : mardi 8 juin de 8 h à 9 h, alors qu’elle ouvre de 9 h à 13 h']);
	expect(visitsOutsideHours([company], { teams: [aTeam({ visits: [{ ...visit, start: 600, end: 660 }] })] })).toEqual([]); // prettier-ignore
});

describe.each(backends)('%s', (backend) => {
	let database: Database;
	let db: Db;
	beforeAll(async () => {
		database = await freshDatabase(backend);
		db = database.db;
	});
	afterAll(() => database.close());

	test('they are kept, and leave with the lists under the names the standards have', async () => {
		const rally = await aStoredRally(db, crypto.randomUUID());
		const typed = { romeCodes: ['D1102', 'N9999'], openingHours: 'Mo-Fr 08:00-12:00', acceslibre: '' };
		value(await addCompany(db, rally, inputs.company(typed), claire));
		expect((await records(db, 'company').list(rally.id))[0]).toMatchObject(typed);
		await addPartner(db, rally, inputs.partner({ carrierNetworks: ['coorace', 'crepi'] }), claire);
		const json = async (list: string) =>
			JSON.parse(new TextDecoder().decode((await exportList(db, rally, list, 'json', true))!)) as Record<string, string>[]; // prettier-ignore
		expect((await json('entreprises'))[0]).toMatchObject({
			'Codes ROME des métiers montrés': 'D1102 ; N9999',
			'Horaires d’ouverture': 'Mo-Fr 08:00-12:00'
		});
		expect((await json('partenaires'))[0]).toMatchObject({
			'Réseaux porteurs': 'Fédération COORACE ; CREPI',
			reseaux_porteurs: 'coorace ; crepi'
		});
		const name = 'MIFE';
		value(await saveOrganization(db, rally.organizationId, { name, network: 'mife', carrierNetworks: ['siae'] })); // prettier-ignore
		expect(await organizations(db).find(rally.organizationId)).toMatchObject({ name, carrierNetworks: ['siae'] }); // prettier-ignore
	});
});
