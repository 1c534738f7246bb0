import { accompanistName, type Accompanist } from '$lib/domain/accompanist';
import { shownName, type Participant } from '$lib/domain/participant';
import type { PlannedTeam } from '$lib/domain/plan';
import { seatsInWords, type Vehicle } from '$lib/domain/vehicle';

/** Somebody to call, or to look for. */
export interface Contact {
	role: string;
	name: string;
	/** Empty when unknown; always empty for a participant. */
	phone: string;
}

interface People {
	accompanists: readonly Accompanist[];
	participants: readonly Participant[];
}

/** Names as the others see them: nothing else of a participant is printed. */
export const membersOf = (team: PlannedTeam, participants: readonly Participant[]): string[] =>
	team.memberIds.flatMap((id) => {
		const person = participants.find((participant) => participant.id === id);
		return person ? [shownName(person)] : [];
	});

export function vehicleOf({ vehicleId }: PlannedTeam, vehicles: readonly Vehicle[]): string {
	const vehicle = vehicles.find(({ id }) => id === vehicleId);
	if (!vehicle) return 'à désigner';
	return [vehicle.name, vehicle.plate, seatsInWords(vehicle.seats)].filter(Boolean).join(', ');
}

/** Who accompanies and who drives; one line when it is the same person. */
export function crewOf(team: PlannedTeam, { accompanists, participants }: People): Contact[] {
	const known = (id: string | null) => accompanists.find((person) => person.id === id);
	const accompanist = known(team.accompanistId);
	const drives = accompanist?.drives && !team.driverId;
	const first: Contact = {
		role: drives ? 'Accompagne et conduit' : 'Accompagne',
		name: accompanist ? accompanistName(accompanist) : 'à désigner',
		phone: accompanist?.phone ?? ''
	};
	if (drives || !accompanist) return team.driverId ? [first, driverOf(team.driverId)] : [first];
	return [first, driverOf(team.driverId)];

	function driverOf(id: string | null): Contact {
		const driver = known(id);
		if (driver) return { role: 'Conduit', name: accompanistName(driver), phone: driver.phone };
		// A participant at the wheel stays a participant: a name, never a telephone.
		const member = participants.find((person) => person.id === id);
		return { role: 'Conduit', name: member ? shownName(member) : 'à désigner', phone: '' };
	}
}
