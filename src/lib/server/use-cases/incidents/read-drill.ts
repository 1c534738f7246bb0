import { accompanistName } from '$lib/domain/accompanist';
import { cell } from '$lib/domain/draft/cells';
import type { RemedyTitle } from '$lib/domain/incident/incident';
import { fullName } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import type { Incident, Remedy } from '$lib/solver/hand/incidents/incident';
import { firstAid } from '$lib/solver/hand/incidents/remedies';
import { ranked } from '$lib/solver/hand/incidents/weigh';
import type { Db } from '../../db/client';
import { readSituation, type DayInHand } from './situation';

/** One thing tried: what would be done first, and what it would leave wrong. */
export interface Tried {
	id: string;
	name: string;
	team: string;
	remedy: RemedyTitle | null;
	/** Everybody has a seat, three to eight a team, and nothing else is broken or missing. */
	absorbed: boolean;
	/** Visits given up. */
	lost: number;
	/** In French: what nobody can do, and what would be missing. */
	leaves: string[];
}

/** The exercise of the evening before: each loss, one at a time. */
export interface Drill {
	version: number;
	/** Only those whose absence is felt are told one by one. */
	people: { tried: number; felt: Tried[] };
	cars: Tried[];
	guides: Tried[];
}

/**
 * Tries each absence, each car and each accompanist of the plan in force, without asking the planner for other visits:
 * what is told as absorbed is so by moving people only. Null without a plan.
 */
export async function drillOf(db: Db, rally: Rally, at: Date): Promise<Drill | null> {
	const inHand = await readSituation(db, rally, at);
	if (!inHand) return null;
	const { plan, dossier, cells } = inHand;
	const people = plan.teams.flatMap(({ memberIds }) => memberIds);
	const nameOf = (id: string) => {
		const person = dossier.participants.find((one) => one.id === id);
		return person ? fullName(person) : 'Une personne';
	};
	const absences = people.map(
		(id) =>
		tried(inHand, { kind: 'absent', people: [id] }, { id, name: nameOf(id), team: cell(cells, 'person', id)?.team ?? '' }) // prettier-ignore
	);
	const cars = plan.teams.flatMap(({ letter, vehicleId }) => {
		const vehicle = dossier.vehicles.find(({ id }) => id === vehicleId);
		return vehicle
			? [tried(inHand, { kind: 'no-vehicle', vehicle: vehicle.id }, { ...vehicle, team: letter })]
			: [];
	});
	const guides = plan.teams.flatMap(({ letter, accompanistId, driverId }) =>
		[accompanistId, driverId].flatMap((wanted) => {
			const person = dossier.accompanists.find(({ id }) => id === wanted);
			const as = person && { id: person.id, name: accompanistName(person), team: letter };
			return as ? [tried(inHand, { kind: 'no-accompanist', accompanist: as.id }, as)] : [];
		})
	);
	return {
		version: plan.number,
		people: { tried: people.length, felt: absences.filter(({ absorbed, remedy }) => !absorbed || remedy !== 'carry-on') }, // prettier-ignore
		cars,
		guides
	};
}

function tried(
	{ situation }: DayInHand,
	incident: Incident,
	{ id, name, team }: Pick<Tried, 'id' | 'name' | 'team'>
): Tried {
	const best: Remedy | undefined = ranked(firstAid(situation, incident).remedies)[0];
	const leaves = (best?.troubles ?? []).filter(({ weight }) => weight !== 'wish').map(({ says }) => says);
	return {
		id,
		name,
		team,
		remedy: best?.kind ?? null,
		absorbed: best !== undefined && leaves.length === 0,
		lost: best?.visits ?? 0,
		leaves
	};
}
