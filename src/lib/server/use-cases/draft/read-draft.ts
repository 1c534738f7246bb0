import type { Cells } from '$lib/domain/draft/cells';
import type { ProgrammeDay } from '$lib/domain/calendar';
import type { PlanTravel } from '$lib/domain/plan';
import type { KnownByPlan } from '$lib/domain/plan-view';
import type { Rally } from '$lib/domain/rally';
import type { HandGround } from '$lib/solver/hand/ground';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { drafts, type Draft, type DraftEditRow } from '../../db/repositories/drafts';
import { plans } from '../../db/repositories/plans';
import { visitedDays } from '../planning/problem-of-rally';
import { withArchived, type Planning } from '../planning/read-planning';
import { readTravel } from '../travel/read-travel';
import { groundOfDraft } from './ground-of-draft';

/** Everything that the table needs to show a draft, change it and judge it without asking again. */
export interface OpenDraft {
	draft: Draft;
	cells: Cells;
	edits: DraftEditRow[];
	ground: HandGround;
	days: ProgrammeDay[];
	travel: PlanTravel;
	bufferMinutes: number;
	/** Names and places only: no more of anybody goes to the page. */
	known: KnownByPlan;
	/** Companies that can be visited now. */
	open: string[];
	/** Number of the version in force. */
	published: number | null;
}

/** Null when nothing is open, or when the rally has no meeting point to leave from any more. */
export async function readDraft(db: Db, rally: Rally, id: string | null): Promise<OpenDraft | null> {
	const all = drafts(db, rally.id);
	const draft = id === null ? await all.working() : await all.find(id);
	if (!draft) return null;
	const dossier = await readDossier(db, rally, null);
	const cells = await all.cells(draft.id);
	const travel = await readTravel(db, dossier);
	const ground = groundOfDraft(dossier, cells, travel);
	return {
		draft,
		cells,
		edits: await all.editsSince(draft.id, 0),
		ground,
		days: visitedDays(dossier),
		travel,
		bufferMinutes: rally.settings.bufferMinutes,
		known: named(await withArchived(db, dossier)),
		open: ground.problem.companies.filter(({ starts }) => starts.length > 0).map(({ id }) => id),
		published: (await plans(db).list(rally.id)).find(({ published }) => published)?.number ?? null
	};
}

const named = ({ companies, participants, vehicles, accompanists }: Planning['known']): KnownByPlan => ({
	companies: companies.map(({ id, name, commune, sector, position, precision }) => ({
		id,
		name,
		commune,
		sector,
		position,
		precision
	})),
	participants: participants.map(({ id, firstName, lastName, chosenName }) => ({
		id,
		firstName,
		lastName,
		chosenName
	})),
	vehicles: vehicles.map(({ id, name, seats }) => ({ id, name, seats })),
	accompanists: accompanists.map(({ id, firstName, lastName }) => ({ id, firstName, lastName }))
});
