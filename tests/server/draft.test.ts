import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '$lib/domain/calendar';
import { DraftTable } from '$lib/components/draft/draft-table.svelte';
import { applied, cell, cellsOf, type CellChange, type Cells } from '$lib/domain/draft/cells';
import { changesOf, type DraftEdit } from '$lib/domain/draft/edits';
import { changesToUndo } from '$lib/domain/draft/history';
import type { Plan } from '$lib/domain/plan';
import type { Database, Db } from '$lib/server/db/client';
import { drafts, type Draft } from '$lib/server/db/repositories/drafts';
import { plans } from '$lib/server/db/repositories/plans';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { seedDemo } from '$lib/server/demo/seed-demo';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { computePlan } from '$lib/server/use-cases/planning/compute-plan';
import { planRally } from '$lib/server/use-cases/planning/plan-rally';
import { askForDraft } from '$lib/server/use-cases/draft/ask-for-draft';
import { SentEdit } from '$lib/server/use-cases/draft/draft-changes';
import { dropDraft } from '$lib/server/use-cases/draft/drop-draft';
import { editDraft } from '$lib/server/use-cases/draft/edit-draft';
import { keepDraft } from '$lib/server/use-cases/draft/keep-draft';
import { openDraft } from '$lib/server/use-cases/draft/open-draft';
import { readDraft } from '$lib/server/use-cases/draft/read-draft';
import { moveAlong } from '$lib/server/use-cases/rallies/move-rally';
import { archiveRecord } from '$lib/server/use-cases/records/edit-record';
import { readScenarios } from '$lib/server/use-cases/scenario/read-scenarios';
import { backends, freshDatabase } from '../databases';

const camille = { userId: 'u1', name: 'Camille' };
const noe = { userId: 'u2', name: 'Noé' };
const silent = { sendPlan: async () => {}, sendErrand: async () => {}, stop: async () => {} };

describe.each(backends)('%s', (kind) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;
	let plan: Plan;
	let draft: Draft;

	const cells = (): Promise<Cells> => drafts(db, rally.id).cells(draft.id);
	const send = (changes: CellChange[], author = camille, kind = 'move-visit', of: number | null = null) =>
		editDraft(db, rally, draft.id, { kind, changes, of }, author);
	const edit = async (wanted: DraftEdit, author = camille) => send(changesOf(await cells(), wanted), author);
	const aVisit = async (team = 'A') =>
		cellsOf(await cells(), 'visit').find(([, visit]) => visit.team === team)!;

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

	beforeEach(async () => {
		const open = await drafts(db, rally.id).working();
		if (open) await drafts(db, rally.id).remove(open.id);
		const opened = await openDraft(db, rally, plan.number, camille);
		if (!opened.ok) throw new Error(opened.error.code);
		draft = opened.value;
	});

	test('a version opens as it is, once for everybody; kept untouched it is the same plan', async () => {
		const again = await openDraft(db, rally, plan.number, noe);
		expect(again).toMatchObject({ ok: true, value: { id: draft.id } });
		const read = (await readDraft(db, rally, null))!;
		expect(read.draft.id).toBe(draft.id);
		const kept = await keepDraft(db, rally, draft.id, 0, camille);
		if (!kept.ok) throw new Error(kept.error.code);
		const saved = (await plans(db).numbered(rally.id, kept.value.number))!;
		const bare = ({ teams }: Plan) => teams.map(({ id: _, ...team }) => team);
		expect(bare(saved)).toEqual(bare(plan));
		expect(saved).toMatchObject({ byHand: true, keeps: plan.number, violations: [], published: false });
		expect(saved.levels.map(({ value }) => value)).toEqual(plan.levels.map(({ value }) => value));
		expect(await drafts(db, rally.id).working()).toBeNull();
	});

	test('an edit is kept with its author; another version cannot be opened over it', async () => {
		const [id, visit] = await aVisit();
		const made = await edit({ kind: 'move-visit', visit: id, team: 'B', date: visit.date, start: 605 });
		expect(made).toMatchObject({ ok: true, value: { number: 1, by: 'Camille' } });
		expect(cell(await cells(), 'visit', id)).toMatchObject({ team: 'B', start: 605 });
		const latest = (await plans(db).latest(rally.id))!;
		if (latest.number !== plan.number)
			expect(await openDraft(db, rally, latest.number, noe)).toMatchObject({
				ok: false,
				error: { code: 'another-open', base: plan.number, version: 1 }
			});
	});

	test('what cannot be done is saved with its words, never refused', async () => {
		const [id, visit] = await aVisit();
		await edit({ kind: 'move-visit', visit: id, team: 'B', date: visit.date, start: 5 * 60 });
		await edit({ kind: 'put-break', break: randomUUID(), team: 'A', date: visit.date, from: 630, to: 645, label: 'Café' }); // prettier-ignore
		const kept = await keepDraft(db, rally, draft.id, 2, noe);
		if (!kept.ok) throw new Error(kept.error.code);
		const saved = (await plans(db).numbered(rally.id, kept.value.number))!;
		expect(saved.violations.join(' ')).toMatch(/pas un de ses créneaux|avant le début de sa journée/);
		expect(saved.breaks).toEqual([{ team: 'A', date: visit.date, from: 630, to: 645, label: 'Café' }]);
		expect(saved.createdBy).toBe('Noé');
	});

	test('two editors at once: other cells merge, the same cell is told with both versions', async () => {
		const before = await cells();
		const [one, two] = cellsOf(before, 'visit');
		const moved = (id: string, start: number) => {
			const visit = cell(before, 'visit', id)!;
			return changesOf(before, { kind: 'move-visit', visit: id, team: visit.team, date: visit.date, start });
		};
		const both = await Promise.all([send(moved(one![0], 700), camille), send(moved(two![0], 710), noe)]);
		expect(both.map(({ ok }) => ok)).toEqual([true, true]);
		const clash = await Promise.all([send(moved(one![0], 720), camille), send(moved(one![0], 730), noe)]);
		expect(clash.filter(({ ok }) => ok)).toHaveLength(0);
		expect(clash[0]).toMatchObject({
			error: {
				code: 'changed-meanwhile',
				by: 'Camille',
				conflicts: [{ key: `visit:${one![0]}`, now: { start: 700 }, after: { start: 720 } }]
			}
		});
		expect(await drafts(db, rally.id).editsSince(draft.id, 0)).toHaveLength(2);
	});

	test('a person moved by two people at once is in one team, and the second is told', async () => {
		const before = await cells();
		const [person] = cellsOf(before, 'person')[0]!;
		const to = (team: string) => changesOf(before, { kind: 'move-person', person, team });
		const letters = ['A', 'B', 'C'].filter((team) => cell(before, 'person', person)!.team !== team);
		const answers = await Promise.all([send(to(letters[0]!), camille), send(to(letters[1]!), noe)]);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		expect(letters).toContain(cell(await cells(), 'person', person)!.team);
	});

	test('an edit is undone by what takes it back, and the journal replayed gives what is stored', async () => {
		const before = await cells();
		const [id] = await aVisit();
		const made = await edit({ kind: 'remove-visit', visit: id });
		if (!made.ok) throw new Error(made.error.code);
		expect(cell(await cells(), 'visit', id)).toBeNull();
		await send(changesToUndo(made.value), camille, 'undo', made.value.number);
		expect(await cells()).toEqual(before);
		const journal = await drafts(db, rally.id).editsSince(draft.id, 0);
		const replayed = journal.reduce((now, { changes }) => {
			const next = applied(now, changes);
			if (!next.ok) throw new Error('the journal does not hold');
			return next.value;
		}, before);
		expect(replayed).toEqual(await cells());
	});

	test('what somebody adds meanwhile is neither kept nor dropped unseen', async () => {
		const [id, visit] = await aVisit();
		await edit({ kind: 'move-visit', visit: id, team: visit.team, date: visit.date, start: 610 }, noe);
		expect(await keepDraft(db, rally, draft.id, 0, camille)).toMatchObject({
			ok: false,
			error: { code: 'changed-meanwhile', version: 1 }
		});
		expect(await dropDraft(db, rally, draft.id, 0)).toMatchObject({ ok: false });
		expect(await dropDraft(db, rally, draft.id, 1)).toMatchObject({ ok: true });
	});

	test('the planner moves what lies over a break, and leaves every break free', async () => {
		const [id, visit] = await aVisit();
		await edit({ kind: 'put-break', break: randomUUID(), team: 'A', date: visit.date, from: visit.start + 10, to: visit.start + 20, label: 'Café' }); // prettier-ignore
		const over = async () => {
			const read = (await readDraft(db, rally, null))!;
			return new DraftTable({ ...read, me: camille.userId }).troubles.map(({ says }) => says).join(' ');
		};
		expect(await over()).toContain('tombe pendant la visite');
		const found = await askForDraft(db, rally, draft.id, { want: 'repair', seconds: 8 });
		if (!found.ok) throw new Error(found.error.code);
		const { changes, missing, findings } = found.value;
		expect(changes.map(({ key }) => key)).toContain(`visit:${id}`);
		expect({ missing, findings }).toEqual({ missing: { charter: 0, promises: 0 }, findings: [] });
		expect(await send(changes, camille, 'planner')).toMatchObject({ ok: true });
		expect(await over()).not.toContain('pause');
	}, 30_000);

	test('a break that leaves a team no hour: the least bad is proposed, and says that the break is why', async () => {
		const dates = [...new Set(cellsOf(await cells(), 'visit').map(([, { date }]) => date))];
		for (const date of dates)
			await edit({ kind: 'put-break', break: randomUUID(), team: 'A', date, from: 480, to: 1140, label: 'Arrêt' }); // prettier-ignore
		const found = await askForDraft(db, rally, draft.id, { want: 'best', seconds: 8 });
		if (!found.ok) throw new Error(found.error.code);
		const { missing, findings, changes } = found.value;
		expect(missing.charter).toBeGreaterThan(0);
		const short = findings.find((finding) => finding.kind === 'visits-short' && finding.team === 'A');
		expect(short).toMatchObject({ visits: 0 });
		expect(short && 'obstacles' in short ? short.obstacles.rest : 0).toBeGreaterThan(0);
		expect(changes.some(({ after }) => (after as { team?: string } | null)?.team === 'A')).toBe(false);
	}, 30_000);

	test('the planner completes what was taken away, and leaves the rest as it is', async () => {
		const [id, visit] = await aVisit();
		await edit({ kind: 'remove-visit', visit: id });
		const [other] = cellsOf(await cells(), 'visit').find(([, { team }]) => team === 'B')!;
		await edit({ kind: 'pin-visit', visit: other, pinned: ['start', 'team'] });
		const found = await askForDraft(db, rally, draft.id, { want: 'repair', seconds: 8 });
		if (!found.ok) throw new Error(found.error.code);
		const { changes, missing } = found.value;
		expect(missing.charter).toBe(0);
		expect(changes.filter(({ before }) => before !== null)).toEqual([]);
		expect(changes.length).toBeGreaterThan(0);
		const made = await send(changes, camille, 'planner');
		expect(made.ok).toBe(true);
		expect(
			cellsOf(await cells(), 'visit').filter(([, { team }]) => team === visit.team).length
		).toBeGreaterThan(5);
		const kept = await keepDraft(
			db,
			rally,
			draft.id,
			(await drafts(db, rally.id).find(draft.id))!.version,
			noe
		);
		if (!kept.ok) throw new Error(kept.error.code);
		const saved = (await plans(db).numbered(rally.id, kept.value.number))!;
		expect([saved.violations, saved.levels[0]!.value]).toEqual([[], 0]);
	}, 30_000);

	test('what is not of this rally is refused, and so is what makes no sense', async () => {
		const stranger = randomUUID();
		const made = await send([{ key: `person:${stranger}`, before: null, after: { team: 'A' } }]);
		expect(made).toMatchObject({ ok: false, error: { code: 'unknown' } });
		const other = { ...rally, id: randomUUID() };
		expect(await editDraft(db, other, draft.id, { kind: 'x', changes: [], of: null }, camille)).toMatchObject(
			{ ok: false, error: { code: 'not-found' } }
		);
		const visit = {
			team: 'A',
			companyId: randomUUID(),
			date: '2027-01-05',
			start: 600,
			end: 590,
			pinned: []
		};
		for (const sent of [
			{ kind: 'add-visit', changes: [{ key: `visit:${stranger}`, before: null, after: visit }] },
			{ kind: 'add-visit', changes: [{ key: 'visit:../x', before: null, after: null }] },
			{ kind: 'add-visit', changes: [{ key: `person:${stranger}`, before: null, after: visit }] },
			{ kind: '', changes: [] }
		])
			expect(SentEdit.safeParse(sent).success).toBe(false);
	});

	test('a rally that moves takes its drafts and its breaks along', async () => {
		const [id, visit] = await aVisit();
		const rest = { team: 'A', date: visit.date, from: 630, to: 645, label: 'Café' };
		await edit({ kind: 'put-break', break: randomUUID(), ...rest });
		const kept = await keepDraft(db, rally, draft.id, 1, camille);
		if (!kept.ok) throw new Error(kept.error.code);
		const opened = await openDraft(db, rally, kept.value.number, camille);
		if (!opened.ok) throw new Error(opened.error.code);
		draft = opened.value;
		await db.transaction(async (tx) => {
			await moveAlong(tx, rally, 7, camille);
		});
		const date = addDays(visit.date, 7);
		expect((await plans(db).numbered(rally.id, kept.value.number))!.breaks).toEqual([{ ...rest, date }]);
		expect(new Set(cellsOf(await cells(), 'break').map(([, one]) => one.date))).toEqual(new Set([date]));
		const dates = plan.teams.flatMap(({ visits }) => visits.map((one) => addDays(one.date, 7)));
		expect(
			cellsOf(await cells(), 'visit')
				.map(([, one]) => one.date)
				.sort()
		).toEqual(dates.sort());
		// A visit is named from what it is: reopened, the kept version has it under the same name.
		expect(cell(await cells(), 'visit', id)).toEqual({ ...visit, date });
		const journal = await drafts(db, rally.id).editsSince(draft.id, 0);
		expect(journal.at(-1)).toMatchObject({ kind: 'move-rally', by: 'Camille', byId: '' });
		await db.transaction(async (tx) => {
			await moveAlong(tx, rally, -7, camille);
		});
	});

	test('the page is given no status, and a company gone since is still shown', async () => {
		const [, visit] = await aVisit();
		await archiveRecord(db, 'company', rally, visit.companyId, camille);
		const read = (await readDraft(db, rally, null))!;
		expect(read.known.companies.map(({ id }) => id)).toContain(visit.companyId);
		// The table draws the visit although no road leads there any more, and says what is wrong with it.
		const table = new DraftTable({ ...read, me: camille.userId });
		expect(table.view.teams[0]!.visits).toBe(plan.teams[0]!.visits.length);
		expect(table.troubles.map(({ says }) => says).join(' ')).toContain('ne fait plus partie des entreprises');
		expect((await readScenarios(db, rally)).reference!.broken.join(' ')).toContain('ne fait plus partie');
		expect(await keepDraft(db, rally, draft.id, 0, camille)).toMatchObject({
			ok: false,
			error: { code: 'lost-companies' }
		});
		const { statuses } = (await records(db, 'participant').list(rally.id)).find(
			(of) => of.statuses.length > 0
		)!;
		const text = JSON.stringify(read);
		for (const status of statuses) expect(text).not.toContain(`"${status}"`);
		expect(text).not.toContain('phone');
	});
});
