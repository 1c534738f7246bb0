import '../auth/people';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stopKey, type Said } from '$lib/domain/day/event';
import { presenceOf } from '$lib/domain/day/presence-log';
import { visitsMade } from '$lib/domain/day/visits-made';
import { MEETING, type Plan } from '$lib/domain/plan';
import type { Database, Db } from '$lib/server/db/client';
import { dayLog } from '$lib/server/db/repositories/day-log';
import { itineraryLinks } from '$lib/server/db/repositories/itinerary-links';
import { publications } from '$lib/server/db/repositories/publications';
import type { StoredRally } from '$lib/server/db/repositories/rallies';
import { sayAsOrganizer } from '$lib/server/use-cases/day/correct-day';
import { readDay } from '$lib/server/use-cases/day/read-day';
import { revokeLink } from '$lib/server/use-cases/itinerary-links/give-links';
import { hashOf } from '$lib/server/use-cases/itinerary-links/link-token';
import { whoSaw } from '$lib/server/use-cases/publication/team-news';
import { backends, freshDatabase } from '../../databases';
import { claire, value } from '../records/rallies';
import { aPhone, publishedRally } from './rallies';

describe.each(backends)('%s', (kind) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;
	let plan: Plan;
	let token: (letter: string) => string;
	let on: (hours: number, minutes?: number) => Date;
	let date: string;

	beforeAll(async () => {
		database = await freshDatabase(kind);
		db = database.db;
		({ rally, plan, token } = await publishedRally(db));
		date = plan.teams[0]!.visits[0]!.date;
		// The demonstration is in winter: an hour ahead of the universal time.
		on = (hours, minutes = 0) =>
			new Date(Date.parse(`${date}T00:00:00+01:00`) + (hours * 60 + minutes) * 60_000);
	});
	afterAll(() => database.close());

	const visitsOf = (letter: string) =>
		plan.teams.find((team) => team.letter === letter)!.visits.filter((visit) => visit.date === date);
	const first = (letter: string) => stopKey(date, visitsOf(letter)[0]!.companyId);
	const states = (done: Awaited<ReturnType<ReturnType<typeof aPhone>['send']>>) =>
		value(done).acknowledged.map(({ state }) => state);
	const count = async () => (await dayLog(db, rally.id).since()).length;

	test('what is sent ten times, by two requests at once, is there once and in its order', async () => {
		const phone = aPhone(db, token('A'));
		const stop = first('A');
		const said = [
			phone.say({ kind: 'departed', stop, aboard: 6 }, on(8, 30)),
			phone.say({ kind: 'arrived', stop }, on(8, 50)),
			phone.say({ kind: 'started', stop }, on(9))
		];
		const answers = await Promise.all([phone.send(said, on(9, 5)), phone.send(said, on(9, 5))]);
		expect(answers.map(states).sort()).toEqual([
			['accepted', 'accepted', 'accepted'],
			['known', 'known', 'known']
		]);
		for (let i = 0; i < 8; i++)
			expect(states(await phone.send(said, on(9, 6)))).toEqual(['known', 'known', 'known']);
		const log = (await dayLog(db, rally.id).since()).filter((event) => event.phone === phone.phone);
		expect(log.map(({ id }) => id)).toEqual(said.map(({ id }) => id));
		const state = (await readDay(db, rally, on(9, 6))).teams.find(({ state }) => state.team === 'A')!.state;
		expect(state).toMatchObject({ where: { kind: 'visiting', stop }, headCount: { aboard: 6 } });
	});

	test('numbers follow one another whoever writes at once, so that a follower misses nothing', async () => {
		const before = await count();
		await Promise.all(
			['A', 'B', 'C'].map((letter) => {
				const phone = aPhone(db, token(letter));
				const said = visitsOf(letter).map((visit) =>
					phone.say({ kind: 'feedback', stop: stopKey(date, visit.companyId), face: 'good' }, on(10))
				);
				return phone.send(said, on(10));
			})
		);
		const log = await dayLog(db, rally.id).since();
		expect(log.length).toBeGreaterThan(before + 6);
		expect(log.map(({ number }) => number)).toEqual(log.map((_, i) => i + 1));
		expect((await dayLog(db, rally.id).since(before)).length).toBe(log.length - before);
	});

	test('a phone an hour ahead, and never told so, says the right hour all the same', async () => {
		const phone = aPhone(db, token('B'), 3_600_000);
		const stop = first('B');
		await phone.send([phone.say({ kind: 'arrived', stop }, on(9))], on(9, 30));
		const { state } = (await readDay(db, rally, on(10))).teams.find(({ state }) => state.team === 'B')!;
		expect(state.stops[0]!.arrived).toBe(on(9).getTime());
	});

	test('each thing that cannot be taken is refused with its reason, and holds up nothing else', async () => {
		const phone = aPhone(db, token('A'));
		const mine = plan.teams[0]!.memberIds[0]!;
		const theirs = plan.teams[1]!.memberIds[0]!;
		const presence = { kind: 'presence', half: `${date}:morning`, state: 'present', from: null, reason: '' } as const; // prettier-ignore
		const elsewhere = visitsOf('B').find(
			({ companyId }) => !visitsOf('A').some((visit) => visit.companyId === companyId)
		)!;
		const tomorrow = plan.teams[0]!.visits.find((visit) => visit.date > date)!;
		const cases: [Said, string | null][] = [
			[{ kind: 'arrived', stop: stopKey(date, elsewhere.companyId) }, 'Cette visite n’est pas de votre équipe.'],
			[{ kind: 'arrived', stop: stopKey(tomorrow.date, tomorrow.companyId) }, 'Cette journée n’a pas encore commencé.'],
			[{ ...presence, person: theirs } as Said, 'Cette personne n’est pas de votre équipe.'],
			[{ ...presence, person: mine, half: '2020-01-01:morning' } as Said, 'Cette demi-journée n’est pas du rallye.'],
			[{ kind: 'undo', of: randomUUID() }, 'L’action à reprendre n’a pas été reçue.'],
			[{ kind: 'arrived', stop: 'nonsense' as never }, 'Cette action n’a pas pu être lue.'],
			[{ kind: 'departed', stop: stopKey(date, MEETING), aboard: 5 }, null],
			[{ ...presence, person: mine } as Said, null]
		]; // prettier-ignore
		const sent = cases.map(([said]) => phone.say(said, on(11)));
		const { acknowledged } = value(await phone.send(sent, on(11)));
		expect(acknowledged.map((one) => ('reason' in one ? one.reason : null))).toEqual(
			cases.map(([, reason]) => reason)
		);
		expect(acknowledged.map(({ id }) => id)).toEqual(sent.map(({ id }) => id));
	});

	test('« j’ai vu » said without a network is kept with its own hour, and is of this rally only', async () => {
		const phone = aPhone(db, token('C'));
		const current = (await publications(db).latest(rally.id))!;
		const own = phone.say({ kind: 'seen', publication: current.id }, on(9, 10));
		const other = phone.say({ kind: 'seen', publication: randomUUID() }, on(9, 11));
		// Two hours later the network is back.
		expect(value(await phone.send([own, other], on(11, 20))).acknowledged).toEqual([
			{ id: own.id, state: 'accepted' },
			{ id: other.id, state: 'refused', reason: 'Ce planning n’est pas celui de ce rallye.' }
		]);
		expect(states(await phone.send([own], on(11, 21)))).toEqual(['known']);
		const mine = (await whoSaw(db, rally, ['C']))[0]!;
		expect(mine).toMatchObject({ upToDate: true, seen: { number: plan.number, at: on(9, 10) } });
		expect(states(await phone.send([phone.say({ kind: 'undo', of: own.id }, on(12))], on(12)))).toEqual(['refused']); // prettier-ignore
	});

	test('before its day a page takes nothing, and nobody takes back what is not theirs', async () => {
		const phone = aPhone(db, token('A'));
		const stop = first('A');
		const early = new Date(on(8).getTime() - 86_400_000);
		expect(states(await phone.send([phone.say({ kind: 'arrived', stop }, on(8))], early))).toEqual([
			'refused'
		]);

		const own = phone.say({ kind: 'finished', stop }, on(10));
		expect(states(await phone.send([own], on(10)))).toEqual(['accepted']);
		const other = aPhone(db, token('B'));
		expect(value(await other.send([other.say({ kind: 'undo', of: own.id }, on(10))], on(10))).acknowledged[0]).toMatchObject({ reason: 'Cette action n’est pas la vôtre.' }); // prettier-ignore
		// An id that is there already tells nothing to another team.
		expect(value(await other.send([{ ...own }], on(10))).acknowledged[0]).toMatchObject({ state: 'refused' });
		// A second phone of the same team may.
		const mate = aPhone(db, token('A'));
		expect(states(await mate.send([mate.say({ kind: 'undo', of: own.id }, on(10, 1))], on(10, 1)))).toEqual(['accepted']); // prettier-ignore
	});

	test('the organiser corrects by another line, which a phone may not take back', async () => {
		const [person] = plan.teams[0]!.memberIds;
		const half = `${date}:morning` as const;
		const said = { kind: 'presence', person: person!, half, state: 'absent', from: null, reason: 'Feuille papier' } as const; // prettier-ignore
		const [line] = value(await sayAsOrganizer(db, rally, [{ team: null, said }], claire, on(12)));
		const read = await readDay(db, rally, on(12));
		expect(presenceOf(read.presence, person!, half)).toMatchObject({ state: 'absent', by: 'Claire', team: 'A', reason: 'Feuille papier' }); // prettier-ignore
		const phone = aPhone(db, token('A'));
		expect(states(await phone.send([phone.say({ kind: 'undo', of: line!.id }, on(12))], on(12)))).toEqual(['refused']); // prettier-ignore
		value(await sayAsOrganizer(db, rally, [{ team: null, said: { kind: 'undo', of: line!.id } }], claire, on(12, 1))); // prettier-ignore
		expect(presenceOf((await readDay(db, rally, on(13))).presence, person!, half)?.state).toBe('present');
	});

	test('visits made are counted beside those promised, and never added to them', async () => {
		const phone = aPhone(db, token('D'));
		const team = plan.teams.find(({ letter }) => letter === 'D')!;
		const [there, gone] = team.memberIds;
		const [one, two] = visitsOf('D');
		const presence = (person: string, state: 'present' | 'absent'): Said => ({ kind: 'presence', person, half: `${date}:morning`, state, from: null, reason: '' }); // prettier-ignore
		await phone.send(
			[
				phone.say(presence(there!, 'present'), on(8, 30)),
				phone.say(presence(gone!, 'absent'), on(8, 30)),
				phone.say({ kind: 'finished', stop: stopKey(date, one!.companyId) }, on(10)),
				phone.say({ kind: 'missed', stop: stopKey(date, two!.companyId), why: 'closed' }, on(11))
			],
			on(12)
		);
		const { visits } = await readDay(db, rally, on(12));
		const of = (person: string) => visits.find((one) => one.person === person)!;
		expect(of(there!)).toMatchObject({ done: 1, unmarked: 0, planned: new Set(team.visits.map(({ companyId }) => companyId)).size }); // prettier-ignore
		expect(of(gone!)).toMatchObject({ done: 0 });
		expect(
			of(there!)
				.visits.slice(0, 2)
				.map(({ outcome }) => outcome)
		).toEqual(['made', 'missed']);
		expect(of(gone!).visits[0]!.outcome).toBe('away');

		// Out of every team since then, they keep what they visited; who visited nothing is not counted.
		const without = plan.teams.map((one) => ({ ...one, memberIds: one.memberIds.filter((id) => id !== there && id !== gone) })); // prettier-ignore
		const { events } = await readDay(db, rally, on(12));
		const later = visitsMade({ ...plan, teams: without }, rally.programme, events, {
			date,
			minutes: 12 * 60
		});
		expect(later.filter(({ team: letter }) => letter === '')).toMatchObject([{ person: there, planned: 0, done: 1, unsaid: 0 }]); // prettier-ignore
	});

	test('a wrong address tells nothing, a closed one either, and many tries are stopped', async () => {
		const phone = aPhone(db, token('C'));
		const wrong = aPhone(db, 'nimporte-quoi');
		const said = [phone.say({ kind: 'arrived', stop: first('C') }, on(9))];
		// 256 bits, of which the database holds the fingerprint alone.
		expect(Buffer.from(token('C'), 'base64url')).toHaveLength(32);
		const kept = JSON.stringify(await itineraryLinks(db).open(rally.id));
		expect(kept).toContain(hashOf(token('C')));
		expect(kept).not.toContain(token('C'));
		expect(await wrong.send(said, on(9), '192.0.2.66')).toEqual({ ok: false, error: { code: 'closed' } });
		for (let i = 0; i < 40; i++) await wrong.send(said, on(9), '192.0.2.66');
		expect(await wrong.send(said, on(9), '192.0.2.66')).toEqual({ ok: false, error: { code: 'too-many' } });
		expect(states(await phone.send(said, on(9)))).toEqual(['accepted']);
		await revokeLink(db, rally, 'C');
		expect(await phone.send(said, on(9))).toEqual(await wrong.send(said, on(9)));
	});
});
