import type { HalfDay } from '../calendar';
import type { Dossier } from '../dossier';
import type { Vehicle } from '../vehicle';
import { enrolled } from './enrolled';
import type { CharterNumbers, Range } from './numbers';
import { lowestHalfDay, presentOn } from './programme';

/** How many teams so many people can form: 16 → 2 to 5. Null when they cannot form any. */
export function possibleTeams(people: number, { teamSize }: CharterNumbers): Range | null {
	const range = { min: Math.ceil(people / teamSize.max), max: Math.floor(people / teamSize.min) };
	return people > 0 && range.min <= range.max ? range : null;
}

/** How many people to provide for: those enrolled, and never fewer than the charter's minimum. */
export const expectedPeople = (dossier: Dossier, { participants }: CharterNumbers): number =>
	Math.max(enrolled(dossier).length, participants.min);

/** Participants a vehicle takes once the accompanist is seated, and a driver besides when that one does not drive. */
export const roomFor = (
	{ seats }: Vehicle,
	accompanistDrives: boolean,
	{ teamSize }: CharterNumbers
): number => Math.max(0, Math.min(teamSize.max, seats - (accompanistDrives ? 1 : 2)));

export interface Fleet {
	/** The half-day on which it falls shortest; null when it is so on all of them. */
	halfDay: HalfDay | null;
	vehicles: number;
	/** Places lacking, or left over when negative. */
	lacking: number;
}

/** The vehicles at their fewest places, against the people to seat in teams of a right size. */
export function fleetFor(dossier: Dossier, people: number, numbers: CharterNumbers): Fleet {
	const { halfDay, lowest } = lowestHalfDay(
		dossier.rally,
		(half) => fleetOn(half, dossier, people, numbers),
		({ lacking }) => -lacking
	);
	return { halfDay, ...lowest };
}

/** Teams to provide for: as few as the charter and the vehicles allow, once everybody has an accompanist who drives. */
export function teamsToProvide(dossier: Dossier, numbers: CharterNumbers): number {
	const people = expectedPeople(dossier, numbers);
	const rooms = roomsOf(dossier.vehicles, () => true, people, numbers);
	let seated = 0;
	const last = rooms.findIndex((room) => (seated += room) >= people);
	if (last >= 0) return last + 1;
	// Somebody stays on the pavement: there will be one team more than the vehicles known, if that is allowed.
	const { min, max } = possibleTeams(people, numbers) ?? { min: 1, max: 1 };
	return Math.min(max, Math.max(min, rooms.length === 0 ? 0 : rooms.length + 1));
}

function fleetOn(half: HalfDay | null, dossier: Dossier, people: number, numbers: CharterNumbers) {
	const vehicles = dossier.vehicles.filter(presentOn(half));
	const accompanists = dossier.accompanists.filter(presentOn(half));
	const drivers = accompanists.filter(({ drives }) => drives).length;
	// Those still to be found are taken to drive, as most do; R08 says that they are missing.
	const drives = (i: number) => i < drivers || i >= accompanists.length;
	const rooms = roomsOf(vehicles, drives, people, numbers);
	return { vehicles: vehicles.length, lacking: people - rooms.reduce((sum, room) => sum + room, 0) };
}

/** What each vehicle can take, largest first: those that would carry too small a team, or one team too many, left out. */
const roomsOf = (
	vehicles: readonly Vehicle[],
	accompanistDrives: (i: number) => boolean,
	people: number,
	numbers: CharterNumbers
): number[] =>
	[...vehicles]
		.sort((a, b) => b.seats - a.seats)
		.map((vehicle, i) => roomFor(vehicle, accompanistDrives(i), numbers))
		.filter((room) => room >= numbers.teamSize.min)
		.sort((a, b) => b - a)
		.slice(0, Math.floor(people / numbers.teamSize.min));
