import { breaksOfCells, teamsOfCells } from '$lib/domain/draft/teams';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import { handPlanOf } from '$lib/solver/hand/hand-plan';
import { judge } from '$lib/solver/hand/judge';
import { troublesOf } from '$lib/solver/hand/troubles';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { drafts } from '../../db/repositories/drafts';
import { plans } from '../../db/repositories/plans';
import { namesIn, teamNamesIn } from '../planning/names-in-words';
import { visitedDays } from '../planning/problem-of-rally';
import type { Editor } from '../records/edit-record';
import { readTravel } from '../travel/read-travel';
import { groundOfDraft } from './ground-of-draft';

export type KeepDraftError =
	| { code: 'not-found' }
	/** Somebody changed it since it was seen. */
	| { code: 'changed-meanwhile'; version: number }
	/** It visits companies that are nowhere: archived, or without a position. */
	| { code: 'lost-companies'; names: string[] };

/**
 * Saves a draft as the rally's next version, with all that is wrong with it in words, and closes it when it is the one
 * that everybody works on. `version` is the one that was seen: what somebody adds meanwhile is not kept unseen.
 */
export const keepDraft = (
	db: Db,
	rally: Rally,
	draftId: string,
	version: number,
	editor: Editor
): Promise<Result<{ number: number }, KeepDraftError>> =>
	db.transaction(async (tx) => {
		const all = drafts(tx, rally.id);
		const draft = await all.hold(draftId);
		if (!draft) return err({ code: 'not-found' });
		if (draft.version !== version) return err({ code: 'changed-meanwhile', version: draft.version });
		const base = await plans(tx).numbered(rally.id, draft.base);
		const dossier = await readDossier(tx, rally, null);
		const cells = await all.cells(draft.id);
		const travel = await readTravel(tx, dossier);
		const teams = teamsOfCells(cells);
		const placed = new Set(travel.ids);
		const lost = teams.flatMap(({ visits }) => visits.filter(({ companyId }) => !placed.has(companyId)));
		if (lost.length > 0) {
			const name = (id: string) => dossier.companies.find((one) => one.id === id)?.name ?? 'une entreprise';
			return err({
				code: 'lost-companies',
				names: [...new Set(lost.map(({ companyId }) => name(companyId)))]
			});
		}

		const ground = groundOfDraft(dossier, cells, travel);
		const plan = handPlanOf(
			cells,
			visitedDays(dossier).map(({ date }) => date)
		);
		const judgement = judge(ground, plan);
		const letters = plan.crews.map(({ letter }) => letter);
		const { person, halfDay } = teamNamesIn(dossier, letters);
		const troubles = troublesOf(judgement, plan, { ...namesIn(dossier), person, halfDay });
		const said = (weight: string) => troubles.filter((one) => one.weight === weight).map(({ says }) => says);
		const { number } = await plans(tx).add({
			rallyId: rally.id,
			organizationId: rally.organizationId,
			keeps: draft.base,
			byHand: true,
			proof: 'feasible',
			levels: (['charter', 'promises', 'comfort'] as const).map((name) => ({
				name,
				value: judgement.levels[name],
				// Nothing proves how much better a plan with these teams could be.
				bound: 0
			})),
			remarks: said('wish'),
			unplaced: said('short'),
			conflict: [],
			repairs: [],
			violations: said('broken'),
			breaks: breaksOfCells(cells),
			travel,
			bufferMinutes: rally.settings.bufferMinutes,
			forming: base?.forming ? { ...base.forming, proven: false, given: true } : null,
			problem: judgement.problem,
			createdBy: editor.name,
			teams: teams.map((team) => ({ ...team, visits: distinct(team.visits) }))
		});
		if (draft.name === null) await all.remove(draft.id);
		return ok({ number });
	});

/** A visit laid exactly over another of the same company is the same visit. */
const distinct = <V extends { companyId: string; date: string; start: number }>(
	visits: readonly V[]
): V[] => [
	...new Map(visits.map((visit) => [[visit.companyId, visit.date, visit.start].join(' '), visit])).values()
];
