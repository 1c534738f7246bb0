import type { CellChange } from '$lib/domain/draft/cells';
import { changeWords } from '$lib/domain/draft/edit-words';
import { namesOf } from '$lib/domain/draft/names';
import { capitalised } from '$lib/domain/french';
import type { RemedyTitle } from '$lib/domain/incident/incident';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Incident, Remedy } from '$lib/solver/hand/incidents/incident';
import { firstAid } from '$lib/solver/hand/incidents/remedies';
import { ranked } from '$lib/solver/hand/incidents/weigh';
import { planInThread } from '$lib/solver/thread/client';
import { verify } from '$lib/solver/verify';
import type { Db } from '../../db/client';
import { readSituation, type DayInHand } from './situation';
import { toWarn, type ToWarn } from './to-warn';

/** What can be done, as the page shows it. */
export interface ShownRemedy {
	kind: RemedyTitle;
	/** In French, one per change of the plan; empty when the plan stays as it is. */
	says: string[];
	/** What it leaves wrong, in French: what nobody can do, what is missing, what somebody would rather not. */
	broken: string[];
	short: string[];
	wishes: string[];
	visits: number;
	people: number;
	/** Whether no plan changes fewer visits; null where nothing was looked for. */
	proven: boolean | null;
	warn: ToWarn[];
	/** To be sent back when it is chosen. */
	changes: CellChange[];
}

export interface Proposed {
	/** Version that it is proposed for. */
	base: number;
	/** What breaks when nobody does anything, in French. */
	harm: string[];
	remedies: ShownRemedy[];
}

/** Longest time given to the planner for all its questions together, seconds. */
const SECONDS = 4;

/**
 * What can be done about something that happens on the day, the best first: three to eight people a team, seats, needs,
 * hosts' rules, as little changed as can be. Nothing is written.
 * @param at the instant it is: what has begun by then stays.
 */
export async function proposeRemedies(
	db: Db,
	rally: Rally,
	incident: Incident,
	at: Date,
	signal?: AbortSignal
): Promise<Result<Proposed, { code: 'no-plan' | 'not-concerned' }>> {
	const inHand = await readSituation(db, rally, at);
	if (!inHand) return err({ code: 'no-plan' });
	const { harm, remedies, questions, answer } = firstAid(inHand.situation, incident);
	const found: Remedy[] = [];
	for (const question of questions) {
		const { plan } = await planInThread(question.problem, {
			seed: 1,
			seconds: SECONDS / questions.length,
			...(signal && { signal })
		});
		const violations = verify(question.problem, plan);
		if (violations.length > 0)
			throw new Error(`the checker refuses the plan: ${JSON.stringify(violations.slice(0, 5))}`);
		found.push(answer(question, plan.visits, plan.status === 'optimal'));
	}
	const all = ranked([...remedies, ...found]);
	if (all.length === 0) return err({ code: 'not-concerned' });
	return ok({ base: inHand.plan.number, harm, remedies: all.map((one) => shown(inHand, one)) });
}

function shown(inHand: DayInHand, { kind, changes, troubles, visits, people, proven }: Remedy): ShownRemedy {
	const names = namesOf(inHand.dossier);
	const said = (weight: string) => troubles.filter((one) => one.weight === weight).map(({ says }) => says);
	return {
		kind,
		says: changes.map((change) => capitalised(changeWords(change, names))),
		broken: said('broken'),
		short: said('short'),
		wishes: said('wish'),
		visits,
		people,
		proven,
		warn: toWarn(inHand, changes),
		changes
	};
}
