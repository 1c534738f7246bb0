import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentScores } from '$lib/domain/fidelity/grid';
import { principleKeys } from '$lib/domain/fidelity/principles';
import type { Database } from '$lib/server/db/client';
import type { StoredRally } from '$lib/server/db/repositories/rallies';
import { derogations } from '$lib/server/db/repositories/publications';
import { readGrid } from '$lib/server/use-cases/fidelity/read-grid';
import { scoreGrid, type GridLine } from '$lib/server/use-cases/fidelity/score-grid';
import { plans } from '$lib/server/db/repositories/plans';
import { aPlan } from '../../builders';
import { backends, freshDatabase } from '../../databases';
import { aStoredRally, claire, driss } from '../records/rallies';

const now = new Date('2027-05-01T08:00:00Z');
const line = (difference: Partial<GridLine> & Pick<GridLine, 'principle'>): GridLine => ({
	version: 0,
	level: null,
	comment: '',
	was: null,
	said: '',
	...difference
});

describe.each(backends)('%s', (backend) => {
	let database: Database;
	let rally: StoredRally;
	beforeAll(async () => {
		database = await freshDatabase(backend);
		rally = await aStoredRally(database.db);
	});
	afterAll(() => database.close());
	const grid = async () => readGrid(database.db, rally, now);
	const row = async (principle: string) => (await grid()).find((one) => one.principle === principle)!;

	test('nineteen rows in order, proposed before anybody answers', async () => {
		const rows = await grid();
		expect(rows.map(({ principle }) => principle)).toEqual(principleKeys);
		expect(rows.find(({ principle }) => principle === 'days')).toMatchObject({ proposed: '4', own: null });
		expect(rows.every(({ own, federation, comment }) => !own && !federation && !comment)).toBe(true);
	});

	test('an answer stands beside the proposal and never replaces it, whichever side gives it', async () => {
		await scoreGrid(
			database.db,
			rally,
			'organizer',
			[line({ principle: 'days', level: '2', comment: 'Un jour perdu' })],
			claire
		);
		await scoreGrid(database.db, rally, 'federation', [line({ principle: 'days', level: '3' })], driss);
		expect(await row('days')).toMatchObject({
			proposed: '4',
			own: '2',
			federation: '3',
			comment: 'Un jour perdu',
			scores: { organizer: { by: 'Claire', version: 1 }, federation: { by: 'Driss', version: 1 } }
		});
		expect(sentScores(await grid()).find(({ principle }) => principle === 'days')).toEqual({
			principle: 'days',
			proposed: '4',
			own: '2',
			comment: 'Un jour perdu'
		});
	});

	test('two people at once: the rows that differ show both, the others are saved', async () => {
		const opened = line({ principle: 'mix', level: '4' });
		await scoreGrid(database.db, rally, 'organizer', [opened], driss);
		const late = await scoreGrid(
			database.db,
			rally,
			'organizer',
			[line({ principle: 'mix', level: '1', comment: 'Non' }), line({ principle: 'vehicle', level: '3' })],
			claire
		);
		expect(late.saved).toBe(1);
		expect(late.clashes).toMatchObject([
			{
				principle: 'mix',
				mine: { level: '1', comment: 'Non' },
				theirs: { level: '4', by: 'Driss', version: 1 }
			}
		]);
		expect((await row('mix')).own).toBe('4');
		// Knowing theirs, mine is kept.
		const again = line({ principle: 'mix', level: '1', was: '4', version: 1 });
		expect(await scoreGrid(database.db, rally, 'organizer', [again], claire)).toEqual({
			saved: 1,
			clashes: []
		});
		expect(await row('mix')).toMatchObject({ own: '1', scores: { organizer: { version: 2 } } });
	});

	test('a row left as it was opened is nobody’s change', async () => {
		await scoreGrid(database.db, rally, 'organizer', [line({ principle: 'closing', level: '2' })], driss);
		expect(
			await scoreGrid(database.db, rally, 'organizer', [line({ principle: 'closing' })], claire)
		).toEqual({ saved: 0, clashes: [] });
		expect((await row('closing')).own).toBe('2');
	});

	test('an answer is taken back, and another rally has none of it', async () => {
		await scoreGrid(
			database.db,
			rally,
			'organizer',
			[line({ principle: 'closing', was: '2', version: 1 })],
			claire
		);
		expect((await row('closing')).own).toBeNull();
		const other = await aStoredRally(database.db, 'siae');
		expect((await readGrid(database.db, other, now)).every(({ own }) => own === null)).toBe(true);
	});

	test('a derogation stands beside the row of its rule until it is withdrawn', async () => {
		const { id: _id, teams: _teams, ...plan } = aPlan({ rallyId: rally.id });
		const { organizationId } = rally;
		const saved = await database.db.transaction((tx) =>
			plans(tx).add({ ...plan, organizationId, problem: {} as never, teams: [] })
		);
		const written = await derogations(database.db).add({
			...{ organizationId: rally.organizationId, rallyId: rally.id, planId: saved.id, number: saved.number },
			...{ kind: 'rule', subject: 'R05', covers: ['32 inscrits'], reason: 'Deux fratries', by: 'Claire' }
		});
		expect((await row('participants')).derogations).toMatchObject([
			{ reason: 'Deux fratries', by: 'Claire' }
		]);
		expect((await row('days')).derogations).toEqual([]);
		await derogations(database.db).withdraw(rally.id, written!.id, 'Driss');
		expect((await row('participants')).derogations).toEqual([]);
	});
});
