import { randomUUID } from 'node:crypto';
import { halfDay, noonOf } from '$lib/domain/calendar';
import { wallClock } from '$lib/domain/clock';
import { applied, idOf, kindOf, type CellChange, type DraftSeat } from '$lib/domain/draft/cells';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { drafts } from '../../db/repositories/drafts';
import { plans } from '../../db/repositories/plans';
import { sayAsOrganizer } from '../day/correct-day';
import { cellsOfPlan } from '../draft/cells-of-plan';
import { editDraft } from '../draft/edit-draft';
import { keepDraft } from '../draft/keep-draft';
import { publishPlan, type PublishedMeanwhile } from '../planning/publish-plan';
import type { Editor } from '../records/edit-record';

export type ApplyRemedyError =
	| { code: 'no-plan' }
	/** The version in force is not the one it was proposed for. */
	| PublishedMeanwhile
	/** It speaks of companies, people or cars that are not, or no longer, there. */
	| { code: 'lost' };

/**
 * Makes what was chosen the plan in force, at once: a new version, published. `base` is the version it was proposed for;
 * when another one came into force meanwhile nothing is done. On a day of the rally, whoever leaves every team is noted
 * absent for what is left of it.
 */
export const applyRemedy = (
	db: Db,
	rally: Rally,
	{ base, changes, at }: { base: number; changes: CellChange[]; at: Date },
	editor: Editor & { userId: string }
): Promise<Result<{ number: number }, ApplyRemedyError>> =>
	db
		.transaction(async (tx) => {
			const plan = await plans(tx).published(rally.id);
			if (!plan) return err({ code: 'no-plan' } as const);
			const cells = cellsOfPlan(plan);
			// Another version gives other cells: publishing tells which, and by whom.
			if (plan.number === base && !applied(cells, changes).ok) return err({ code: 'lost' } as const);
			if (plan.number !== base) {
				const meanwhile = await publishPlan(tx, rally, { number: base, inForce: base }, editor);
				return meanwhile.ok ? err({ code: 'lost' } as const) : err(stale(meanwhile.error));
			}
			const all = drafts(tx, rally.id);
			const { organizationId, id: rallyId } = rally;
			const row = { organizationId, rallyId, name: randomUUID(), base, createdBy: editor.name };
			const draft = (await all.add(row, cells))!;
			const edit = { kind: 'imprévu', changes, of: null };
			const edited = await editDraft(tx, rally, draft.id, edit, editor);
			if (!edited.ok) throw new Undone({ code: 'lost' });
			const kept = await keepDraft(tx, rally, draft.id, edited.value.number, editor);
			if (!kept.ok) throw new Undone({ code: 'lost' });
			await all.remove(draft.id);
			const published = await publishPlan(tx, rally, { number: kept.value.number, inForce: base }, editor);
			if (!published.ok) throw new Undone(stale(published.error));
			const absences = absencesIn(changes, rally, at);
			if (absences.length > 0) await sayAsOrganizer(tx, rally, absences, editor, at);
			return ok({ number: kept.value.number });
		})
		.catch((problem: unknown) => {
			if (problem instanceof Undone) return err(problem.why);
			throw problem;
		});

/** People whom the changes leave in no team, as lines of the day's log. */
function absencesIn(changes: readonly CellChange[], { programme }: Rally, at: Date) {
	const { date, minutes } = wallClock(at);
	const day = programme.find((of) => of.date === date);
	if (!day) return [];
	const halves = (['morning', 'afternoon'] as const).filter(
		(part) => day[part] !== 'free' && (part === 'afternoon' || minutes < noonOf(day))
	);
	const left = changes.flatMap(({ key, before, after }) =>
		kindOf(key) === 'person' && (after as DraftSeat | null)?.team === null
			? [{ person: idOf(key), team: (before as DraftSeat | null)?.team ?? null }]
			: []
	);
	return left.flatMap(({ person, team }) =>
		halves.map((part) => ({
			team,
			said: {
				kind: 'presence',
				person,
				half: halfDay(date, part),
				state: 'absent',
				from: null,
				reason: ''
			} as const
		}))
	);
}

/** Takes the transaction back. */
class Undone extends Error {
	constructor(readonly why: ApplyRemedyError) {
		super(why.code);
	}
}

const stale = (error: { code: 'not-found' } | PublishedMeanwhile): ApplyRemedyError =>
	error.code === 'not-found' ? { code: 'lost' } : error;
