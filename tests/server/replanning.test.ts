import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CellChange } from '$lib/domain/draft/cells';
import type { Plan } from '$lib/domain/plan';
import type { Database, Db } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { planRuns } from '$lib/server/db/repositories/plan-runs';
import { plans } from '$lib/server/db/repositories/plans';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { seedDemo } from '$lib/server/demo/seed-demo';
import { editDraft } from '$lib/server/use-cases/draft/edit-draft';
import { keepDraft } from '$lib/server/use-cases/draft/keep-draft';
import { openDraft } from '$lib/server/use-cases/draft/open-draft';
import { announcing, hostsOf, locksOf, pastOf } from '$lib/server/use-cases/planning/announced';
import { computePlan } from '$lib/server/use-cases/planning/compute-plan';
import { planRally } from '$lib/server/use-cases/planning/plan-rally';
import { problemOfRally } from '$lib/server/use-cases/planning/problem-of-rally';
import { publishPlan } from '$lib/server/use-cases/planning/publish-plan';
import { readPlanning } from '$lib/server/use-cases/planning/read-planning';
import { backends, freshDatabase } from '../databases';

const editor = { userId: 'u1', name: 'Camille' };
const never = new AbortController().signal;
const silent = { sendPlan: async () => {}, sendErrand: async () => {}, stop: async () => {} };

describe.each(backends)('%s', (kind) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;
	let announced: Plan;

	const computed = async (seconds: number, keeps: number | null): Promise<Plan> => {
		const dossier = await readDossier(db, rally);
		const asked = await planRally(db, silent, dossier, { seconds, seed: 1, keeps }, editor);
		if (!asked.ok) throw new Error(asked.error.code);
		await computePlan(db, asked.value, never);
		expect(await planRuns(db).find(rally.id, asked.value)).toMatchObject({ state: 'done', error: null });
		return (await plans(db).latest(rally.id))!;
	};
	const crews = ({ teams }: Plan) => teams.map(({ letter, memberIds }) => [letter, ...memberIds]);

	beforeAll(async () => {
		database = await freshDatabase(kind);
		db = database.db;
		const { rallyId } = await seedDemo(db, '2027-01-04');
		rally = (await rallies(db).find(rallyId))!;
		announced = (await plans(db).published(rallyId)) ?? (await computed(2, null));
		if (!announced.published) await publishPlan(db, rally, announced, editor);
	});
	afterAll(() => database.close());

	test('nothing happened: the same visits, the same teams', async () => {
		const again = await computed(6, announced.number);
		expect(again.keeps).toBe(announced.number);
		expect(again.levels[1]).toMatchObject({ value: 0 });
		expect(crews(again)).toEqual(crews(announced));
		const { difference } = (await readPlanning(db, rally, again.number))!;
		expect(difference).toMatchObject({
			from: announced.number,
			summary: 'Rien ne change.',
			visits: [],
			crews: []
		});
	});

	test('a break put by hand in the version kept stays free in the one computed, and is saved with it', async () => {
		const [first] = announced.teams[0]!.visits;
		const rest = { team: 'A', date: first!.date, from: first!.start + 10, to: first!.start + 30, label: 'Café' }; // prettier-ignore
		const opened = await openDraft(db, rally, announced.number, editor);
		if (!opened.ok) throw new Error(opened.error.code);
		const put: CellChange[] = [{ key: `break:${randomUUID()}`, before: null, after: rest }];
		await editDraft(db, rally, opened.value.id, { kind: 'put-break', changes: put, of: null }, editor);
		const kept = await keepDraft(db, rally, opened.value.id, 1, editor);
		if (!kept.ok) throw new Error(kept.error.code);
		const [again, stored] = [
			await computed(6, kept.value.number),
			await plans(db).numbered(rally.id, kept.value.number)
		];
		expect(stored!.violations.join(' ')).toContain('tombe pendant la visite');
		expect(again.breaks).toEqual([rest]);
		const over = again.teams[0]!.visits.filter(({ date, start, end }) => date === rest.date && start < rest.to && end > rest.from); // prettier-ignore
		expect(over).toEqual([]);
		expect(again.levels[0]!.value).toBe(0);
		const { difference } = (await readPlanning(db, rally, again.number))!;
		expect(difference!.visits.length).toBeGreaterThan(0);
	}, 60_000);

	test('a company withdraws and a person leaves: the rest stays, and each change is told', async () => {
		const [visit] = announced.teams[0]!.visits;
		const gone = announced.teams[1]!.memberIds[0]!;
		const [host, person] = [
			(await records(db, 'company').find(rally.id, visit!.companyId))!,
			(await records(db, 'participant').find(rally.id, gone))!
		];
		const by = { updatedBy: editor.name };
		await records(db, 'company').save(rally.id, host.id, host.version, { state: 'declined', ...by });
		await records(db, 'participant').save(rally.id, person.id, person.version, { state: 'withdrawn', ...by });

		const after = await computed(6, announced.number);
		const visits = after.teams.flatMap((team) => team.visits);
		expect(visits.some(({ companyId }) => companyId === host.id)).toBe(false);
		expect(crews(after)).toEqual(
			crews(announced).map(([letter, ...people]) => [letter, ...people.filter((id) => id !== gone)])
		);
		const lost = announced.teams.flatMap((team) => team.visits).filter((of) => of.companyId === host.id);
		const { difference } = (await readPlanning(db, rally, after.number))!;
		expect(difference!.visits.length).toBeGreaterThanOrEqual(lost.length);
		expect(difference!.visits.length).toBeLessThan(3 * lost.length);
		expect(difference!.visits.join(' ')).toContain(host.name);
		expect(difference!.crews).toHaveLength(1);
		expect(difference!.crews[0]).toMatch(/n’est plus dans l’équipe B\.$/);
	});

	test('during the rally, visits begun are frozen, even at a company that is gone since', async () => {
		const dossier = await readDossier(db, rally);
		const [first] = announced.teams[0]!.visits;
		const hour = new Date(`${first!.date}T10:00:00+01:00`);
		expect(pastOf(dossier, hour)).toEqual([0, 600]);
		expect(pastOf(dossier, new Date('2026-12-24T10:00:00Z'))).toBeNull();
		const withdrawn = dossier.companies.find(({ id }) => id === first!.companyId)!;
		expect(withdrawn.state).toBe('declined');
		const hosts = hostsOf(dossier, announced, hour);
		expect(hosts).toContain(withdrawn);
		expect(hostsOf(dossier, announced, new Date('2026-12-24T10:00:00Z'))).not.toContain(withdrawn);
		const ids = ['meeting', ...hosts.map(({ id }) => id)];
		const travel = { ids, minutes: ids.map(() => ids.map(() => 10)), sources: [] };
		const problem = announcing(
			problemOfRally(dossier, announced.teams, travel, hosts),
			dossier,
			announced,
			hour
		);
		expect(problem.companies.find(({ id }) => id === withdrawn.id)!.starts).toEqual([]);
		expect(problem.now).toEqual([0, 600]);
		expect(problem.published).toContainEqual(
			expect.objectContaining({ team: 'A', company: withdrawn.id, day: 0, start: first!.start })
		);
	});

	test('a car that is away for what is to come is given up; one away in the past is kept', async () => {
		const dossier = await readDossier(db, rally);
		const [team] = announced.teams;
		const first = team!.visits[0]!.date;
		const away = (absences: string[]) => ({
			...dossier,
			vehicles: dossier.vehicles.map((car) => (car.id === team!.vehicleId ? { ...car, absences } : car))
		});
		const before = new Date('2026-12-24T10:00:00Z');
		const evening = new Date(`${first}T19:00:00+01:00`);
		const carOf = (absences: string[], at: Date) => locksOf(announced, away(absences), at)[0]!.vehicle;
		expect(carOf([], before)).toBe(team!.vehicleId);
		expect(carOf([`${first}:morning`], before)).toBeNull();
		expect(carOf([`${first}:morning`], evening)).toBe(team!.vehicleId);
	});
});
