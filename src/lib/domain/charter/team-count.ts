import { visitingHalfDays, type HalfDay } from '../calendar';
import type { Dossier } from '../dossier';
import type { Vehicle } from '../vehicle';
import { enrolled } from './enrolled';
import type { CharterNumbers, Range } from './numbers';

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
	/** The half-day on which it is at its weakest; null when the programme has no visits yet. */
	halfDay: HalfDay | null;
	vehicles: number;
	/** Teams needed to seat everybody; null when not everybody can be seated. */
	teams: number | null;
	/** Places lacking, or left over when negative. */
	lacking: number;
}

/** The vehicles available on the worst visiting half-day, against the people to seat in teams of a right size. */
export function fleetFor(dossier: Dossier, people: number, numbers: CharterNumbers): Fleet {
	const halves: (HalfDay | null)[] = visitingHalfDays(dossier.rally.programme).map(({ key }) => key);
	return (halves.length > 0 ? halves : [null])
		.map((half) => fleetOn(half, dossier, people, numbers))
		.reduce((worst, fleet) => (fleet.lacking > worst.lacking ? fleet : worst));
}

function fleetOn(half: HalfDay | null, dossier: Dossier, people: number, numbers: CharterNumbers): Fleet {
	const present = ({ absences }: { absences: string[] }) => half === null || !absences.includes(half);
	const vehicles = dossier.vehicles.filter(present);
	// Before any accompanist is known they are taken to drive, as most do; R08 says that they are missing.
	const drivers =
		dossier.accompanists.length === 0
			? vehicles.length
			: dossier.accompanists.filter((one) => one.drives && present(one)).length;
	const rooms = [...vehicles]
		.sort((a, b) => b.seats - a.seats)
		.map((vehicle, i) => roomFor(vehicle, i < drivers, numbers))
		.filter((room) => room >= numbers.teamSize.min)
		.slice(0, Math.floor(people / numbers.teamSize.min));
	let seated = 0;
	const index = rooms.findIndex((room) => (seated += room) >= people);
	const total = rooms.reduce((sum, room) => sum + room, 0);
	return {
		halfDay: half,
		vehicles: vehicles.length,
		teams: index < 0 ? null : index + 1,
		lacking: people - total
	};
}
