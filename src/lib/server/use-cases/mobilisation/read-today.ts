import type { IsoDate } from '$lib/domain/calendar';
import { rankCallsByShortage, type CallList } from '$lib/domain/mobilisation/call-list';
import { ledByPlanner } from '$lib/domain/mobilisation/worth';
import { replacementsFor, type Replacement } from '$lib/domain/mobilisation/reserves';
import { todaysWork, type Due, type ToChase } from '$lib/domain/mobilisation/today';
import type { Company } from '$lib/domain/company';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { knownWorth } from '../planning/ask-starts';
import { readTracked, type Tracked } from './read-mobilisation';
import { foreseenShortages } from './shortages';

type Entry = Pick<Tracked['row'], 'id' | 'name' | 'state' | 'nextStep' | 'nextStepOn'> & {
	tracked: Tracked;
	exchanges: Tracked['exchanges'];
	pausedUntil: IsoDate | null;
};

export interface Today {
	due: Due<Entry>[];
	chase: ToChase<Entry>[];
	calls: CallList;
	/** When the planner was asked which starts to ask for, about which version, and how many lead the calls; null when it was not. */
	worth: { number: number; askedAt: Date; led: number } | null;
	/** What cannot hold whatever the planner does, in sentences. */
	shortages: string[];
	/** What the last plan left out, and what would repair it. */
	lastPlan: { number: number; complete: boolean; unplaced: string[]; repairs: string[] } | null;
	/** Confirmed companies that withdrew, and who could take their place. */
	withdrawn: { company: Company; replacements: Replacement[] }[];
}

/** What is to be done today to mobilise companies: what was planned, who keeps silent, whom the plan needs. */
export async function readToday(db: Db, rally: Rally, today: IsoDate): Promise<Today> {
	const dossier = await readDossier(db, rally);
	const tracked = await readTracked(db, rally, today);
	const entries = tracked.map((one): Entry => {
		const { id, name, state, nextStep, nextStepOn } = one.row;
		const { pausedUntil } = one.solicitation;
		return { id, name, state, nextStep, nextStepOn, tracked: one, exchanges: one.exchanges, pausedUntil };
	});
	const spared = new Set(
		tracked.filter(({ solicitation }) => solicitation.restraints.length > 0).map(({ row }) => row.id)
	);
	const mayAsk = ({ id }: Company) => !spared.has(id);
	const known = await knownWorth(db, dossier);
	const calls = ledByPlanner(rankCallsByShortage(dossier, mayAsk), dossier, known?.starts ?? [], mayAsk);
	const withdrawn = new Set(tracked.filter(({ row }) => row.withdrew).map(({ row }) => row.id));
	const { plan } = dossier;
	return {
		...todaysWork(entries, today),
		calls,
		worth: known && {
			number: known.number,
			askedAt: known.askedAt,
			led: calls.calls.filter(({ worth }) => worth).length
		},
		shortages: foreseenShortages(dossier, calls.coverage.need),
		lastPlan: plan && {
			number: plan.number,
			complete:
				plan.unplaced.length === 0 &&
				plan.levels.every(({ name, value }) => name === 'comfort' || value === 0),
			unplaced: plan.unplaced,
			repairs: plan.repairs
		},
		withdrawn: dossier.companies
			.filter(({ id }) => withdrawn.has(id))
			.map((company) => ({ company, replacements: replacementsFor(company, dossier).slice(0, 4) }))
	};
}
