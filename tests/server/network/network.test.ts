import '../auth/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '$lib/domain/access';
import { known } from '$lib/domain/figures/measured';
import { programmeOf } from '$lib/domain/formats';
import { defaultSettings } from '$lib/domain/rally';
import type { Database } from '$lib/server/db/client';
import { network } from '$lib/server/db/repositories/network';
import { rallies } from '$lib/server/db/repositories/rallies';
import { bilan, organization, participant } from '$lib/server/db/schema';
import { readBoard } from '$lib/server/use-cases/network/read-board';
import {
	readCompliance,
	readRallyCompliance,
	scoreAsFederation
} from '$lib/server/use-cases/network/read-compliance';
import { exportNetwork } from '$lib/server/use-cases/network/export-network';
import { readIndicators, saveIndicators } from '$lib/server/use-cases/network/indicators';
import { decideTool, proposeTool, readLibrary, readToolAs } from '$lib/server/use-cases/network/library';
import { noteAttendance, readMeeting } from '$lib/server/use-cases/network/meetings';
import { closeCampaign, openCampaign, readCampaign, saveCampaign } from '$lib/server/use-cases/network/run-campaign'; // prettier-ignore
import { readYearTable } from '$lib/server/use-cases/network/read-table';
import { addNetworkRecord, saveNetworkRecord } from '$lib/server/use-cases/network/save-network-record';
import { addTerritory, decideRight, readStanding, readStandings, RightForm } from '$lib/server/use-cases/network/standing'; // prettier-ignore
import { aSentBilan, someFigures } from '../../domain/network/builders';
import { backends, freshDatabase } from '../../databases';

const today = '2027-10-01';
const sasha = { name: 'Sasha' };
const actor = (organizationId: string, role: Actor['memberships'][number]['role'] = 'organizer'): Actor => ({
	userId: 'u',
	name: 'Claire',
	email: 'claire@exemple.fr',
	memberships: [{ organizationId, organizationName: organizationId, network: 'mife', role }]
});
const asked = (query = '') => new URLSearchParams(query);

describe.each(backends)('on %s', (kind) => {
	let database: Database;
	let blue: string;
	let silent: string;
	beforeAll(async () => {
		database = await freshDatabase(kind);
		const { db } = database;
		await db.insert(organization).values([
			{ id: 'federation', name: 'Fédération', slug: 'federation', network: 'federation' },
			{ id: 'blue', name: '=Bleue', slug: 'blue', network: 'mife' },
			{ id: 'red', name: 'Rouge', slug: 'red', network: 'crepi' }
		]);
		const open = async (organizationId: string, title: string, first: string) => {
			const rally = await rallies(db).add({
				organizationId,
				title,
				department: '07',
				programme: programmeOf('two', first),
				settings: defaultSettings,
				charterVersion: '2018',
				updatedBy: 'test'
			});
			return rally.id;
		};
		blue = await open('blue', 'Rallye bleu', '2027-06-08');
		silent = await open('red', 'Rallye rouge', '2027-09-07');
		await open('red', 'Rallye passé', '2026-09-07');
		const person = (state: 'confirmed' | 'waiting') => ({ organizationId: 'blue', rallyId: blue, firstName: 'A', lastName: 'B', state, updatedBy: 'test' }); // prettier-ignore
		await db.insert(participant).values([person('confirmed'), person('confirmed'), person('waiting')]);
		const row = { organizationId: 'blue', rallyId: blue, updatedBy: 'test' };
		const figures = someFigures({ participants: { planned: known(18), done: known(16) } });
		await db.insert(bilan).values([
			{
				...row,
				recipient: 'federation',
				state: 'sent',
				sent: aSentBilan({ figures }),
				sentOn: new Date('2027-07-01')
			},
			// Another recipient's, and one that is not sent: neither is for the federation to read.
			{ ...row, recipient: 'ansa', state: 'sent', sent: aSentBilan(), sentOn: new Date('2027-07-01') },
			{
				organizationId: 'red',
				rallyId: silent,
				updatedBy: 'test',
				recipient: 'federation',
				narrative: { x: 'brouillon' }
			}
		]);
	});
	afterAll(() => database.close());

	test('the board counts people and companies, and says where bilans are', async () => {
		const { page, years, all } = await readBoard(database.db, asked(), today);
		expect([all, years]).toEqual([3, [2027, 2026]]);
		expect(
			page.rows.map((row) => [row.title, row.participants, row.bilan?.state ?? null, row.dates])
		).toEqual([
			['Rallye rouge', 0, 'to-complete', 'over'],
			['Rallye bleu', 2, 'sent', 'over'],
			['Rallye passé', 0, null, 'over']
		]);
		const none = await readBoard(database.db, asked('bilan=none&annee=2027'), today);
		expect(none.page.rows.map(({ title }) => title)).toEqual(['Rallye rouge']);
	});

	test('only what was sent to the federation is read', async () => {
		const received = await network(database.db).received();
		expect(received.map(({ rallyId, state }) => [rallyId, state])).toEqual([[blue, 'sent']]);
		expect(await network(database.db).received({ year: 2026 })).toEqual([]);
		expect((await network(database.db).grids()).map(({ grid }) => grid.length)).toEqual([19]);
	});

	test('the year’s table keeps planned and done apart', async () => {
		const { tables, year } = await readYearTable(database.db, null, 2027);
		expect(year).toBe(2027);
		expect(tables.done.total.people).toEqual({ total: known(16), answered: 1, asked: 2 });
		expect(tables.planned.total.people.total).toEqual(known(18));
		expect(tables.done.total.structures.total).toEqual(known(2));
	});

	test('grids are compared row by row, and a rally without one says so', async () => {
		const { counts, shown } = await readCompliance(database.db, 2027, 'own', 1);
		expect(counts!.days).toMatchObject({ '3': 1, none: 0 });
		expect(shown.rows.map(({ title }) => title)).toEqual(['Rallye bleu']);
		expect((await readRallyCompliance(database.db, silent))!.received).toBeNull();
		expect(await readRallyCompliance(database.db, crypto.randomUUID())).toBeNull();
	});

	test('the federation scores beside the organiser, and two of its members do not overwrite each other', async () => {
		const { db } = database;
		const line = { principle: 'days' as const, version: 0, level: '2' as const, comment: 'Un jour de moins', was: null, said: '' }; // prettier-ignore
		expect(await scoreAsFederation(db, blue, [line], sasha)).toEqual({ saved: 1, clashes: [] });
		const late = await scoreAsFederation(db, blue, [{ ...line, level: '4' }], { name: 'Alix' });
		expect(late).toMatchObject({
			saved: 0,
			clashes: [{ principle: 'days', theirs: { level: '2', by: 'Sasha' } }]
		});
		const { rows } = (await readRallyCompliance(db, blue))!;
		expect(rows.find(({ principle }) => principle === 'days')).toMatchObject({ proposed: '4', own: '3', federation: '2', version: 1 }); // prettier-ignore
		expect((await readCompliance(db, 2027, 'federation', 1)).counts!.days).toMatchObject({ '2': 1, '3': 0 });
		expect((await readCompliance(db, 2027, 'own', 1)).counts!.days).toMatchObject({ '3': 1 });
		expect(await scoreAsFederation(db, crypto.randomUUID(), [line], sasha)).toBeNull();
	});

	test('a list taken away calculates nothing', async () => {
		const csv = new TextDecoder().decode(
			(await exportNetwork(database.db, 'rallyes', 'csv', asked(), today))!
		);
		expect(csv).toContain("'=Bleue");
		expect(csv).not.toMatch(/;=/);
		expect(await exportNetwork(database.db, 'constructor', 'csv', asked(), today)).toBeNull();
	});

	test('a campaign: one a year, saved once, closed and opened again', async () => {
		const { db } = database;
		const input = { year: 2027, opensOn: '2027-06-01', dueOn: '2027-09-30', message: 'Merci' };
		const opened = await openCampaign(db, 'federation', input, sasha);
		if (!opened.ok) throw new Error(opened.error.code);
		expect(await openCampaign(db, 'federation', input, sasha)).toMatchObject({
			error: { code: 'year-taken' }
		});
		expect(await saveCampaign(db, opened.value, 1, { ...input, message: 'Un' }, sasha)).toMatchObject({
			ok: true
		});
		expect(await saveCampaign(db, opened.value, 1, { ...input, message: 'Deux' }, sasha)).toMatchObject({
			error: { code: 'edited-meanwhile', by: 'Sasha', current: { message: 'Un' } }
		});
		const read = (await readCampaign(db, opened.value, today))!;
		expect(read.counts).toEqual({ expected: 2, awaited: 1, received: 1, 'to-fix': 0, validated: 0 });
		expect(read.reminders.map(({ organization }) => organization)).toEqual(['Rouge']);
		await closeCampaign(db, opened.value, true, sasha);
		expect((await readCampaign(db, opened.value, today))!.campaign.state).toBe('closed');
		await closeCampaign(db, opened.value, false, sasha);
		expect((await readCampaign(db, opened.value, today))!.campaign.state).toBe('late');
	});

	test('the right to the name keeps its history; a refusal wants a reason', async () => {
		const { db } = database;
		const decide = (state: 'granted' | 'suspended', heldFrom: string, reason = '') =>
			decideRight(db, 'blue', { state, heldFrom, reason }, sasha);
		await decide('granted', '2027-01-01');
		await decide('suspended', '2027-09-01', 'Un autre logo');
		const standing = (await readStanding(db, 'blue', today))!;
		expect(standing.right).toMatchObject({ state: 'suspended', by: 'Sasha' });
		expect(standing.history.map(({ state }) => state)).toEqual(['suspended', 'granted']);
		expect(RightForm.safeParse({ state: 'withdrawn', heldFrom: '2027-01-01', reason: ' ' }).success).toBe(
			false
		);
		expect(await decideRight(db, 'federation', { state: 'granted', heldFrom: today, reason: '' }, sasha)).toMatchObject({ ok: false }); // prettier-ignore
	});

	test('a territory covered by a CREPI is told', async () => {
		const { db } = database;
		expect(await addTerritory(db, 'red', 'ardeche', sasha)).toMatchObject({ ok: true, value: 'Ardèche' });
		expect(await addTerritory(db, 'blue', '07200 Aubenas', sasha)).toMatchObject({
			ok: true,
			value: 'Aubenas'
		});
		expect(await addTerritory(db, 'blue', 'nulle part', sasha)).toMatchObject({
			error: { code: 'unknown-place' }
		});
		const { overlaps } = (await readStanding(db, 'blue', today))!;
		expect(overlaps.map((one) => [one.with.network, one.name])).toEqual([['crepi', 'Aubenas']]);
		expect((await readStandings(db, today)).map(({ id }) => id)).toEqual(['blue', 'red']);
	});

	test('a meeting notes organisations, and only those that exist', async () => {
		const { db } = database;
		const id = await addNetworkRecord(
			db,
			'meeting',
			'federation',
			{ title: 'Rencontre', heldOn: today },
			sasha
		);
		expect(await noteAttendance(db, id, ['blue', 'blue', 'x', 'federation'])).toMatchObject({ value: 1 });
		expect((await readMeeting(db, id))!.organizations.filter(({ came }) => came).map((one) => one.id)).toEqual(['blue']); // prettier-ignore
		expect((await readStanding(db, 'blue', today))!.meetings).toHaveLength(1);
		expect(await noteAttendance(db, crypto.randomUUID(), [])).toMatchObject({ ok: false });
		const saved = await saveNetworkRecord(db, 'meeting', id, 1, { title: 'A' }, sasha);
		expect(saved.ok).toBe(true);
		expect(await saveNetworkRecord(db, 'meeting', id, 1, { title: 'B' }, sasha)).toMatchObject({
			error: { code: 'edited-meanwhile', current: { title: 'A' } }
		});
	});

	test('a tool is read by its own organisation until the federation publishes it', async () => {
		const { db } = database;
		const values = { title: 'Jeu', kind: 'game' as const, body: 'La règle', licence: 'CC BY' };
		expect(await proposeTool(db, { ...values, organizationId: 'red' }, actor('blue'))).toMatchObject({
			ok: false
		});
		const proposed = await proposeTool(db, { ...values, organizationId: 'blue' }, actor('blue'));
		if (!proposed.ok) throw new Error(proposed.error.code);
		expect(await readToolAs(db, actor('red'), proposed.value)).toBeNull();
		expect((await readLibrary(db, actor('blue', 'reader'), '')).proposed).toHaveLength(1);
		await decideTool(db, proposed.value, 'published', actor('federation'));
		const read = await readToolAs(db, actor('red'), proposed.value);
		expect(read).toMatchObject({ organization: '=Bleue', state: 'published' });
		expect(JSON.stringify(read)).not.toContain('Claire');
		expect((await readLibrary(db, actor('red'), 'règle')).published).toHaveLength(1);
	});

	test('the figures wanted in a bilan are chosen once at a time', async () => {
		const { db } = database;
		expect((await readIndicators(db)).version).toBe(0);
		const save = (version: number) =>
			saveIndicators(db, 'federation', { version, mandatory: ['visits'] }, sasha);
		expect(await save(0)).toMatchObject({ ok: true });
		expect(await save(0)).toMatchObject({ error: { code: 'edited-meanwhile' } });
		expect(await save(1)).toMatchObject({ ok: true });
		expect(await readIndicators(db)).toMatchObject({ version: 2, mandatory: ['visits'] });
	});
});
