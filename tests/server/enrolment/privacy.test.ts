import '../auth/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fullName } from '$lib/domain/participant';
import type { Database } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { rallies } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { createLog, loggedPath, withoutPersonalData } from '$lib/server/log';
import { seedDemo } from '$lib/server/demo/seed-demo';
import { readList } from '$lib/server/use-cases/exports/export-list';
import { readEnrolment } from '$lib/server/use-cases/enrolment/read-enrolment';
import { sendReferral } from '$lib/server/use-cases/referrals/send-referral';
import { NewReferralForm } from '$lib/server/use-cases/referrals/referral-form';
import { freshDatabase } from '../../databases';

let database: Database;
let rallyId: string;
beforeAll(async () => {
	database = await freshDatabase('pglite');
	({ rallyId } = await seedDemo(database.db, '2027-04-20'));
});
afterAll(() => database.close());

/** What the record of somebody holds that planning, documents and pages by link must not. */
const beyondPlanning = [
	'emergencyPhone',
	'emergencyName',
	'referentPhone',
	'liability',
	'liabilityUntil',
	'diet',
	'language',
	'accessNote',
	'distinctFrom',
	'replacedById'
];

test('what planning, the charter and documents are made from has no contact in case of need, diet or certificate', async () => {
	const { db } = database;
	const rally = (await rallies(db).find(rallyId))!;
	const { participants } = await readDossier(db, rally);
	expect(participants.length).toBeGreaterThan(20);
	for (const person of participants)
		for (const field of beyondPlanning) expect(person).not.toHaveProperty(field);
	expect(JSON.stringify(participants)).not.toMatch(/06 00 00 03|06 00 00 04|Sans porc|Végétarien/);
});

test('without the right, a list has names and half-days, the enrolment page who stands where, and no more', async () => {
	const { db } = database;
	const rally = (await rallies(db).find(rallyId))!;
	const people = await records(db, 'participant').list(rallyId);
	const secrets = people.flatMap(({ phone, email, emergencyPhone, prescriber, diet, language }) =>
		[phone, email, emergencyPhone, prescriber, diet, language].filter(Boolean)
	);
	const without = JSON.stringify([
		await readList(db, rally, 'participants', false, new URLSearchParams()),
		await readEnrolment(db, rally, false)
	]);
	for (const secret of secrets) expect(without).not.toContain(`"${secret}"`);
	expect(without).not.toMatch(/RSA|RQTH|DELD|QPV|SIAE|fauteuil|Femme|CAP/);
	expect(without).toContain(people[0]!.lastName);
	for (const list of ['rappels', 'accords'])
		expect(await readList(db, rally, list, false, new URLSearchParams())).toBeNull();
	const all = JSON.stringify(await readList(db, rally, 'participants', true, new URLSearchParams()));
	expect(all).toContain('RSA');
});

test('a reminder says nothing of anybody’s situation, need or prescriber', async () => {
	const { db } = database;
	const rally = (await rallies(db).find(rallyId))!;
	const people = await records(db, 'participant').list(rallyId);
	const { rows } = (await readList(db, rally, 'rappels', true, new URLSearchParams('quoi=rallye&quand=2')))!;
	expect(rows.length).toBe(people.filter(({ state }) => state === 'confirmed').length);
	for (const [name, , , text] of rows) {
		const person = people.find((one) => fullName(one) === name)!;
		expect(text).not.toContain(person.lastName);
		expect(text).not.toMatch(
			/RSA|RQTH|DELD|QPV|SIAE|handicap|réfugi|fauteuil|mission locale|France Travail/i
		);
	}
});

test('no page by link is in a log, nor what was sent when sending fails', async () => {
	const { db } = database;
	expect(loggedPath('/orientation/secret-token/0b1c')).toBe('/orientation/…/0b1c');
	expect(loggedPath('/mon-rallye/secret-token/accords')).toBe('/mon-rallye/…/accords');
	expect(withoutPersonalData('GET https://x.fr/orientation/secret-token')).not.toContain('secret-token');
	const sent = NewReferralForm.parse({
		firstName: 'Prénom-secret',
		lastName: 'Nom-secret',
		phone: '06 12 34 56 78',
		statuses: ['rsa'],
		agreed: 'on',
		means: 'oral'
	});
	// A row that the database refuses: the error quotes what was being written.
	const problem = await db
		.transaction(async (tx) => {
			await records(tx, 'participant').add({
				...sent,
				rallyId: 'not-an-id',
				organizationId: 'x',
				updatedBy: 'x'
			});
		})
		.catch((thrown: unknown) => thrown);
	expect(problem).toBeInstanceOf(Error);
	let written = '';
	const log = createLog('info', { write: (line: string) => void (written += line) });
	log.error({ err: problem }, 'referral');
	expect(written).not.toMatch(/secret|06 12 34 56 78|rsa/);
	expect(await sendReferral(db, 'inconnu', sent, '192.0.2.1', '2027-05-03')).toMatchObject({ ok: false });
});
