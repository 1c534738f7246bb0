import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '$lib/domain/calendar';
import { cellsOf, type CellChange } from '$lib/domain/draft/cells';
import type { Plan } from '$lib/domain/plan';
import type { WhatIf } from '$lib/domain/scenario/what-if';
import type { Database, Db } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { drafts } from '$lib/server/db/repositories/drafts';
import { plans } from '$lib/server/db/repositories/plans';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { seedDemo } from '$lib/server/demo/seed-demo';
import { editDraft } from '$lib/server/use-cases/draft/edit-draft';
import { keepDraft } from '$lib/server/use-cases/draft/keep-draft';
import { dropDraft } from '$lib/server/use-cases/draft/drop-draft';
import { openDraft } from '$lib/server/use-cases/draft/open-draft';
import { readDraft } from '$lib/server/use-cases/draft/read-draft';
import { computePlan } from '$lib/server/use-cases/planning/compute-plan';
import { countedConditions } from '$lib/server/use-cases/planning/counted-conditions';
import { planRally } from '$lib/server/use-cases/planning/plan-rally';
import { moveAlong } from '$lib/server/use-cases/rallies/move-rally';
import { applyScenario } from '$lib/server/use-cases/scenario/apply-scenario';
import { keepAsScenario } from '$lib/server/use-cases/scenario/keep-as-scenario';
import { makeScenario } from '$lib/server/use-cases/scenario/make-scenario';
import { readScenarios } from '$lib/server/use-cases/scenario/read-scenarios';
import { isOfRally, ScenarioForm } from '$lib/server/use-cases/scenario/scenario-form';
import { readTravel } from '$lib/server/use-cases/travel/read-travel';
import { backends, freshDatabase } from '../databases';

const camille = { userId: 'u1', name: 'Camille' };
const silent = { sendPlan: async () => {}, sendErrand: async () => {}, stop: async () => {} };

describe.each(backends)('%s', (kind) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;
	let plan: Plan;

	const suppose = async (name: string, ...supposes: WhatIf[]) => {
		const made = await makeScenario(db, rally, { base: plan.number, supposes, name, seconds: 3 }, camille);
		if (!made.ok) throw new Error(made.error.code);
		return made.value;
	};
	const named = async (name: string) =>
		(await readScenarios(db, rally)).scenarios.find((one) => one.name === name)!;

	beforeAll(async () => {
		database = await freshDatabase(kind);
		db = database.db;
		const { rallyId } = await seedDemo(db, '2027-01-04');
		rally = (await rallies(db).find(rallyId))!;
		const asked = await planRally(db, silent, await readDossier(db, rally), { seconds: 2, seed: 1 }, camille);
		if (!asked.ok) throw new Error(asked.error.code);
		await computePlan(db, asked.value, new AbortController().signal);
		plan = (await plans(db).latest(rallyId))!;
	});
	afterAll(() => database.close());

	test('a company gone: its visits go elsewhere, nothing real changes, and who is affected is told', async () => {
		const before = JSON.stringify([await readDossier(db, rally, plan), await plans(db).list(rally.id)]);
		const companyId = plan.teams[0]!.visits[0]!.companyId;
		const made = await suppose('Une de moins', { kind: 'company-gone', companyId });
		const cells = await drafts(db, rally.id).cells(made.id);
		expect(cellsOf(cells, 'visit').filter(([, visit]) => visit.companyId === companyId)).toEqual([]);
		expect(JSON.stringify([await readDossier(db, rally, plan), await plans(db).list(rally.id)])).toBe(before);
		const told = await named('Une de moins');
		expect(told.supposes).toHaveLength(1);
		expect(told.broken).toEqual([]);
		expect(told.affected.teams.length).toBeGreaterThan(0);
		expect(told.affected.companies.length).toBeGreaterThan(0);
		const { reference } = await readScenarios(db, rally);
		expect(reference).toMatchObject({
			id: null,
			broken: [],
			affected: { teams: [], companies: [], people: 0 }
		});
	});

	test('a smaller car and two people absent: teams are put together again within the seats', async () => {
		const team = plan.teams.find(({ vehicleId }) => vehicleId !== null)!;
		const absent = plan.teams.flatMap(({ memberIds }) => memberIds.slice(0, 1)).slice(0, 2);
		const made = await suppose(
			'',
			{ kind: 'vehicle-seats', vehicleId: team.vehicleId!, seats: 5 },
			{ kind: 'people-absent', participantIds: absent }
		);
		const open = (await readDraft(db, rally, made.id))!;
		const riding = cellsOf(open.cells, 'person').map(([id]) => id);
		for (const id of absent) expect(riding).not.toContain(id);
		expect(open.known.vehicles.find(({ id }) => id === team.vehicleId)?.seats).toBe(5);
		expect(open.supposes.join(' ')).toMatch(/5.places/);
		// Two people out of their teams; whoever moves besides is told too.
		expect((await named(made.name!)).affected.people).toBeGreaterThanOrEqual(2);
		expect((await named(made.name!)).broken.filter((says) => /places/.test(says))).toEqual([]);
	});

	test('what cannot be is proven, and says what cannot hold together', async () => {
		const dossier = await readDossier(db, rally, plan);
		const kept = new Set(plan.teams[0]!.visits.slice(0, 4).map(({ companyId }) => companyId));
		const gone = dossier.companies
			.filter(({ id, state }) => state === 'confirmed' && !kept.has(id))
			.map(({ id }): WhatIf => ({ kind: 'company-gone', companyId: id }));
		await suppose('Quatre entreprises', ...gone);
		expect(await named('Quatre entreprises')).toMatchObject({ outcome: 'proved-impossible' });
		expect((await named('Quatre entreprises')).conflict.length).toBeGreaterThan(0);
	});

	test('a name is taken once; one that nobody gave finds a free one', async () => {
		const supposes: WhatIf[] = [{ kind: 'fewer-sectors', sectors: 2 }];
		const wanted = { base: plan.number, supposes, name: 'Deux secteurs', seconds: 2 };
		expect(await makeScenario(db, rally, wanted, camille)).toMatchObject({ ok: true });
		expect(await makeScenario(db, rally, wanted, camille)).toMatchObject({ error: { code: 'name-taken' } });
		const [one, two] = [await suppose('', ...supposes), await suppose('', ...supposes)];
		expect(one.name).not.toBe(two.name);
		expect(await makeScenario(db, rally, { ...wanted, base: 999, name: '' }, camille)).toMatchObject({
			error: { code: 'no-plan' }
		});
	});

	test('chosen, it opens as one edit of its version, which can be taken back; then it is judged on what is', async () => {
		const companyId = plan.teams[1]!.visits[0]!.companyId;
		const made = await suppose('À choisir', { kind: 'company-gone', companyId });
		const applied = await applyScenario(db, rally, made.id, camille);
		if (!applied.ok) throw new Error(applied.error.code);
		const bare = (all: Awaited<ReturnType<ReturnType<typeof drafts>['cells']>>) =>
			cellsOf(all, 'visit')
				.map(([, visit]) => JSON.stringify([visit.team, visit.companyId, visit.date, visit.start]))
				.sort();
		const all = drafts(db, rally.id);
		expect(bare(await all.cells(applied.value.id))).toEqual(bare(await all.cells(made.id)));
		expect(await all.editsSince(applied.value.id, 0)).toMatchObject([{ kind: 'scenario', by: 'Camille' }]);
		expect((await readDraft(db, rally, null))!.supposes).toEqual([]);
		// Somebody works on it now: another is not laid over it.
		expect(await applyScenario(db, rally, made.id, camille)).toMatchObject({
			error: { code: 'another-open' }
		});
		const kept = await keepAsScenario(db, rally, applied.value.id, 'Gardé en route', camille);
		expect(kept.ok).toBe(true);
		expect(await named('Gardé en route')).toMatchObject({ outcome: 'by-hand', supposes: [] });
		expect(await dropDraft(db, rally, applied.value.id, 1)).toMatchObject({ ok: true });
	});

	test('a version can be opened and dropped beside scenarios, which stay', async () => {
		const before = (await drafts(db, rally.id).scenarios()).length;
		const opened = await openDraft(db, rally, plan.number, camille);
		if (!opened.ok) throw new Error(opened.error.code);
		await dropDraft(db, rally, opened.value.id, 0);
		expect((await drafts(db, rally.id).scenarios()).length).toBe(before);
	});

	test('scenarios follow a rally that moves, and hold nobody’s status', async () => {
		const { date } = rally.programme[0]!;
		const supposes: WhatIf[] = [{ kind: 'longer-day', date, minutes: 30, end: 'evening' }];
		const made = await suppose('Plus tard', ...supposes);
		const text = JSON.stringify([await readScenarios(db, rally), await readDraft(db, rally, made.id)]);
		const { participants } = await readDossier(db, rally, plan);
		for (const status of new Set(participants.flatMap(({ statuses }) => statuses)))
			expect(text).not.toContain(`"${status}"`);
		await db.transaction(async (tx) => {
			await moveAlong(tx, rally, 7, camille);
		});
		expect((await drafts(db, rally.id).find(made.id))!.supposes).toEqual([
			{ ...supposes[0], date: addDays(date, 7) }
		]);
		await db.transaction(async (tx) => {
			await moveAlong(tx, rally, -7, camille);
		});
	});

	test('what is supposed is of the rally, and at least one thing', async () => {
		const dossier = await readDossier(db, rally, plan);
		const stranger = '00000000-0000-4000-8000-000000000000';
		expect(isOfRally([{ kind: 'company-gone', companyId: stranger }], dossier)).toBe(false);
		expect(isOfRally([{ kind: 'company-gone', companyId: dossier.companies[0]!.id }], dossier)).toBe(true);
		const blank = { base: '1', name: '', companyGone: '', vehicle: '', seats: '', accompanistGone: '', host: '', date: '', from: '', to: '', longerDate: '', longerMinutes: '' }; // prettier-ignore
		expect(ScenarioForm.safeParse(blank).success).toBe(false);
		expect(ScenarioForm.safeParse({ ...blank, host: stranger }).success).toBe(false);
		const read = ScenarioForm.safeParse({ ...blank, vehicle: stranger, seats: '7' });
		expect(read.data?.supposes).toEqual([{ kind: 'vehicle-seats', vehicleId: stranger, seats: 7 }]);
	});

	test('conditions are counted before any computation: none short here, each said when it is', async () => {
		const dossier = await readDossier(db, rally, null);
		const travel = await readTravel(db, dossier);
		expect(countedConditions(dossier, travel)).toEqual([]);
		const few = { ...dossier, companies: dossier.companies.slice(0, 3) };
		expect(countedConditions(few, travel).join(' ')).toMatch(/entreprises/);
		expect(countedConditions({ ...dossier, vehicles: [] }, travel).join(' ')).toMatch(/véhicule/);
	});

	test('a version with a break: whatever is supposed, the plan looked for leaves it free', async () => {
		const opened = await openDraft(db, rally, plan.number, camille);
		if (!opened.ok) throw new Error(opened.error.code);
		const [, visit] = cellsOf(await drafts(db, rally.id).cells(opened.value.id), 'visit').find(([, { team }]) => team === 'A')!; // prettier-ignore
		const rest = { team: 'A', date: visit.date, from: visit.start + 10, to: visit.start + 30, label: 'Café' };
		const put: CellChange[] = [{ key: `break:${randomUUID()}`, before: null, after: rest }];
		await editDraft(db, rally, opened.value.id, { kind: 'put-break', changes: put, of: null }, camille);
		const kept = await keepDraft(db, rally, opened.value.id, 1, camille);
		if (!kept.ok) throw new Error(kept.error.code);
		const wanted = { base: kept.value.number, supposes: [{ kind: 'fewer-sectors', sectors: 2 } as const], name: 'Avec une pause', seconds: 3 }; // prettier-ignore
		const made = await makeScenario(db, rally, wanted, camille);
		if (!made.ok) throw new Error(made.error.code);
		const cells = await drafts(db, rally.id).cells(made.value.id);
		expect(cellsOf(cells, 'break').map(([, one]) => one)).toEqual([rest]);
		const over = cellsOf(cells, 'visit').filter(([, { team, date, start, end }]) => team === 'A' && date === rest.date && start < rest.to && end > rest.from); // prettier-ignore
		expect(over).toEqual([]);
		expect((await named('Avec une pause')).broken).toEqual([]);
		await drafts(db, rally.id).remove(made.value.id);
	}, 30_000);
});
