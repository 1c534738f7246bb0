import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statuses } from '$lib/domain/participant';
import type { Database, Db } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { planRuns } from '$lib/server/db/repositories/plan-runs';
import { plans } from '$lib/server/db/repositories/plans';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { seedDemo } from '$lib/server/demo/seed-demo';
import { chooseTeams } from '$lib/server/use-cases/planning/choose-teams';
import { computePlan } from '$lib/server/use-cases/planning/compute-plan';
import { inOrderOf } from '$lib/server/use-cases/planning/compute-proposals';
import { explainPlace, teamsKnown } from '$lib/server/use-cases/planning/explain-place';
import { fingerprintNow } from '$lib/server/use-cases/planning/formed-from';
import { proposeTeams } from '$lib/server/use-cases/planning/propose-teams';
import { readProposals } from '$lib/server/use-cases/planning/read-proposals';
import { backends, freshDatabase } from '../databases';

const editor = { name: 'Camille' };
const never = new AbortController().signal;
const silent = { sendPlan: async () => {}, sendErrand: async () => {}, stop: async () => {} };

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

	const dossier = () => readDossier(db, rally);

	test('teams are proposed, one of them is chosen, and the plan keeps it', async () => {
		expect(await readProposals(db, rally)).toMatchObject({ found: null, proposals: [], outdated: false });
		const asked = await proposeTeams(db, silent, await dossier(), editor);
		if (!asked.ok) throw new Error(asked.error.code);
		expect(await proposeTeams(db, silent, await dossier(), editor)).toEqual({
			ok: false,
			error: { code: 'already-running', run: asked.value }
		});
		await computePlan(db, asked.value, never);
		const { found, proposals, outdated, run } = await readProposals(db, rally);
		expect(run).toMatchObject({ kind: 'teams', state: 'done', error: null });
		expect(found).toMatchObject({ run: asked.value, by: 'Camille' });
		expect(outdated).toBe(false);
		expect(proposals).toHaveLength(3);
		expect(proposals[0]).toMatchObject({ parted: null, says: [] });
		const enrolled = (await dossier()).participants.filter(({ state }) => state === 'confirmed');
		for (const { teams, parted } of proposals) {
			expect(teams.flatMap(({ members }) => members.map(({ id }) => id)).sort()).toEqual(
				enrolled.map(({ id }) => id).sort()
			);
			if (parted) expect(parted.pairs).toBeGreaterThanOrEqual(parted.of / 3);
		}
		expect(proposals[1]!.teams.some(({ members }) => members.some(({ moved }) => moved))).toBe(true);
		expect(proposals[0]!.teams.some(({ members }) => members.some(({ moved }) => moved))).toBe(false);

		const nothing = await chooseTeams(
			db,
			silent,
			await dossier(),
			{ run: asked.value, place: 7, seconds: 1 },
			editor
		);
		expect(nothing).toEqual({ ok: false, error: { code: 'gone' } });
		const chosen = await chooseTeams(
			db,
			silent,
			await dossier(),
			{ run: asked.value, place: 1, seconds: 1 },
			editor
		);
		if (!chosen.ok) throw new Error(chosen.error.code);
		await computePlan(db, chosen.value, never);
		expect(await planRuns(db).find(rally.id, chosen.value)).toMatchObject({ state: 'done', error: null });
		const plan = (await plans(db).latest(rally.id))!;
		expect(plan.teams.map(({ memberIds }) => [...memberIds].sort())).toEqual(
			proposals[1]!.teams.map(({ members }) => members.map(({ id }) => id).sort())
		);
		expect(teamsKnown(await dossier(), plan)).toMatchObject({ given: true, outdated: false });
	}, 90_000);

	test('why each person is in a team, in sentences that tell nobody’s status', async () => {
		const all = await dossier();
		const plan = (await plans(db).latest(rally.id))!;
		const labels = Object.values(statuses).map((label) => label.split(' (')[0]!);
		for (const { memberIds } of plan.teams.slice(0, 2)) {
			const answer = explainPlace(all, plan, memberIds[0]!)!;
			expect(answer.elsewhere).toHaveLength(plan.teams.length - 1);
			expect(answer.best.length).toBeGreaterThan(0);
			const said = [...answer.holds, ...answer.elsewhere, ...answer.best].join(' ');
			for (const label of labels) expect(said).not.toContain(label);
			expect(said).not.toMatch(/RSA|RQTH|handicap|dipl[oô]me/i);
		}
		expect(explainPlace(all, plan, 'nobody')).toBeNull();
	});

	test('what changes who can ride outdates the teams; a status, a telephone or an order does not', async () => {
		const before = fingerprintNow(await dossier());
		const { participants, ...rest } = await dossier();
		const [one] = participants.filter(({ state }) => state === 'confirmed');
		const changed = (change: object) =>
			fingerprintNow({
				...rest,
				participants: participants.map((person) => (person === one ? { ...person, ...change } : person))
			});
		expect(changed({ statuses: ['rsa'], phone: '06 00 00 00 00' })).toBe(before);
		expect(fingerprintNow({ ...rest, participants: [...participants].reverse() })).toBe(before);
		expect(changed({ backBy: 900 })).not.toBe(before);
		expect(changed({ state: 'withdrawn' })).not.toBe(before);
		const stored = (await records(db, 'participant').find(rally.id, one!.id))!;
		await records(db, 'participant').save(rally.id, stored.id, stored.version, {
			state: 'withdrawn',
			updatedBy: editor.name
		});
		expect((await readProposals(db, rally)).outdated).toBe(true);
		expect(teamsKnown(await dossier(), (await plans(db).latest(rally.id))!)).toMatchObject({
			outdated: true
		});
	});
});

test('teams are put beside those they share most people with', () => {
	const team = (...members: string[]) => ({ members, vehicle: null, accompanist: null, driver: null });
	const first = [team('a', 'b', 'c'), team('d', 'e', 'f'), team('g', 'h')];
	const other = [team('g', 'd', 'h'), team('e', 'f', 'a'), team('b', 'c')];
	expect(inOrderOf(other, first).map(({ members }) => members.join(''))).toEqual(['bc', 'efa', 'gdh']);
});
