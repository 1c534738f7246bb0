import { namesOf } from '$lib/domain/draft/names';
import type { KnownByPlan } from '$lib/domain/plan-view';
import { spreadSupposed } from '$lib/domain/scenario/what-if';
import { whatIfWords } from '$lib/domain/scenario/words';
import type { Rally } from '$lib/domain/rally';
import type { TableGround } from '$lib/solver/hand/table-ground';
import type { Db } from '../../db/client';
import { drafts, type Draft, type DraftEditRow } from '../../db/repositories/drafts';
import { plans } from '../../db/repositories/plans';
import { visitedDays } from '../planning/problem-of-rally';
import { withArchived, type Planning } from '../planning/read-planning';
import { readTravel } from '../travel/read-travel';
import { readDossier } from '../../db/repositories/dossiers';
import { dossierOfDraft } from './dossier-of-draft';
import { groundOfDraft } from './ground-of-draft';

export interface OpenDraft extends TableGround {
	draft: Draft;
	edits: DraftEditRow[];
	/** What a scenario supposes, in French. */
	supposes: string[];
	/** Number of the version in force. */
	published: number | null;
}

/** Null when nothing is open, or when the rally has no meeting point to leave from any more. */
export async function readDraft(db: Db, rally: Rally, id: string | null): Promise<OpenDraft | null> {
	const all = drafts(db, rally.id);
	const draft = id === null ? await all.working() : await all.find(id);
	if (!draft) return null;
	const dossier = await dossierOfDraft(db, rally, draft);
	const cells = await all.cells(draft.id);
	const travel = await readTravel(db, dossier);
	const ground = groundOfDraft(dossier, cells, travel, spreadSupposed(draft.supposes));
	// A car or somebody that a scenario is without keeps a name.
	const names = named(await withArchived(db, await readDossier(db, rally, null)));
	const seats = new Map(dossier.vehicles.map((of) => [of.id, of.seats]));
	const known = {
		...names,
		vehicles: names.vehicles.map((of) => ({ ...of, seats: seats.get(of.id) ?? of.seats }))
	};
	return {
		draft,
		cells,
		edits: await all.editsSince(draft.id, 0),
		ground,
		days: visitedDays(dossier),
		// The table shows how long the road takes, not who says so: a tenth of the page stays here.
		travel: { ...travel, sources: [] },
		bufferMinutes: rally.settings.bufferMinutes,
		known,
		supposes: draft.supposes.map((one) => whatIfWords(one, namesOf(names))),
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
