import { enrolled } from '../charter/enrolled';
import { charterNumbers, within } from '../charter/numbers';
import { halfDayOf, heldVisits, plannedTeams } from '../charter/road';
import { plural } from '../french';
import type { PlannedTeam } from '../plan';
import { countedSector } from '../sector';
import { comers, teamHalves } from './days-in-teams';
import { isOver, type GridGround } from './ground';
import { levelOfShare, notYet, propose, type Proposal } from './proposal';

const noPlan = notYet(['Aucun planning n’est encore fait.'], ['planning']);

export function proposeSectors(ground: GridGround): Proposal {
	const { dossier } = ground;
	const teams = plannedTeams(dossier);
	if (!teams) return noPlan;
	const min = dossier.rally.settings.minSectors;
	const sectorOf = new Map(
		dossier.companies.map((one) => [one.id, countedSector(one, dossier.rally.settings.nomenclature)])
	);
	const seen = teams.map(
		(team) => new Set(heldVisits(team, dossier).map(({ companyId }) => sectorOf.get(companyId)!))
	);
	const all = new Set(seen.flatMap((sectors) => [...sectors])).size;
	const full = seen.filter(({ size }) => size >= min).length;
	const level = all === 0 ? '0' : full === teams.length ? '4' : all === 1 ? '1' : all < min ? '2' : '3';
	return propose(
		level,
		isOver(ground) ? 'done' : 'planned',
		[
			`${plural(all, 'secteur')} parmi les entreprises du planning.`,
			`${plural(full, 'équipe')} sur ${teams.length} en voit ${min} ou plus, comme le demandent vos réglages.`
		],
		['planning', 'companies']
	);
}

export function proposeParticipants(ground: GridGround): Proposal {
	const asked = charterNumbers(ground.dossier.rally).participants;
	const there = comers(ground);
	const on = enrolled(ground.dossier).length;
	if (there === null && on === 0) return notYet(['Personne n’est encore inscrit.'], ['participants']);
	const count = there?.size ?? on;
	const gap = Math.max(0, asked.min - count, count - asked.max);
	const level = count === 0 ? '0' : gap === 0 ? '4' : gap <= 2 ? '3' : gap <= 5 ? '2' : '1';
	return propose(
		level,
		there ? 'done' : 'planned',
		there
			? [
					`${plural(count, 'personne notée présente', 'personnes notées présentes')} une demi-journée au moins, ${plural(on, 'inscrite')}.`
				]
			: [`${plural(on, 'personne inscrite', 'personnes inscrites')}.`],
		there ? ['presences'] : ['participants']
	);
}

/** Counted on each half-day, so that a team thinned out by absences shows. */
export function proposeTeamSize(ground: GridGround): Proposal {
	const { plan, rally } = ground.dossier;
	if (!plan) return noPlan;
	const basis = ground.said ? 'done' : 'planned';
	const asked = charterNumbers(rally).teamSize;
	const sizes = teamHalves(ground);
	if (sizes.length === 0) return propose('0', basis, ['Le planning n’a aucune équipe.'], ['planning']);
	const fit = sizes.filter(({ people }) => within(people, asked)).length;
	const share = levelOfShare(fit, sizes.length);
	return propose(
		share === '0' ? '1' : share,
		basis,
		[
			`${fit} sur ${plural(sizes.length, 'équipe')}, demi-journée par demi-journée, de ${asked.min} à ${asked.max} personnes.`
		],
		ground.said ? ['presences', 'planning'] : ['planning']
	);
}

export function proposeVehicle(ground: GridGround): Proposal {
	const { vehicles } = ground.dossier;
	const rides = teamHalves(ground);
	if (!ground.dossier.plan || rides.length === 0) return noPlan;
	const good = rides.filter(({ team, half, aboard }) => {
		const car = vehicles.find(({ id }) => id === team.vehicleId);
		const alone = !rides.some(
			(other) => other.half === half && other.team !== team && other.team.vehicleId === team.vehicleId
		);
		return car !== undefined && !car.absences.includes(half) && aboard <= car.seats && alone;
	}).length;
	return propose(
		levelOfShare(good, rides.length),
		isOver(ground) ? 'done' : 'planned',
		[
			`${good} sur ${plural(rides.length, 'trajet')} d’équipe, demi-journée par demi-journée, dans un véhicule à soi et assez grand.`
		],
		['planning', 'vehicles']
	);
}

/** Held against what each person visited once the rally is over, against the plan before (A8). */
export function proposeCompanyVisits(ground: GridGround): Proposal {
	const { dossier, said } = ground;
	const asked = charterNumbers(dossier.rally).visitsPerParticipant;
	const teams = plannedTeams(dossier);
	if (!teams) return noPlan;
	const there = isOver(ground) ? comers(ground) : null;
	if (there && said) {
		const counted = said.visits.filter(({ person }) => there.has(person));
		if (counted.length === 0) return notYet(['Aucune présence n’est notée.'], ['presences']);
		const fit = counted.filter(({ done }) => within(done, asked)).length;
		const unsaid = counted.filter((one) => one.unsaid > 0).length;
		return propose(
			levelOfShare(fit, counted.length),
			'done',
			[
				`${fit} sur ${plural(counted.length, 'participant')} ont visité de ${asked.min} à ${asked.max} entreprises différentes.`,
				...(unsaid > 0 ? [`Des présences manquent pour ${plural(unsaid, 'personne')}.`] : [])
			],
			['presences']
		);
	}
	const counts = teams.flatMap((team) => plannedCounts(team, ground));
	if (counts.length === 0) return notYet(['Aucune personne inscrite n’est dans une équipe.'], ['planning']);
	const fit = counts.filter((count) => within(count, asked)).length;
	return propose(
		levelOfShare(fit, counts.length),
		'planned',
		[
			`${fit} sur ${plural(counts.length, 'participant')} ont au planning de ${asked.min} à ${asked.max} entreprises confirmées.`
		],
		['planning']
	);
}

/** Companies promised to each member who is still enrolled, announced absences taken off. */
function plannedCounts(team: PlannedTeam, { dossier }: GridGround): number[] {
	const held = heldVisits(team, dossier);
	return enrolled(dossier)
		.filter(({ id }) => team.memberIds.includes(id))
		.map(
			({ absences }) =>
				new Set(
					held
						.filter((visit) => !absences.includes(halfDayOf(visit, dossier)))
						.map(({ companyId }) => companyId)
				).size
		);
}
