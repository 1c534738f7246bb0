import { placesFor, refusedAt, type Place } from '$lib/solver/hand/places';
import type { HandVisit } from '$lib/solver/hand/judge';
import { refusalWords } from '$lib/solver/hand/troubles';
import type { DraftTable } from './draft-table.svelte';

/** So close to a place that is lit, minutes, a visit goes there. */
const SNAP = 10;

export interface Spot {
	team: string;
	day: number;
	start: number;
}

/** A visit in the hand: where it may go, and why not where it is held now. */
export class Dragging {
	readonly visit: HandVisit;
	/** Starts that the company offers, with what each would break. */
	readonly places: Place[];
	spot: Spot = $state.raw({ team: '', day: 0, start: 0 });
	refused: Place['refused'] = $state.raw([]);
	#table: DraftTable;

	constructor(table: DraftTable, visit: HandVisit) {
		this.#table = table;
		this.visit = visit;
		this.spot = { team: visit.team, day: visit.day, start: visit.start };
		this.places = placesFor(table.judgement.problem, table.plan.visits, this.#moving);
	}

	get #moving() {
		const { company, start, end } = this.visit;
		return { company, minutes: end - start, moved: this.visit };
	}

	/** Holds it over a place of the table: it is drawn to a place lit nearby. */
	hold(spot: Spot): void {
		const near = this.places
			.filter(({ team, day, refused }) => team === spot.team && day === spot.day && refused.length === 0)
			.map((place) => ({ place, far: Math.abs(place.start - spot.start) }))
			.filter(({ far }) => far <= SNAP)
			.sort((a, b) => a.far - b.far)[0]?.place;
		const { team, day, start } = near ?? spot;
		if (team === this.spot.team && day === this.spot.day && start === this.spot.start) return;
		this.spot = { team, day, start };
		this.refused = refusedAt(this.#table.judgement.problem, this.#table.plan.visits, this.#moving, this.spot);
	}

	/** Why not here, in words. */
	get reasons(): string[] {
		return refusalWords(this.refused, this.#table.troubleNames);
	}

	/** Lets it go where it is held: broken rules do not stop it, they are told. */
	drop(): void {
		const { team, day, start } = this.spot;
		this.#table.edit({
			kind: 'move-visit',
			visit: this.visit.id,
			team,
			date: this.#table.dates[day]!,
			start
		});
	}
}
