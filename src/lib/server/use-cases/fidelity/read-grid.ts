import { wallClock } from '$lib/domain/clock';
import { anchors } from '$lib/domain/fidelity/anchors';
import { gridScorers, type GridRow, type GridScore, type GridScorer } from '$lib/domain/fidelity/grid';
import type { Afterwards, GridGround } from '$lib/domain/fidelity/ground';
import { principleKeys, principles, type PrincipleKey } from '$lib/domain/fidelity/principles';
import { ruleBehind } from '$lib/domain/fidelity/proposal';
import { proposalFor } from '$lib/domain/fidelity/propose';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { fidelityScores, type FidelityScoreRow } from '../../db/repositories/fidelity-scores';
import { derogations } from '../../db/repositories/publications';
import { readDay } from '../day/read-day';
import { readAfterwards } from './read-afterwards';

/**
 * The nineteen rows of the fidelity grid in order: what the data proposes with its evidence, what each side answered,
 * the organiser's comment and the derogations that stand. `afterwards` adds what only the caller knows,
 * such as the right to use the name: a row that lacks something proposes nothing and says why.
 */
export async function readGrid(
	db: Db,
	rally: Rally,
	now: Date,
	afterwards: Partial<Afterwards> = {}
): Promise<GridRow[]> {
	const ground = await groundOf(db, rally, now, afterwards);
	const scores = await fidelityScores(db).list(rally.id);
	const written = (await derogations(db).list(rally.id)).filter(({ withdrawnAt }) => withdrawnAt === null);
	return principleKeys.map((principle): GridRow => {
		const { heading, label } = principles[principle];
		const proposal = proposalFor(principle, ground);
		const given = Object.fromEntries(
			(Object.keys(gridScorers) as GridScorer[]).map((scorer) => [scorer, scoreOf(scores, principle, scorer)])
		) as Record<GridScorer, GridScore | null>;
		const rule = ruleBehind[principle];
		return {
			principle,
			heading,
			label,
			anchors: anchors[principle],
			proposal,
			proposed: proposal.level,
			own: given.organizer?.level ?? null,
			federation: given.federation?.level ?? null,
			comment: given.organizer?.comment ?? '',
			scores: given,
			derogations: written.filter(({ kind, subject }) => kind === 'rule' && subject === rule)
		};
	});
}

async function groundOf(
	db: Db,
	rally: Rally,
	now: Date,
	afterwards: Partial<Afterwards>
): Promise<GridGround> {
	const dossier = await readDossier(db, rally);
	const day = dossier.plan?.published ? await readDay(db, rally, now) : null;
	const today = wallClock(now).date;
	return {
		dossier,
		today,
		said: day && day.events.length > 0 ? { presence: day.presence, visits: day.visits } : null,
		afterwards: { ...(await readAfterwards(db, rally, today, now)), ...afterwards }
	};
}

function scoreOf(
	scores: readonly FidelityScoreRow[],
	principle: PrincipleKey,
	scorer: GridScorer
): GridScore | null {
	const row = scores.find((one) => one.principle === principle && one.scorer === scorer);
	return row ? asScore(row) : null;
}

export const asScore = ({ level, comment, by, at, version }: FidelityScoreRow): GridScore => ({
	level,
	comment,
	by,
	at,
	version
});
