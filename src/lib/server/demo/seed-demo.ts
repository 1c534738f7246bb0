import type { Actor } from '$lib/domain/access';
import { accompanistName } from '$lib/domain/accompanist';
import { addDays, type IsoDate } from '$lib/domain/calendar';
import { programmeOf } from '$lib/domain/formats';
import { defaultSettings, type Place } from '$lib/domain/rally';
import type { Db } from '../db/client';
import { rallies } from '../db/repositories/rallies';
import { seedOrganization } from '../use-cases/accounts/seed-organization';
import { addCompany } from '../use-cases/companies/save-company';
import { CompanyForm } from '../use-cases/companies/company-form';
import { openRally } from '../use-cases/rallies/open-rally';
import { saveRally } from '../use-cases/rallies/save-rally';
import { addRecord } from '../use-cases/records/edit-record';
import { seedClosing } from './closing';
import { seedLogos } from './logos';
import { demoCompanies } from './companies';
import { seedEnrolment } from './enrolment';
import { demoProspects, seedMobilisation } from './mobilisation';
import { demoAccompanists, demoOthers, demoParticipants, demoPartners, demoVehicles } from './people';
import { seedPreparation } from './preparation';

export const DEMO_PASSWORD = 'rallye-de-demonstration';

/** Who can sign in to the demonstration, all with `DEMO_PASSWORD`. */
export const demoAccounts = [
	{
		name: 'Camille Organise',
		email: 'organisation@demo.example',
		role: 'administrator',
		says: 'prépare le rallye'
	},
	{ name: 'Dominique Lit', email: 'lecture@demo.example', role: 'reader', says: 'voit sans modifier' }
] as const;

const place = (label: string, address: string, latitude: number, longitude: number): Place => ({
	label,
	address,
	postcode: '07200',
	commune: 'Aubenas',
	position: { lat: latitude, lon: longitude },
	precision: 'pin'
});

/** The Tuesday that comes six weeks after `today`: far enough to be prepared, always ahead. */
export function demoDate(today: IsoDate): IsoDate {
	const later = addDays(today, 42);
	const weekday = new Date(`${later}T00:00:00Z`).getUTCDay();
	return addDays(later, (2 - weekday + 7) % 7);
}

export interface SeededDemo {
	organizationId: string;
	rallyId: string;
	/** Who prepared it. */
	actor: Actor;
}

/** Writes the demonstration: one organisation, its accounts and one rally around Aubenas, all invented. */
export async function seedDemo(db: Db, today: IsoDate): Promise<SeededDemo> {
	const [first, ...others] = demoAccounts.map(({ name, email, role }) => ({
		name,
		email,
		role,
		password: DEMO_PASSWORD
	}));
	const name = 'MIFE des Trois Rivières (structure inventée)';
	const { organizationId, userIds } = await seedOrganization(db, { name, network: 'mife' }, [
		{ ...first!, role: 'administrator' },
		...others
	]);
	const editor = {
		userId: userIds[0]!,
		name: first!.name,
		email: first!.email,
		memberships: [
			{ organizationId, organizationName: name, network: 'mife' as const, role: 'administrator' as const }
		]
	};

	const date = demoDate(today);
	const identity = {
		title: 'Rallye pour l’emploi du bassin d’Aubenas',
		edition: 2,
		territory: 'Bassin d’Aubenas',
		department: '07'
	};
	const opened = await openRally(db, { ...identity, organizationId, first: date, format: 'three' }, editor);
	if (!opened.ok) throw new Error(opened.error.code);
	const rallyId = opened.value;

	const programme = programmeOf('three', date);
	const saved = await saveRally(
		db,
		(await rallies(db).find(rallyId))!,
		{
			...identity,
			version: 1,
			programme,
			meetingPoint: place('Pôle de services (lieu inventé)', '10 avenue des Ferrières', 44.6142, 4.3929),
			closing: {
				date: programme[2]!.date,
				start: 16 * 60,
				place: place('Salle des Carmes (lieu inventé)', '1 place des Carmes', 44.6196, 4.3915)
			},
			contactName: 'Camille Organise',
			contactPhone: '04 75 00 00 01',
			settings: { ...defaultSettings, minSectors: 5 }
		},
		editor
	);
	if (!saved.ok) throw new Error(saved.error.code);

	const rally = (await rallies(db).find(rallyId))!;
	const companyIds = new Map<string, string>();
	for (const { offers, ...company } of [...demoCompanies, ...demoProspects]) {
		const slots = offers.map(([day, [from, to]]) => ({ date: programme[day]!.date, from, to }));
		const blank = CompanyForm.parse({
			name: company.name,
			sector: company.sector,
			kind: 'private',
			state: 'confirmed',
			teamsAtOnce: '1',
			peopleAtOnce: '8',
			visitsMin: '1',
			visitsMax: '6',
			turnaroundMinutes: '0'
		});
		const added = await addCompany(db, rally, { ...blank, ...company, slots }, editor);
		if (!added.ok) throw new Error(added.error.code);
		companyIds.set(company.name, added.value.id);
	}
	for (const person of [
		...demoParticipants,
		...demoOthers.map((one) => ({ ...one, statuses: [...one.statuses] }))
	])
		await addRecord(db, 'participant', rally, person, editor);
	const declared = (by: string, until: string | null = null) => ({ until, by, on: today });
	for (const vehicle of demoVehicles) {
		const by = 'ownerName' in vehicle ? vehicle.ownerName : editor.name;
		// One car has yet to show its technical control: the list of vehicles says so.
		const inspection = vehicle.name === 'Break de Sandrine' ? null : declared(by, addDays(date, 300));
		const insurance = declared(by, addDays(date, 120));
		await addRecord(db, 'vehicle', rally, { ...vehicle, insurance, inspection }, editor);
	}
	for (const accompanist of demoAccompanists) {
		await addRecord(
			db,
			'accompanist',
			rally,
			{
				...accompanist,
				licence: declared(accompanistName(accompanist)),
				employerCompanyId: companyIds.get(accompanist.employer) ?? null
			},
			editor
		);
	}
	for (const partner of demoPartners)
		await addRecord(db, 'partner', rally, { ...partner, roles: [...partner.roles] }, editor);
	await seedEnrolment(db, rally, editor, today);
	await seedMobilisation(db, rally, companyIds, editor, today);
	await seedPreparation(db, rally, editor, today);
	await seedClosing(db, rally, editor);
	await seedLogos(db, rally, editor);
	return { organizationId, rallyId, actor: editor };
}
