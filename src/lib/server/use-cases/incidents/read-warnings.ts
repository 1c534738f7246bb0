import { cellsOf, changesBetween, type CellKey, type Cells } from '$lib/domain/draft/cells';
import type { Plan } from '$lib/domain/plan';
import type { Rally } from '$lib/domain/rally';
import { changesToward } from '$lib/solver/hand/ask';
import { handPlanOf } from '$lib/solver/hand/hand-plan';
import type { Db } from '../../db/client';
import { plans } from '../../db/repositories/plans';
import { cellsOfPlan } from '../draft/cells-of-plan';
import { toWarn, type ToWarn } from './to-warn';
import { readSituation } from './situation';

export interface Warnings {
	version: number;
	/** Version that it changes. */
	from: number;
	warn: ToWarn[];
}

/** Whom to warn of the version in force, against the one it was made from. Null when it was not made from another. */
export async function readWarnings(db: Db, rally: Rally, at: Date): Promise<Warnings | null> {
	const inHand = await readSituation(db, rally, at);
	const former = inHand?.plan.keeps ? await plans(db).numbered(rally.id, inHand.plan.keeps) : null;
	if (!inHand || !former) return null;
	const { situation, plan } = inHand;
	const before = cellsOfPlan(former);
	const changes = changesFrom(before, plan, situation.standing.dates);
	return { version: plan.number, from: former.number, warn: toWarn({ ...inHand, cells: before }, changes) };
}

/** Visits are paired with what became of them; the rest is told cell by cell. */
function changesFrom(before: Cells, plan: Plan, dates: readonly string[]) {
	const after = cellsOfPlan(plan);
	const others = (cells: Cells): Cells =>
		Object.fromEntries(Object.entries(cells).filter(([key]) => !key.startsWith('visit:')));
	const ids = new Map(cellsOf(after, 'visit').map(([id], i) => [i, id]));
	let added = 0;
	return [
		...changesBetween(others(before), others(after)).filter(
			({ key }) => !(key as CellKey).startsWith('break:')
		),
		...changesToward(before, handPlanOf(after, dates).visits, dates, () => ids.get(added++)!)
	];
}
