import '../auth/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { challengeLibrary } from '$lib/domain/challenge/library';
import { needs, statuses } from '$lib/domain/participant';
import { stopKey } from '$lib/domain/day/event';
import type { Plan } from '$lib/domain/plan';
import type { Database, Db } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import type { StoredRally } from '$lib/server/db/repositories/rallies';
import { demoParticipants } from '$lib/server/demo/people';
import { chooseChallenges } from '$lib/server/use-cases/challenges/choose-challenges';
import { readScores } from '$lib/server/use-cases/challenges/read-scores';
import { sayAsOrganizer } from '$lib/server/use-cases/day/correct-day';
import { correctPresence } from '$lib/server/use-cases/day/correct-presence';
import { readPhone } from '$lib/server/use-cases/day/read-phone';
import { readPresences } from '$lib/server/use-cases/day/read-presences';
import { sayByForm } from '$lib/server/use-cases/day/say-by-form';
import { withVisitsDone } from '$lib/server/use-cases/day/visits-done';
import { readList } from '$lib/server/use-cases/exports/export-list';
import { lastNameOf } from '../../e2e/demo-people';
import { backends, freshDatabase } from '../../databases';
import { claire, driss, value } from '../records/rallies';
import { aPhone, publishedRally } from './rallies';

describe.each(backends)('%s', (kind) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;
	let plan: Plan;
	let token: (letter: string) => string;
	let noon: Date;
	let date: string;
	beforeAll(async () => {
		database = await freshDatabase(kind);
		db = database.db;
		({ rally, plan, token } = await publishedRally(db));
		date = plan.teams[0]!.visits[0]!.date;
		noon = new Date(`${date}T12:00:00+01:00`);
	});
	afterAll(() => database.close());
	const asked = new URLSearchParams();

	test('a correction needs what stood when it was opened, and says by whom', async () => {
		const person = plan.teams[0]!.memberIds[0]!;
		const half = `${date}:morning` as const;
		const correction = { person, half, state: 'present', from: null, reason: 'Feuille', seen: '' } as const;
		value(await correctPresence(db, rally, correction, claire, noon));
		expect(await correctPresence(db, rally, { ...correction, state: 'absent' }, driss, noon)).toMatchObject({ error: { code: 'said-meanwhile' } }); // prettier-ignore
		const { people } = await readPresences(db, rally, noon);
		const cell = people.find(({ id }) => id === person)!.cells.find((one) => one.half === half)!;
		expect(cell.said).toMatchObject({ state: 'present', by: 'Claire', reason: 'Feuille' });
		expect(await correctPresence(db, rally, { ...correction, half: '2020-01-01:morning' }, claire, noon)).toMatchObject({ error: { code: 'unknown' } }); // prettier-ignore

		const list = (await readList(db, rally, 'presences', true, asked))!;
		expect(list.rows.find((row) => row.includes('présent·e'))).toBeDefined();
		expect(await readList(db, rally, 'presences', false, asked)).toBeNull();
	});

	test('the charter shows what was done beside what is planned, and judges the plan as before', async () => {
		const dossier = await readDossier(db, rally);
		const phone = aPhone(db, token('A'));
		const first = plan.teams[0]!.visits[0]!;
		await phone.send([phone.say({ kind: 'finished', stop: stopKey(date, first.companyId) }, noon)], noon);
		const { visitsDone, ...rest } = await withVisitsDone(db, dossier, noon);
		expect(rest).toEqual(dossier);
		// The one of whom it is said that they were there: a visit is done unless it was missed, once it is over.
		const over = plan.teams[0]!.visits.filter((visit) => visit.date === date && visit.end <= 12 * 60);
		expect(over.length).toBeGreaterThan(0);
		expect(Math.max(...visitsDone!)).toBe(over.length);
	});

	test('a form without scripts pressed twice says one thing', async () => {
		const stop = stopKey(date, plan.teams[1]!.visits[0]!.companyId);
		const typed = { draw: 'one-drawing', said: [{ kind: 'arrived', stop }] };
		for (let i = 0; i < 2; i++)
			expect(value(await sayByForm(db, token('B'), typed, '192.0.2.1', noon))).toBeNull();
		const wrong = { draw: 'one-drawing', said: [{ kind: 'arrived', stop: 'x' }] };
		expect(value(await sayByForm(db, token('B'), wrong, '192.0.2.1', noon))).toBe('Cette action n’a pas pu être lue.'); // prettier-ignore
		const read = value(await readPhone(db, token('B'), '192.0.2.1', null, noon));
		expect(read.day!.events).toHaveLength(1);
	});

	test('a phone holds first names only, and nothing that the organiser wrote for themselves', async () => {
		const lines = [
			{ team: 'A', said: { kind: 'incident', incident: 'illness', stop: null, text: 'Hospitalisée-zircon' } },
			{ team: null, said: { kind: 'presence', person: plan.teams[0]!.memberIds[1]!, half: `${date}:morning`, state: 'excused', from: null, reason: 'Raison-zircon' } }
		] as const; // prettier-ignore
		value(await sayAsOrganizer(db, rally, lines, claire, noon));
		const sent = JSON.stringify(value(await readPhone(db, token('A'), '192.0.2.1', null, noon)));
		expect(sent).not.toContain('zircon');
		for (const person of demoParticipants) {
			expect(sent).not.toMatch(lastNameOf(person));
			expect(sent).not.toContain(person.phone);
		}
		for (const word of [...Object.keys(statuses), ...Object.keys(needs)])
			expect(sent).not.toContain(`"${word}"`);
	});

	test('challenges: what somebody else chose stays, points are bounded, the board ranks', async () => {
		const [quiz, noises] = ['q-quiz', 'o-bruits'];
		await chooseChallenges(db, rally, { before: [], wanted: [quiz!] }, claire);
		await chooseChallenges(db, rally, { before: [], wanted: [noises!, 'unknown'] }, driss);
		const stop = stopKey(date, plan.teams[0]!.visits[0]!.companyId);
		const phone = aPhone(db, token('A'));
		const answers = value(
			await phone.send(
				[
					phone.say({ kind: 'points', challenge: quiz!, stop: null, points: 8 }, noon),
					phone.say({ kind: 'points', challenge: noises!, stop, points: 3 }, noon),
					phone.say({ kind: 'points', challenge: noises!, stop, points: 9 }, noon),
					phone.say({ kind: 'points', challenge: 'unknown', stop, points: 1 }, noon)
				],
				noon
			)
		).acknowledged.map(({ state }) => state);
		expect(answers).toEqual(['accepted', 'accepted', 'refused', 'refused']);
		const { challenges, teams } = await readScores(db, rally);
		expect(challenges.map(({ id }) => id).sort()).toEqual([noises, quiz]);
		expect(teams[0]).toMatchObject({ team: 'A', total: 11, rank: 1, by: { [quiz!]: 8, [noises!]: 3 } });
		expect(new Set(teams.slice(1).map(({ rank }) => rank))).toEqual(new Set([2]));
	});
});

test('the library holds about twenty challenges, each named once', () => {
	expect(challengeLibrary.length).toBeGreaterThanOrEqual(20);
	expect(new Set(challengeLibrary.map(({ id }) => id)).size).toBe(challengeLibrary.length);
});
