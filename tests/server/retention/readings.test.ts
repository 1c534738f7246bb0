import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '$lib/domain/access';
import { readingOf, readingPages } from '$lib/domain/retention/readings';
import type { Database } from '$lib/server/db/client';
import { addParticipant } from '$lib/server/use-cases/participants/save-participant';
import { printers } from '$lib/server/use-cases/printing/print-paper';
import { noteReading, purgeReadings } from '$lib/server/use-cases/readings/note-reading';
import { readReadings } from '$lib/server/use-cases/readings/read-readings';
import { eraseOnePerson } from '$lib/server/use-cases/retention/erase-person';
import { backends, freshDatabase } from '../../databases';
import * as inputs from '../records/inputs';
import { aStoredRally, claire, value } from '../records/rallies';
import { everythingStored } from '../vault/stored';

const organizer: Actor = {
	...{ userId: 'claire', name: 'Claire', email: 'claire@exemple.fr' },
	memberships: [{ organizationId: 'mife', organizationName: 'MIFE', network: 'mife', role: 'organizer' }]
};
const reader: Actor = { ...organizer, memberships: [{ ...organizer.memberships[0]!, role: 'reader' }] };
const RECORD = '/(organizer)/rallyes/[rally]/participants/[participant]';

test('every page that is noted exists', () => {
	const routes = readdirSync('src/routes/(organizer)', { recursive: true, withFileTypes: true })
		.filter(({ name }) => /^\+(page|server)/.test(name))
		.map(({ parentPath }) => parentPath.replace('src/routes/(organizer)', ''));
	for (const page of Object.keys(readingPages)) expect(routes).toContain(page);
});

test('a file without anybody’s secrets is not a reading', () => {
	const files = '/(organizer)/rallyes/[rally]/exports/[file]';
	expect(readingOf(files, { file: 'entreprises.csv' })).toBeNull();
	expect(readingOf(files, { file: 'participants.xlsx' })).toMatchObject({ file: 'participants.xlsx' });
	expect(readingOf('/(organizer)/rallyes/[rally]/entreprises', {})).toBeNull();
	expect(readingOf(null, {})).toBeNull();
});

test('every paper of the plan is a reading, or says nobody’s name', () => {
	const papers = '/(organizer)/rallyes/[rally]/documents/[paper]';
	const named = Object.keys(printers).filter((paper) => readingOf(papers, { paper }) !== null);
	const without = Object.keys(printers).filter((paper) => !named.includes(paper));
	expect(without.sort()).toEqual(['affichettes', 'carnets-de-bord', 'fiches-accueil', 'ordres-de-mission', 'tableau']); // prettier-ignore
	expect(readingOf(papers, { paper: 'badges' })).toMatchObject({ page: '/rallyes/[rally]/documents/[paper]', file: 'badges' }); // prettier-ignore
});

describe.each(backends)('%s', (backend) => {
	let database: Database;
	beforeAll(async () => void (database = await freshDatabase(backend)));
	afterAll(() => database.close());

	test('noted once an hour, for who sees what is private; forgotten with the person, and after a year', async () => {
		const { db } = database;
		const rally = await aStoredRally(db);
		const { id } = value(
			await addParticipant(
				db,
				rally,
				inputs.participant({ firstName: 'Perle', lastName: 'Quintard' }),
				claire
			)
		);
		const open = (actor: Actor | null, at: string) =>
			noteReading(db, { actor, rally }, { id: RECORD, params: { participant: id } }, new Date(at));
		await open(reader, '2027-06-20T10:00:00Z');
		await open(null, '2027-06-20T10:00:00Z');
		expect(await readReadings(db, 'mife')).toEqual([]);
		for (const at of ['10:00', '10:59', '11:00']) await open(organizer, `2027-06-20T${at}:00Z`);
		const noted = { by: 'Claire', person: 'Perle Quintard', says: 'Fiche d’une personne', rally: 'Rallye' };
		expect(await readReadings(db, 'mife')).toMatchObject([noted, noted]);
		expect(await readReadings(db, 'another')).toEqual([]);

		value(await eraseOnePerson(db, rally, id, claire, new Date('2027-07-01T10:00:00Z')));
		expect(await readReadings(db, 'mife')).toMatchObject([{ person: null }, { person: null }]);
		const left = await everythingStored(database, { opened: true });
		expect(left.filter(({ text }) => /quintard/i.test(text) || text.includes(id))).toEqual([]);

		await purgeReadings(db, new Date('2028-06-20T10:30:00Z'));
		expect(await readReadings(db, 'mife')).toHaveLength(1);
	});
});
