import type { Random } from '../../random';
import type { Costs, Team } from '../costs';

/** Crews, by number, with what is left of each kind of car and of accompanist. */
export class Garage {
	private readonly vehicles: number[];
	private readonly accompanists: number[];

	constructor(private readonly costs: Costs) {
		this.vehicles = costs.crews.vehicles.map(({ ones }) => ones.length);
		this.accompanists = costs.crews.accompanists.map(({ ones }) => ones.length);
	}

	/** Takes a crew out (`by` 1) or puts it back (-1). */
	take(crew: number, by: 1 | -1): void {
		const { vehicle, accompanist, driver } = this.costs.crews.crews[crew]!;
		if (vehicle >= 0) this.vehicles[vehicle]! -= by;
		if (accompanist >= 0) this.accompanists[accompanist]! -= by;
		if (driver >= 0) this.accompanists[driver]! -= by;
	}

	has(crew: number): boolean {
		const { vehicle, accompanist, driver } = this.costs.crews.crews[crew]!;
		const twice = accompanist >= 0 && accompanist === driver ? 2 : 1;
		return (
			(vehicle < 0 || this.vehicles[vehicle]! > 0) &&
			(accompanist < 0 || this.accompanists[accompanist]! >= twice) &&
			(driver < 0 || this.accompanists[driver]! > 0)
		);
	}
}

/** People who move together: a lock's, those who wish to be together, or one alone. */
export function unitsOf({ cast }: Costs): number[][] {
	const unit = cast.people.map((_, person) => person);
	const root = (person: number): number => (unit[person] === person ? person : root(unit[person]!));
	const tie = (a: number, b: number) => (unit[root(b)] = root(a));
	for (const { people } of cast.locks) for (const person of people.slice(1)) tie(people[0]!, person);
	cast.together.forEach((others, person) => others.forEach((other) => tie(person, other)));
	const units = new Map<number, number[]>();
	cast.people.forEach((_, person) => {
		units.set(root(person), [...(units.get(root(person)) ?? []), person]);
	});
	return [...units.values()];
}

/** So many teams to begin with: the most complete crews, then one unit after another where there is most room. */
export function firstTeams(costs: Costs, count: number, random: Random): Team[] {
	const { cast } = costs;
	const garage = new Garage(costs);
	const teams: Team[] = [];
	const put = (members: number[], fits: (crew: number) => boolean) => {
		const crew = bestCrew(costs, garage, members, fits);
		garage.take(crew, 1);
		teams.push({ members, crew });
	};
	const locked = cast.locks.filter(({ people }) => people.length > 0);
	for (const { people } of locked) {
		const company = costs.company(people);
		put([...people], (crew) => costs.matches(company, crew));
	}
	cast.locks.forEach(({ people }, lock) => {
		if (people.length === 0) put([], (crew) => costs.crews.crews[crew]!.lock === lock);
	});
	while (teams.length < count) put([], (crew) => costs.crews.crews[crew]!.lock < 0);

	// Whoever wishes to be with somebody of a lock joins it, when it is open.
	const free: number[][] = [];
	for (const unit of unitsOf(costs)) {
		const held = unit.find((person) => cast.lockOf[person]! >= 0);
		const joining = unit.filter((person) => cast.lockOf[person]! < 0);
		if (held === undefined) free.push(unit);
		else if (cast.locks[cast.lockOf[held]!]!.closed) free.push(...joining.map((person) => [person]));
		else teams.find(({ members }) => members.includes(held))!.members.push(...joining);
	}
	const waiting = random.shuffle(free);
	const chairs = (unit: number[]) => unit.filter((person) => cast.inChair[person]).length;
	waiting.sort((a, b) => chairs(b) - chairs(a) || b.length - a.length);
	for (const unit of waiting) {
		const rooms = teams.map(({ members, crew }) => {
			const { places, wheelchairPlaces } = costs.crews.crews[crew]!;
			const seated = members.filter((person) => cast.inChair[person]).length;
			const closed = members.some((person) => cast.locks[cast.lockOf[person]!]?.closed);
			return (
				Math.min(places, cast.problem.size.max) -
				members.length +
				(chairs(unit) > 0 ? 100 * (wheelchairPlaces - seated) : 0) +
				// An empty team comes first: each must have somebody.
				(members.length === 0 ? 1_000 : 0) -
				(closed ? 1_000_000 : 0)
			);
		});
		teams[rooms.indexOf(Math.max(...rooms))]!.members.push(...unit);
	}
	return spread(teams, cast.lockOf);
}

/** The crew in which a team of the usual size breaks fewest rules, and has most room. */
function bestCrew(costs: Costs, garage: Garage, members: number[], fits: (crew: number) => boolean): number {
	const { cast, crews } = costs;
	const usual = members.length > 0 ? members : cast.people.map((_, i) => i).slice(0, Math.ceil(cast.people.length / Math.max(1, cast.count.wanted))); // prettier-ignore
	const company = costs.company(usual);
	const rank = (crew: number) => {
		const { places, wheelchairPlaces, driver } = crews.crews[crew]!;
		const rules = costs.ride(company, crew)[costs.order.indexOf('rules')]!;
		return rules * 1_000 + (driver >= 0 ? 100 : 0) - places * 4 - wheelchairPlaces;
	};
	let best = -1;
	for (let crew = 0; crew < crews.crews.length; crew++) {
		if (fits(crew) && garage.has(crew) && (best < 0 || rank(crew) < rank(best))) best = crew;
	}
	return best;
}

/** A team left empty, when units are fewer than teams, takes somebody from the largest that can give. */
function spread(teams: Team[], lockOf: Int16Array): Team[] {
	for (const team of teams) {
		if (team.members.length > 0) continue;
		const free = (members: number[]) => members.filter((person) => lockOf[person]! < 0);
		const givers = teams.filter(({ members }) => members.length > 1 && free(members).length > 0);
		givers.sort((a, b) => b.members.length - a.members.length);
		const giver = givers[0];
		if (!giver) continue;
		const given = free(giver.members)[0]!;
		giver.members.splice(giver.members.indexOf(given), 1);
		team.members.push(given);
	}
	return teams;
}
