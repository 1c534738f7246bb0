import type { Plan } from '$lib/domain/plan';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../db/client';
import { makeScenario } from '../use-cases/scenario/make-scenario';
import type { Editor } from '../use-cases/records/edit-record';

/** Longest time to look for it, seconds: it is found well before. */
const SECONDS = 4;

/** A scenario kept with the demonstration: the company that receives most teams drops out. */
export async function supposeInDemo(db: Db, rally: Rally, plan: Plan, editor: Editor): Promise<void> {
	const visits = new Map<string, number>();
	for (const { companyId } of plan.teams.flatMap((team) => team.visits))
		visits.set(companyId, (visits.get(companyId) ?? 0) + 1);
	const [most] = [...visits].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
	if (!most) return;
	await makeScenario(
		db,
		rally,
		{
			base: plan.number,
			supposes: [{ kind: 'company-gone', companyId: most[0] }],
			name: 'Si l’entreprise la plus visitée se désiste',
			seconds: SECONDS
		},
		editor
	);
}
