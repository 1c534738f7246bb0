import { accompanistName, type Accompanist } from './accompanist';
import type { IsoDate, ProgrammeDay } from './calendar';
import type { Declaration } from './declaration';
import type { Dossier } from './dossier';
import { fullDate, typeset } from './french';
import type { Rally } from './rally';
import type { Vehicle } from './vehicle';

/** What an association must be able to show of a car it sends out and of who drives it. */
export const papers = {
	insurance: 'assurance',
	inspection: 'contrôle technique',
	licence: 'permis de conduire'
} as const;
export type Paper = keyof typeof papers;

/** A paper that nobody declared, or that ends before the rally does. */
export interface PaperFault {
	kind: 'missing' | 'expired';
	paper: Paper;
	of: 'vehicle' | 'accompanist';
	id: string;
	name: string;
	until: IsoDate | null;
}

type Known = Pick<Dossier, 'vehicles' | 'accompanists'> & {
	rally: Pick<Rally, 'programme' | 'settings'>;
};

const lastDay = (programme: readonly ProgrammeDay[]): IsoDate | null => programme.at(-1)?.date ?? null;

const stateOf = (declared: Declaration | null, last: IsoDate | null): PaperFault['kind'] | null =>
	!declared ? 'missing' : declared.until && last && declared.until < last ? 'expired' : null;

/** What is wanting of one car: its insurance and its technical control, to the rally's last day. */
export const faultsOfVehicle = (
	vehicle: Pick<Vehicle, 'id' | 'name' | 'insurance' | 'inspection'>,
	programme: readonly ProgrammeDay[]
): PaperFault[] =>
	(['insurance', 'inspection'] as const).flatMap((paper): PaperFault[] => {
		const kind = stateOf(vehicle[paper], lastDay(programme));
		const until = vehicle[paper]?.until ?? null;
		return kind ? [{ kind, paper, of: 'vehicle', id: vehicle.id, name: vehicle.name, until }] : [];
	});

/** What is wanting of somebody who may take the wheel: the licence. Nothing is asked of the others. */
export function faultsOfDriver(
	person: Pick<Accompanist, 'id' | 'firstName' | 'lastName' | 'drives' | 'licence'>,
	programme: readonly ProgrammeDay[]
): PaperFault[] {
	const kind = person.drives ? stateOf(person.licence, lastDay(programme)) : null;
	const until = person.licence?.until ?? null;
	const { id } = person;
	return kind
		? [{ kind, paper: 'licence', of: 'accompanist', id, name: accompanistName(person), until }]
		: [];
}

export const paperFaults = ({ rally, vehicles, accompanists }: Known): PaperFault[] => [
	...vehicles.flatMap((vehicle) => faultsOfVehicle(vehicle, rally.programme)),
	...accompanists.flatMap((person) => faultsOfDriver(person, rally.programme))
];

/** « Break de Sandrine : assurance non déclarée. » */
export function paperSentence({ kind, paper, name, until }: PaperFault): string {
	const what = papers[paper];
	const wrong =
		kind === 'missing'
			? `${what} ${paper === 'insurance' ? 'non déclarée' : 'non déclaré'}`
			: `${what} valable jusqu’au ${fullDate(until!)}, avant la fin du rallye`;
	return typeset(`${name} : ${wrong}.`);
}

/** Which faults of papers keep something out of the planning: all where the organizer chose to block, none otherwise. */
export const blockingFaults = (known: Known): PaperFault[] =>
	known.rally.settings.declarations === 'block' ? paperFaults(known) : [];

/**
 * The same rally as the planner may use it: without the cars, and without the hands at the wheel, whose papers are
 * wanting, where the organizer chose to block. Somebody without a licence still accompanies.
 */
export function withPapersHeld<D extends Known>(dossier: D): D {
	const out = new Set(blockingFaults(dossier).map(({ id }) => id));
	if (out.size === 0) return dossier;
	return {
		...dossier,
		vehicles: dossier.vehicles.filter(({ id }) => !out.has(id)),
		accompanists: dossier.accompanists.map((person) =>
			out.has(person.id) ? { ...person, drives: false } : person
		)
	};
}
