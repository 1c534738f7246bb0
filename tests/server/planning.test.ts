import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judge } from '$lib/domain/charter';
import type { Dossier } from '$lib/domain/dossier';
import type { Plan } from '$lib/domain/plan';
import { teamLetter } from '$lib/domain/team';
import { travelMatrix } from '$lib/geo/travel-times';
import type { Database, Db } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { planRuns } from '$lib/server/db/repositories/plan-runs';
import { plans } from '$lib/server/db/repositories/plans';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { seedDemo } from '$lib/server/demo/seed-demo';
import { startQueue } from '$lib/server/jobs/queue';
import { takeUpOrphans } from '$lib/server/jobs/start';
import { giveLinks, renewLink, revokeLink } from '$lib/server/use-cases/itinerary-links/give-links';
import { tokenOf } from '$lib/server/use-cases/itinerary-links/link-token';
import { readItinerary } from '$lib/server/use-cases/itinerary-links/read-itinerary';
import { cancelPlanning } from '$lib/server/use-cases/planning/cancel-planning';
import { computePlan } from '$lib/server/use-cases/planning/compute-plan';
import { planRally } from '$lib/server/use-cases/planning/plan-rally';
import { problemOfRally, teamFormingOf, visitedDays } from '$lib/server/use-cases/planning/problem-of-rally';
import { publishPlan } from '$lib/server/use-cases/planning/publish-plan';
import { placesOf, readTravel } from '$lib/server/use-cases/travel/read-travel';
import { typeTravelTime } from '$lib/server/use-cases/travel/type-travel-time';
import { solve } from '$lib/solver/solve';
import { formTeams } from '$lib/solver/teams/form-teams';
import { verify } from '$lib/solver/verify';
import { backends, freshDatabase } from '../databases';
import { highs } from '../solver/highs';
import { hauteSavoie2018 } from '../instances/rallies/haute-savoie-2018';
import { outOfCharter } from '../instances/rallies/out-of-charter';

const editor = { name: 'Camille' };
const never = new AbortController().signal;
const silent = { sendPlan: async () => {}, sendErrand: async () => {}, stop: async () => {} };
const secret = 'x'.repeat(32);

describe.each(backends)('%s', (kind) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;
	beforeAll(async () => {
		database = await freshDatabase(kind);
		db = database.db;
		const { rallyId } = await seedDemo(db, '2027-01-04');
		rally = (await rallies(db).find(rallyId))!;
	});
	afterAll(() => database.close());

	const computed = async (seconds = 3) => {
		const asked = await planRally(db, silent, await readDossier(db, rally), { seconds, seed: 1 }, editor);
		if (!asked.ok) throw new Error(asked.error.code);
		await computePlan(db, asked.value, never);
		return (await planRuns(db).find(rally.id, asked.value))!;
	};

	test('the demonstration is planned in full, under the charter', async () => {
		const run = await computed(8);
		expect(run).toMatchObject({ state: 'done', error: null });
		const dossier = await readDossier(db, rally);
		const plan = dossier.plan!;
		expect(plan.teams).toHaveLength(5);
		expect(plan.unplaced).toEqual([]);
		expect(plan.levels.slice(0, 2).map(({ value }) => value)).toEqual([0, 0]);
		expect(plan.teams.flatMap(({ memberIds }) => memberIds)).toHaveLength(24);
		expect(judge(dossier).rules.filter(({ assessment }) => assessment.state === 'broken')).toEqual([]);
		const read = await plans(db).problemOf(rally.id, plan.number);
		expect(read).toMatchObject({ format: 'equipage-problem/1' });
	});

	test('one computation at a time; a waiting one can be cancelled', async () => {
		const dossier = await readDossier(db, rally);
		const asked = await planRally(db, silent, dossier, { seconds: 1, seed: 1 }, editor);
		expect(asked.ok).toBe(true);
		expect(await planRally(db, silent, dossier, { seconds: 1, seed: 1 }, editor)).toMatchObject({
			ok: false,
			error: { code: 'already-running' }
		});
		if (!asked.ok) return;
		expect(await cancelPlanning(db, rally, asked.value)).toMatchObject({ ok: true });
		await computePlan(db, asked.value, never);
		expect((await planRuns(db).find(rally.id, asked.value))!.state).toBe('cancelled');
		expect(await cancelPlanning(db, rally, asked.value)).toMatchObject({ ok: false });
	});

	test('a computation whose process died is taken up, then left for a person after three tries', async () => {
		const row = {
			rallyId: rally.id,
			organizationId: rally.organizationId,
			seconds: 1,
			createdBy: 'x',
			state: 'running' as const
		};
		const sent: string[] = [];
		const queue = { ...silent, sendPlan: async ({ id }: { id: string }) => void sent.push(id) };
		const once = await planRuns(db).add({ ...row, attempts: 1 });
		const often = await planRuns(db).add({ ...row, attempts: 3 });
		const alive = await planRuns(db).add({ ...row, attempts: 1, heartbeatAt: new Date() });
		await takeUpOrphans(database, queue, false);
		expect(sent).toEqual([once.id]);
		expect((await planRuns(db).find(rally.id, often.id))!.state).toBe('interrupted');
		expect((await planRuns(db).find(rally.id, alive.id))!.state).toBe('running');
		await planRuns(db).finish(once.id, 'cancelled');
		await planRuns(db).finish(alive.id, 'cancelled');
	});

	test('the queue hands a run to a worker', async () => {
		let given: (id: string) => void;
		const received = new Promise<string>((resolve) => (given = resolve));
		const queue = await startQueue(database, { plan: async (id) => given(id), errand: async () => {} });
		await queue.sendPlan({ id: 'the-run', seconds: 600 });
		expect(await received).toBe('the-run');
		await queue.stop();
	}, 30_000);

	test('a run has its own time in the queue, and waits there once', async () => {
		let free: () => void = () => {};
		const busy = new Promise<void>((resolve) => (free = resolve));
		const begun: string[] = [];
		const queue = await startQueue(database, {
			plan: async (id) => (begun.push(id), busy),
			errand: async () => {}
		});
		await queue.sendPlan({ id: 'first', seconds: 600 });
		await expect.poll(() => begun, { timeout: 10_000 }).toEqual(['first']);
		for (let asked = 0; asked < 3; asked++) await queue.sendPlan({ id: 'second', seconds: 30 });
		const { rows } = await database.runSql(
			`select data->>'run' as run, extract(epoch from expire_in)::int as seconds from pgboss.job
			 where state in ('created', 'active') order by created_on`,
			[]
		);
		expect(rows).toEqual([
			{ run: 'first', seconds: 720 },
			{ run: 'second', seconds: 150 }
		]);
		free();
		await expect.poll(() => begun, { timeout: 10_000 }).toEqual(['first', 'second']);
		await queue.stop();
	}, 30_000);

	test('a process that stops puts its run back, without counting a failed attempt', async () => {
		const run = await planRuns(db).add({
			rallyId: rally.id,
			organizationId: rally.organizationId,
			seconds: 30,
			createdBy: 'x'
		});
		const stopping = new AbortController();
		setTimeout(() => stopping.abort(), 300);
		await computePlan(db, run.id, stopping.signal);
		expect(await planRuns(db).find(rally.id, run.id)).toMatchObject({ state: 'queued', attempts: 0 });
		await planRuns(db).finish(run.id, 'cancelled');
	}, 30_000);

	test('a team’s page follows the published plan, and its address can be changed and closed', async () => {
		const { number } = (await plans(db).list(rally.id))[0]!;
		const [link] = await giveLinks(db, rally, ['A'], secret, editor);
		const open = () => readItinerary(db, tokenOf(link!.id, secret));
		expect((await open()).state).toBe('not-published');
		expect(await publishPlan(db, rally, { number }, editor)).toMatchObject({ ok: true });
		expect(await publishPlan(db, rally, { number: 999 }, editor)).toMatchObject({ ok: false });
		const read = await open();
		if (read.state !== 'open') throw new Error(read.state);
		expect(read.itinerary.version).toBe(number);
		const { createdAt, publishedAt } = (await plans(db).published(rally.id))!;
		expect(publishedAt!.getTime()).toBeGreaterThan(createdAt.getTime());
		expect(read.itinerary.publishedAt).toEqual(publishedAt);
		expect(read.itinerary.days).toHaveLength(2);

		const people = await records(db, 'participant').list(rally.id);
		const said = JSON.stringify(read.itinerary);
		for (const { lastName, phone } of people) {
			expect(said).not.toMatch(new RegExp(`(?<!\\p{L})${lastName}(?!\\p{L})`, 'u'));
			if (phone) expect(said).not.toContain(phone);
		}
		await renewLink(db, rally, 'A', secret, editor);
		expect((await open()).state).toBe('closed');
		expect(await revokeLink(db, rally, 'A')).toBe(true);
		expect((await readItinerary(db, 'anything')).state).toBe('closed');
		expect((await readItinerary(db, 'x'.repeat(5000))).state).toBe('closed');
	});

	test('a road time typed by hand counts in one direction, and not for a place of nobody', async () => {
		const [company] = await records(db, 'company').list(rally.id);
		const set = (from: string, to: string, minutes: number | null) =>
			typeTravelTime(db, rally, { from, to, minutes }, editor);
		expect(await set('meeting', company!.id, 77)).toMatchObject({ ok: true });
		const travel = await readTravel(db, await readDossier(db, rally));
		const [a, b] = [travel.ids.indexOf('meeting'), travel.ids.indexOf(company!.id)];
		expect([travel.minutes[a]![b], travel.sources[a]![b], travel.sources[b]![a]]).toEqual([
			77,
			'typed',
			'estimated'
		]);
		expect(await set('meeting', 'meeting', 5)).toMatchObject({ error: { code: 'same-place' } });
		expect(await set('meeting', crypto.randomUUID(), 5)).toMatchObject({ error: { code: 'unknown-place' } });
		expect(await set('meeting', 'not-an-id', 5)).toMatchObject({ error: { code: 'unknown-place' } });
		await set('meeting', company!.id, null);
		expect((await readTravel(db, await readDossier(db, rally))).sources[a]![b]).toBe('estimated');
	});
});

/** Plans a dossier without a database, as the job does. */
function planned(dossier: Dossier): Dossier {
	const { ids, minutes } = travelMatrix({
		places: placesOf(dossier),
		terrain: dossier.rally.settings.terrain,
		typed: []
	});
	const travel = { ids, minutes, sources: minutes.map((row) => row.map(() => 'estimated' as const)) };
	const teams = formTeams(teamFormingOf(dossier), { seed: 1 }).teams.map((team, i) => ({
		letter: teamLetter(i),
		memberIds: team.members,
		vehicleId: team.vehicle,
		accompanistId: team.accompanist,
		driverId: team.driver
	}));
	const problem = problemOfRally(dossier, teams, travel);
	const solved = solve(problem, { highs, seconds: 5, now: () => performance.now() });
	expect(verify(problem, solved)).toEqual([]);
	const days = visitedDays(dossier);
	const plan: Plan = {
		id: 'plan',
		rallyId: dossier.rally.id,
		number: 1,
		keeps: null,
		published: true,
		proof: 'feasible',
		levels: solved.levels,
		remarks: [],
		unplaced: [],
		violations: [],
		breaks: [],
		byHand: false,
		conflict: [],
		repairs: [],
		teams: teams.map((team) => ({
			...team,
			id: team.letter,
			visits: solved.visits
				.filter((visit) => visit.team === team.letter)
				.map(({ company, day, start, end }) => ({ companyId: company, date: days[day]!.date, start, end }))
		})),
		travel,
		bufferMinutes: dossier.rally.settings.bufferMinutes,
		forming: null,
		createdAt: new Date(0),
		publishedAt: new Date(0),
		createdBy: 'test'
	};
	return { ...dossier, plan };
}

test('Haute-Savoie 2018, three sector families and a closing a week later: « conforme avec remarques »', () => {
	const judgement = judge(planned(hauteSavoie2018()));
	expect(
		judgement.rules.filter(({ assessment }) => assessment.state !== 'respected').map(({ rule }) => rule.id)
	).toEqual(
		judgement.rules
			.filter(({ rule, assessment }) => rule.severity === 'remark' && assessment.state !== 'respected')
			.map(({ rule }) => rule.id)
	);
	expect(judgement.verdict).toBe('compliant-with-remarks');
});

test('32 people: planned all the same, and the charter shows the breach', () => {
	const dossier = planned(outOfCharter());
	expect(dossier.plan!.teams.flatMap(({ memberIds }) => memberIds)).toHaveLength(32);
	const broken = judge(dossier).rules.filter(({ assessment }) => assessment.state === 'broken');
	expect(broken.map(({ rule }) => rule.id)).toContain('R05');
});
