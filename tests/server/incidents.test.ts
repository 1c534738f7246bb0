import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import './auth/people';
import type { Database, Db } from '$lib/server/db/client';
import { presenceOf } from '$lib/domain/day/presence-log';
import { plans } from '$lib/server/db/repositories/plans';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { seedDemo } from '$lib/server/demo/seed-demo';
import { awayForHalfDay, noteAway } from '$lib/server/use-cases/incidents/away-for-half-day';
import { applyRemedy } from '$lib/server/use-cases/incidents/apply-remedy';
import { drillOf } from '$lib/server/use-cases/incidents/read-drill';
import { readDay } from '$lib/server/use-cases/day/read-day';
import { proposeRemedies } from '$lib/server/use-cases/incidents/propose-remedies';
import { cellsOfPlan } from '$lib/server/use-cases/draft/cells-of-plan';
import { drafts } from '$lib/server/db/repositories/drafts';
import type { Incident } from '$lib/solver/hand/incidents/incident';
import { backends, freshDatabase } from '../databases';
import { savePlanByHand } from './planned';
import { value } from './records/rallies';

const claire = { name: 'Claire', userId: 'claire' };
/** The eve of the demonstration's first day of visits. */
const eve = new Date('2027-01-01T17:00:00Z');

describe.each(backends)('%s', (kind) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;
	beforeAll(async () => {
		database = await freshDatabase(kind);
		db = database.db;
		rally = (await rallies(db).find((await seedDemo(db, '2027-01-04')).rallyId))!;
	});
	afterAll(() => database.close());
	beforeEach(async () => {
		const { number } = await savePlanByHand(db, rally);
		await plans(db).publish(rally.id, number);
	});

	const inForce = async () => (await plans(db).published(rally.id))!;
	const propose = async (incident: Incident, at = eve) =>
		value(await proposeRemedies(db, rally, incident, at));
	/** During the second visit of the first day of visits. */
	const midMorning = async () => {
		const first = (await inForce()).teams.flatMap(({ visits }) => visits).sort((a, b) => a.date.localeCompare(b.date))[0]!; // prettier-ignore
		return { date: first.date, at: new Date(`${first.date}T10:00:00+01:00`) };
	};

	test('the same plan always gives the same cells', async () => {
		expect(cellsOfPlan(await inForce())).toEqual(cellsOfPlan(await inForce()));
	});

	test('somebody absent: the team goes on, its hosts are told how many come', async () => {
		const { teams } = await inForce();
		const { remedies } = await propose({ kind: 'absent', people: [teams[0]!.memberIds[0]!] });
		const [first] = remedies;
		expect(first).toMatchObject({ kind: 'carry-on', visits: 0, people: 0 });
		const hosts = first!.warn.filter((one) => one.kind === 'company');
		expect(hosts).toHaveLength(teams[0]!.visits.length);
		expect(hosts[0]!.text).toContain(`au lieu de ${teams[0]!.memberIds.length}`);
	});

	test('too few left in a team: somebody joins it, or it is spread, and seats are kept', async () => {
		const plan = await inForce();
		const team = plan.teams[0]!;
		const { remedies } = await propose({ kind: 'absent', people: team.memberIds.slice(2) });
		expect(new Set(remedies.map((one) => one.kind))).toEqual(new Set(['carry-on', 'bring-in', 'spread']));
		const alone = remedies.find((one) => one.kind === 'carry-on')!;
		expect(alone.short.concat(alone.broken).join(' ')).toMatch(/2\spersonnes/);
		expect(remedies[0]!.kind).not.toBe('carry-on');
		for (const { broken } of remedies.filter((one) => one.kind === 'bring-in'))
			expect(broken.join()).not.toMatch(/places/);
	});

	test('what is chosen is in force at once, as a new version, and nothing else of the plan moved', async () => {
		const before = await inForce();
		const { base, remedies } = await propose({ kind: 'absent', people: [before.teams[0]!.memberIds[0]!] });
		const done = value(
			await applyRemedy(db, rally, { base, changes: remedies[0]!.changes, at: eve }, claire)
		);
		const after = await inForce();
		expect(after.number).toBe(done.number);
		expect(after.number).toBeGreaterThan(before.number);
		expect(after.teams[0]!.memberIds).toEqual(before.teams[0]!.memberIds.slice(1).sort());
		expect(after.teams.map(({ visits }) => visits)).toEqual(before.teams.map(({ visits }) => visits));
		expect(await drafts(db, rally.id).scenarios()).toEqual([]);
		// A second person who had the same page open is told, and nothing is done twice.
		expect(
			await applyRemedy(db, rally, { base, changes: remedies[0]!.changes, at: eve }, claire)
		).toMatchObject({
			ok: false,
			error: { code: 'published-meanwhile', number: done.number, by: 'Claire' }
		});
	});

	test('on the day, whoever is absent is noted so, in the car they were expected in', async () => {
		const { date } = await midMorning();
		const team = (await inForce()).teams[1]!;
		const person = team.memberIds[0]!;
		const at = new Date(`${date}T08:05:00+01:00`);
		const { base, remedies } = await propose({ kind: 'absent', people: [person] }, at);
		value(await applyRemedy(db, rally, { base, changes: remedies[0]!.changes, at }, claire));
		const { presence } = await readDay(db, rally, at);
		expect(presenceOf(presence, person, `${date}:morning`)).toMatchObject({ state: 'absent', by: 'Claire', team: team.letter }); // prettier-ignore
	});

	test('absent for one half-day: seats and plan stay, its hosts are told, the next half-day expects everybody', async () => {
		const { date } = await midMorning();
		const before = await inForce();
		const team = before.teams[2]!;
		const [person] = team.memberIds;
		const half = `${date}:morning` as const;
		const at = new Date(`${date}T08:05:00+01:00`);
		const away = { kind: 'away' as const, people: [person!], half };
		const shown = value(await awayForHalfDay(db, rally, away, at));
		const morning = team.visits.filter((visit) => visit.date === date && visit.start < 12 * 60);
		expect(shown.warn.map(({ id }) => id).sort()).toEqual([...new Set(morning.map(({ companyId }) => companyId))].sort()); // prettier-ignore
		const name = (await records(db, 'participant').find(rally.id, person!))!.lastName;
		for (const { text } of shown.warn) {
			expect(text).toContain(`au lieu de ${team.memberIds.length}`);
			expect(text).not.toContain(name);
		}
		value(await noteAway(db, rally, away, at, claire));
		expect((await inForce()).number).toBe(before.number);
		const { presence } = await readDay(db, rally, at);
		expect(presenceOf(presence, person!, half)).toMatchObject({ state: 'absent', team: team.letter, by: 'Claire' }); // prettier-ignore
		expect(presenceOf(presence, person!, `${date}:afternoon`)).toBeNull();
		const few = { ...away, people: team.memberIds.slice(0, -2) };
		expect(value(await awayForHalfDay(db, rally, few, at)).short.join()).toMatch(/il reste 2\spersonnes/);
	});

	test('a company closes at ten: what has begun stays, the planner finds other hours, proven', async () => {
		const plan = await inForce();
		const { date, at } = await midMorning();
		const host = plan.teams.flatMap(({ visits }) => visits).find((visit) => visit.date === date && visit.start > 660)!; // prettier-ignore
		const { harm, remedies } = await propose({ kind: 'company-closed', company: host.companyId, date: null, from: 0 }, at); // prettier-ignore
		expect(harm.length).toBeGreaterThan(0);
		expect(new Set(remedies.map((one) => one.kind))).toEqual(new Set(['skip', 'replan']));
		for (const { changes } of remedies)
			for (const { before } of changes)
				if (before && 'start' in before) expect(before.date > date || before.start > 600).toBe(true);
		const skip = remedies.find((one) => one.kind === 'skip')!;
		expect(skip.warn.some(({ kind: of, id }) => of === 'company' && id === host.companyId)).toBe(true);
	});

	test('a team late by half an hour: the same visits later, told to each host', async () => {
		const { at } = await midMorning();
		const { remedies } = await propose({ kind: 'late', team: 'A', minutes: 30 }, at);
		const shift = remedies.find((one) => one.kind === 'shift')!;
		for (const { before, after } of shift.changes)
			expect((after as { start: number }).start).toBeGreaterThan((before as { start: number }).start);
		expect(remedies.some((one) => one.kind === 'replan')).toBe(true);
	});

	test('a car missing: the people ride with the others as far as there are seats, or it is said', async () => {
		const plan = await inForce();
		const { remedies } = await propose({ kind: 'no-vehicle', vehicle: plan.teams[0]!.vehicleId! });
		const spread = remedies.find((one) => one.kind === 'spread')!;
		const moved = spread.changes.filter(({ key, after }) => key.startsWith('person:') && after);
		expect(moved).toHaveLength(plan.teams[0]!.memberIds.length);
		const seats = new Map((await records(db, 'vehicle').list(rally.id)).map((one) => [one.id, one.seats]));
		expect(Math.max(...seats.values())).toBeGreaterThan(0);
	});

	test('an accompanist missing, somebody more: who can take over, where to sit', async () => {
		const plan = await inForce();
		const guide = await propose({ kind: 'no-accompanist', accompanist: plan.teams[0]!.accompanistId! });
		expect(guide.remedies.some((one) => one.kind === 'spread')).toBe(true);
		const seated = new Set(plan.teams.flatMap(({ memberIds }) => memberIds));
		const more = (await records(db, 'participant').list(rally.id)).find(({ id }) => !seated.has(id));
		if (!more) throw new Error('everybody is in a team');
		const { remedies } = await propose({ kind: 'one-more', person: more.id });
		expect(remedies.every((one) => one.kind === 'join' && one.changes.length === 1)).toBe(true);
		expect(remedies.length).toBeGreaterThan(1);
	});

	test('nothing concerned says so; without a plan in force too', async () => {
		const nobody = '00000000-0000-4000-8000-000000000000';
		expect(await proposeRemedies(db, rally, { kind: 'no-vehicle', vehicle: nobody }, eve)).toEqual({
			ok: false,
			error: { code: 'not-concerned' }
		});
	});

	test('the evening before: each absence, car and accompanist is tried, and told', async () => {
		const drill = (await drillOf(db, rally, eve))!;
		const plan = await inForce();
		expect(drill.people.tried).toBe(plan.teams.flatMap(({ memberIds }) => memberIds).length);
		expect(drill.cars).toHaveLength(plan.teams.length);
		expect(drill.guides.length).toBeGreaterThan(0);
		for (const { remedy, absorbed, leaves } of [...drill.cars, ...drill.guides]) {
			expect(remedy).not.toBeNull();
			expect(absorbed).toBe(leaves.length === 0);
		}
	});
});
