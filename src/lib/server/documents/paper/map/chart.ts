import type { Position } from '$lib/domain/rally';

/** What is under the stops: given as data by whoever asks for the document. */
export interface Outline {
	kind: 'commune' | 'department';
	points: Position[];
}
export interface PlaceLabel {
	name: string;
	position: Position;
}
export interface MapBackground {
	outlines: readonly Outline[];
	/** The more important first: the first ones get the room. */
	labels: readonly PlaceLabel[];
}

export interface ChartStop {
	number: number;
	name: string;
	position: Position;
	/** The door, where it is not at the address. */
	entrance: Position | null;
	/** Known only by its commune's centre. */
	approximate: boolean;
}

/** A team's day on the ground, with no word of paper. */
export interface Chart {
	letter: string;
	meeting: { label: string; position: Position; approximate: boolean } | null;
	/** In the order of the visits. */
	stops: ChartStop[];
	/** « 3 Menuiserie Roche »: stops that no one could place. */
	unplaced: string[];
	/** The map in words. */
	alt: string;
}
