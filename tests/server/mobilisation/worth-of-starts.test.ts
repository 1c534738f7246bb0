import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noonOf } from '$lib/domain/calendar';
import type { Database, Db } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { planWorths } from '$lib/server/db/repositories/plan-worths';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { seedDemo } from '$lib/server/demo/seed-demo';
import { readFollowedCompany } from '$lib/server/use-cases/mobilisation/read-followed-company';
import { readToday } from '$lib/server/use-cases/mobilisation/read-today';
import { planToAskAbout } from '$lib/server/use-cases/planning/ask-planner';
import { withProspects } from '$lib/server/use-cases/planning/ask-starts';
import { modelOf } from '$lib/solver/model';
import { scoreOf, type Score } from '$lib/solver/score';
import type { Problem } from '$lib/solver/problem';
import { backends, freshDatabase } from '../../databases';
import { savePlanByHand } from '../planned';

const today = '2027-01-05';

describe.each(backends)('%s', (kind) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;
	beforeAll(async () => {
		database = await freshDatabase(kind);
		db = database.db;
		rally = (await rallies(db).find((await seedDemo(db, '2027-01-04')).rallyId))!;
		await savePlanByHand(db, rally);
	});
	afterAll(() => database.close());

	const keep = async (starts: { company: string; day: number; start: number }[]) => {
		const { plan } = await readDossier(db, rally);
		await planWorths(db).keep({
			planId: plan!.id,
			rallyId: rally.id,
			organizationId: rally.organizationId,
			starts: starts.map((start, i) => ({ ...start, level: 'comfort' as const, by: 60 - i })),
			askedAt: new Date('2027-01-05T08:00:00Z')
		});
	};

	test('counted until the planner is asked, then its answer leads and is worded by the hour', async () => {
		const counted = await readToday(db, rally, today);
		expect(counted.worth).toBeNull();
		expect(counted.calls.calls.every(({ worth }) => !worth)).toBe(true);

		const { companies } = await readDossier(db, rally);
		const morning = (id: string) => {
			const { slots } = companies.find((of) => of.id === id)!;
			return slots.every(({ date, from }) => date !== rally.programme[0]!.date || from > noonOf(rally.programme[0]!)); // prettier-ignore
		};
		const prospect = companies.find(({ state, id }) => state === 'interested' && morning(id))!;
		const host = companies.find(({ state }) => state === 'confirmed')!;
		const gone = companies.find(({ state }) => state === 'declined')!;
		const offered = host.slots[0]!;
		await keep([
			{ company: gone.id, day: 0, start: 600 },
			{ company: prospect.id, day: 0, start: 600 },
			{ company: prospect.id, day: 0, start: 660 },
			{ company: host.id, day: 99, start: 600 },
			{ company: host.id, day: rally.programme.findIndex(({ date }) => date === offered.date), start: offered.from } // prettier-ignore
		]);
		const { calls, worth } = await readToday(db, rally, today);
		expect(worth).toEqual({ number: 1, askedAt: new Date('2027-01-05T08:00:00Z'), led: 1 });
		// One that declined, a day that is no more, an hour offered by now: left out; one start a company.
		expect(calls.calls[0]).toMatchObject({
			company: { id: prospect.id },
			kind: 'host',
			slot: { date: rally.programme[0]!.date, from: 600 },
			worth: { level: 'comfort', by: 59 }
		});
		expect(calls.calls.filter(({ company }) => company.id === prospect.id)).toHaveLength(1);
		expect(calls.calls.slice(1).map(({ company }) => company.id)).toEqual(
			counted.calls.calls.map(({ company }) => company.id).filter((id) => id !== prospect.id)
		);
		// Who calls it asks for that hour too.
		const { script } = (await readFollowedCompany(db, rally, prospect.id, { name: 'Claire' }, today))!;
		expect(JSON.stringify(script)).toMatch(/entre 10\sh et 11\sh/);
	});

	test('companies that offer nothing yet are tried, and leave the plan worth what it was', async () => {
		const asked = (await planToAskAbout(db, rally, null))!;
		const wider = await withProspects(db, asked);
		expect(wider.companies.length).toBeGreaterThan(asked.problem.companies.length);
		expect(wider.travel).toHaveLength(wider.companies.length + 1);
		for (const row of wider.travel) expect(row).toHaveLength(wider.travel.length);
		expect(wider.travel.slice(0, asked.problem.travel.length).map((row) => row.slice(0, row.length - (wider.travel.length - asked.problem.travel.length)))).toEqual(asked.problem.travel); // prettier-ignore
		const worth = (problem: Problem): Score => {
			const model = modelOf(problem);
			const stops = problem.teams.map(({ id }) => asked.solved.visits.filter(({ team }) => team === id));
			return scoreOf(model, stops.map((own) => own.map(({ company, day, start }) => ({ company: model.companies.findIndex((of) => of.id === company), day, start })))); // prettier-ignore
		};
		expect(worth(wider)).toEqual(worth(asked.problem));
	});
});
