import type { Dossier } from '../dossier';
import type { PlannedTeam } from '../plan';
import type { Vehicle } from '../vehicle';
import type { Figure, Finding, Missing } from './facts';
import type { CharterNumbers } from './numbers';
import { absentOnRoad, isPublished, membersOf, plannedTeams, sharedAtOnce, spread } from './road';
import { assessed, notAssessable, type Assessment, type CharterRule } from './rule';
import { expectedPeople, fleetFor, possibleTeams } from './team-count';

export const sameVehicle: CharterRule = {
	id: 'R07',
	title: 'Un véhicule par équipe',
	// Ansa 2019, l. 104; grid l. 349.
	says: 'Chaque équipe se déplacera au sein du même véhicule (voiture ou minivan, en fonction de la taille des équipes) et nécessitera la présence d’un accompagnateur.',
	source: 'charter',
	severity: 'blocking',
	assess(dossier, numbers) {
		const teams = plannedTeams(dossier);
		if (!teams) return inSight(dossier, numbers);
		const rides = teams.map((team) => aboard(team, dossier));
		const spare = rides.flatMap(({ vehicle, people }) => (vehicle ? [vehicle.seats - people] : []));
		const used = new Set(rides.flatMap(({ vehicle }) => (vehicle ? [vehicle.id] : [])));
		const shared = sharedAtOnce(teams, dossier, ({ vehicleId }) => vehicleId).map(
			({ id, teams }): Finding => ({ kind: 'vehicle-shared', vehicleId: id, teams })
		);
		const figures: Figure[] = [{ of: 'vehicles', actual: used.size, asked: { min: teams.length } }];
		if (spare.length > 0) figures.push({ of: 'spare-seats', actual: spread(spare), asked: { min: 0 } });
		return assessed(
			{
				figures,
				findings: [...rides.flatMap((ride) => unfit(ride, dossier)), ...shared],
				missing: rides.flatMap(lacking)
			},
			isPublished(dossier)
		);
	}
};

interface Ride {
	team: PlannedTeam;
	vehicle: Vehicle | null;
	/** The team, its accompanist, and somebody else at the wheel when that one does not drive. */
	people: number;
	driven: boolean;
}

function aboard(team: PlannedTeam, dossier: Dossier): Ride {
	const accompanist = dossier.accompanists.find(({ id }) => id === team.accompanistId);
	const otherDriver = team.driverId !== null && team.driverId !== team.accompanistId;
	const accompanistDrives = accompanist?.drives ?? true;
	return {
		team,
		vehicle: dossier.vehicles.find(({ id }) => id === team.vehicleId) ?? null,
		people: membersOf(team, dossier).length + (otherDriver || !accompanistDrives ? 2 : 1),
		driven: otherDriver || accompanistDrives
	};
}

function unfit({ team, vehicle, people }: Ride, dossier: Dossier): Finding[] {
	if (!vehicle) return [];
	const names = { team: team.letter, vehicleId: vehicle.id };
	const away = absentOnRoad(team, dossier, vehicle).map((halfDay): Finding => ({
		kind: 'vehicle-away',
		...names,
		halfDay
	}));
	return people > vehicle.seats ? [{ kind: 'seats', ...names, people, seats: vehicle.seats }, ...away] : away;
}

function lacking({ team, vehicle, driven }: Ride): Missing[] {
	const missing: Missing[] = [];
	if (!vehicle) missing.push({ kind: 'vehicle-for', team: team.letter });
	if (!driven) missing.push({ kind: 'driver-for', team: team.letter });
	return missing;
}

/** Before a plan: can the vehicles seat everybody, on each visiting half-day, in teams of a right size? */
function inSight(dossier: Dossier, numbers: CharterNumbers): Assessment {
	const people = expectedPeople(dossier, numbers);
	const fewest = possibleTeams(people, numbers)?.min ?? 1;
	if (dossier.vehicles.length === 0) return notAssessable({ missing: [{ kind: 'vehicles', count: fewest }] });
	const fleet = fleetFor(dossier, people, numbers);
	const figures: Figure[] = [{ of: 'vehicles', actual: fleet.vehicles, asked: { min: fewest } }];
	if (fleet.lacking <= 0) return notAssessable({ figures, missing: [{ kind: 'plan' }] });
	return assessed({
		figures,
		missing: [{ kind: 'seats', count: fleet.lacking, people, halfDay: fleet.halfDay }]
	});
}
