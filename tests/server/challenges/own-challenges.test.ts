import '../auth/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stopKey } from '$lib/domain/day/event';
import type { Plan } from '$lib/domain/plan';
import type { Database, Db } from '$lib/server/db/client';
import { chosenChallenges } from '$lib/server/db/repositories/chosen-challenges';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { ChallengeForm } from '$lib/server/use-cases/challenges/challenge-form';
import { giveAsOrganizer } from '$lib/server/use-cases/challenges/give-as-organizer';
import { givenChallenges, readChallenges } from '$lib/server/use-cases/challenges/read-challenges';
import { readScores } from '$lib/server/use-cases/challenges/read-scores';
import {
	addChallenge,
	saveChallenge,
	takeUpChallenge
} from '$lib/server/use-cases/challenges/save-challenge';
import { readPhone } from '$lib/server/use-cases/day/read-phone';
import { copyRally } from '$lib/server/use-cases/rallies/copy-rally';
import { archiveRecord, undoChange } from '$lib/server/use-cases/records/edit-record';
import { backends, freshDatabase } from '../../databases';
import { aPhone, publishedRally } from '../day/rallies';
import { claire, driss, value } from '../records/rallies';

const tower = { kind: 'observation', scope: 'visit', name: 'La plus haute étagère', text: 'Estimez sa hauteur.', points: 4 } as const; // prettier-ignore

describe.each(backends)('%s', (kind) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;
	let plan: Plan;
	let token: (letter: string) => string;
	let noon: Date;
	let date: string;
	let id: string;
	beforeAll(async () => {
		database = await freshDatabase(kind);
		db = database.db;
		({ rally, plan, token } = await publishedRally(db));
		date = plan.teams[0]!.visits[0]!.date;
		noon = new Date(`${date}T12:00:00+01:00`);
		({ id } = await addChallenge(db, rally, tower, claire));
	}, 60_000);
	afterAll(() => database.close());

	test('a challenge that was written is played at once: phone, bounds, board, organiser', async () => {
		const read = value(await readPhone(db, token('A'), '192.0.2.1', null, noon));
		expect(read.day!.challenges).toEqual([{ id, kind: 'observation', scope: 'visit', title: tower.name, text: tower.text, points: 4 }]); // prettier-ignore
		const stop = stopKey(date, plan.teams[0]!.visits[0]!.companyId);
		const phone = aPhone(db, token('A'));
		const points = (points: number) => phone.say({ kind: 'points', challenge: id, stop, points }, noon);
		const { acknowledged } = value(await phone.send([points(3), points(5)], noon));
		expect(acknowledged.map(({ state }) => state)).toEqual(['accepted', 'refused']);
		const give = (points: number, challenge = id) => giveAsOrganizer(db, rally, { team: 'B', challenge, points }, claire, noon); // prettier-ignore
		value(await give(4));
		expect(await give(5)).toMatchObject({ error: { code: 'too-high' } });
		expect(await give(1, 'q-quiz')).toMatchObject({ error: { code: 'not-played' } });
		const { teams } = await readScores(db, rally);
		expect(teams.slice(0, 2)).toMatchObject([
			{ team: 'B', total: 4 },
			{ team: 'A', total: 3 }
		]);
	});

	test('two people who change it at once lose nothing of each other', async () => {
		value(await saveChallenge(db, rally, id, { ...tower, name: 'La plus haute', version: 1 }, claire));
		expect(await saveChallenge(db, rally, id, { ...tower, points: 2, version: 1 }, driss)).toMatchObject({
			error: { code: 'edited-meanwhile', by: 'Claire' }
		});
	});

	test('taken away it is played no more, but what a phone said of it is taken; put back, it counts', async () => {
		const { change } = value(await archiveRecord(db, 'challenge', rally, id, claire));
		expect(await givenChallenges(db, rally.id)).toEqual([]);
		const phone = aPhone(db, token('C'));
		const late = phone.say({ kind: 'points', challenge: id, stop: null, points: 2 }, noon);
		expect(value(await phone.send([late], noon)).acknowledged[0]!.state).toBe('accepted');
		value(await undoChange(db, rally, change, claire));
		expect((await readScores(db, rally)).teams.find(({ team }) => team === 'C')!.total).toBe(2);
	});

	test('it is offered to the organisation’s other rallies, comes along with a copy, and to nobody else', async () => {
		const copied = await copyRally(db, rally, { title: 'Suivant', edition: rally.edition + 1, first: '2028-03-07' }, claire); // prettier-ignore
		const here = await readChallenges(db, { id: copied.id, organizationId: rally.organizationId });
		expect(here.own.map(({ title }) => title)).toEqual(['La plus haute']);
		expect(here.chosen).toContain(here.own[0]!.id);
		// The same words are there already.
		expect(here.elsewhere).toEqual([]);

		await addChallenge(db, rally, { ...tower, name: 'Le quai' }, claire);
		const other = { id: copied.id, organizationId: rally.organizationId };
		const [offered, ...more] = (await readChallenges(db, other)).elsewhere;
		expect(offered!.title).toBe('Le quai');
		expect(more).toEqual([]);
		expect(value(await takeUpChallenge(db, other, offered!.id, driss)).title).toBe('Le quai');
		expect((await readChallenges(db, other)).own.map(({ title }) => title)).toEqual(['La plus haute', 'Le quai']); // prettier-ignore
		expect(await takeUpChallenge(db, other, offered!.id, driss)).toMatchObject({ error: { code: 'not-found' } }); // prettier-ignore
		const stranger = { id: copied.id, organizationId: 'another' };
		expect((await readChallenges(db, stranger)).elsewhere).toEqual([]);
		expect(await chosenChallenges(db, copied.id).list()).toHaveLength(2);
		expect(await rallies(db).find(copied.id)).not.toBeNull();
	});
});

test('a form says at its field what is missing', () => {
	const read = ChallengeForm.safeParse({ name: ' ', text: '', kind: 'x', scope: '', points: '200' });
	expect(new Set(read.error!.issues.map(({ path }) => path[0]))).toEqual(new Set(['name', 'text', 'kind', 'scope', 'points'])); // prettier-ignore
});
