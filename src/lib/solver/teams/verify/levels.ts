import type { FormedTeam, Level, Rider, TeamFormingProblem } from '../problem';

/** What teams are worth on every level, said the longest way. */
export function levelsOf(
	problem: TeamFormingProblem,
	teams: readonly FormedTeam[],
	wanted: number
): Record<Level, number> {
	const names = Object.keys(statement) as Level[];
	return Object.fromEntries(names.map((name) => [name, statement[name](problem, teams, wanted)])) as Record<Level, number>; // prettier-ignore
}

type Said = (problem: TeamFormingProblem, teams: readonly FormedTeam[], wanted: number) => number;
const total = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);
const people = ({ participants }: TeamFormingProblem, team: FormedTeam): Rider[] =>
	participants.filter(({ id }) => team.members.includes(id));
const each =
	(of: (problem: TeamFormingProblem, team: FormedTeam, riders: Rider[]) => number): Said =>
	(problem, teams) =>
		total(teams.map((team) => of(problem, team, people(problem, team))));

const statement: Record<Level, Said> = {
	rules: each(rules),
	teams: (_, teams, wanted) => Math.abs(teams.length - wanted),
	visits: each((problem, team, riders) => {
		const owed = Math.min(problem.visitsOwed, problem.hosts.length);
		const away = problem.halfDays.filter(
			(half) =>
				riders.some(({ halfDays }) => halfDays.includes(half)) &&
				crew(problem, team).some(({ halfDays }) => !halfDays.includes(half))
		);
		return Math.max(0, owed - (problem.hosts.length - lost(problem, team))) + 2 * away.length;
	}),
	alone: each((problem, _, riders) =>
		total(
			(['gender', 'ageBand'] as const).map((trait) => {
				const kinds = [...new Set(riders.map((one) => one[trait]))].filter((kind) => kind !== null);
				const count = (list: Rider[], kind: string) => list.filter((one) => one[trait] === kind).length;
				return riders.length < 2
					? 0
					: kinds.filter((kind) => count(riders, kind) === 1 && count(problem.participants, kind) > 1).length;
			})
		)
	),
	hosts: each((problem, team) => lost(problem, team)),
	hours: each(({ endsAt }, _, riders) =>
		Math.max(0, ...riders.map(({ backBy }) => endsAt - (backBy ?? endsAt)))
	),
	grouped: each(
		({ hosts }, { members: { length } }) =>
			hosts.filter((host) => host.teamsAtOnce >= 2 && length <= host.people && length > host.people / 2)
				.length
	),
	weakest: (problem, teams) =>
		Math.max(
			0,
			...teams.map((team) => {
				const riders = people(problem, team);
				const pairs = (riders.length * (riders.length - 1)) / 2;
				return pairs === 0 ? 0 : Math.ceil((100 * shared(riders)) / (4 * pairs) - 1e-9);
			})
		),
	mix: each((_, _team, riders) => shared(riders)),
	spare: (problem, teams, wanted) => {
		const room = problem.participants.length;
		const asked = wanted === 0 ? 0 : Math.ceil(Math.ceil(room / wanted) / Math.max(1, wanted - 1));
		return total(
			teams.map((team) => {
				const free = Math.max(0, Math.min(places(problem, team), problem.size.max) - team.members.length);
				return Math.max(0, asked - free) + (team.members.length <= problem.size.min ? 1 : 0);
			})
		);
	},
	ways: each((_, _team, riders) => {
		const homes = new Map(
			riders.flatMap(({ home }) => (home ? [[`${home.minutes} ${home.place}`, home.minutes]] : []))
		);
		return total([...homes.values()]);
	})
};

function rules(problem: TeamFormingProblem, team: FormedTeam, riders: Rider[]): number {
	const { size, halfDays } = problem;
	const count = riders.length;
	const chairs = riders.filter(({ needs }) => needs.includes('wheelchair')).length;
	const car = problem.vehicles.find(({ id }) => id === team.vehicle);
	const drives = [team.accompanist, team.driver].some((id) => problem.accompanists.some((one) => one.id === id && one.drives)); // prettier-ignore
	const inside = (id: string) => team.members.includes(id);
	const wishes = total(
		problem.participants.flatMap((one) =>
			problem.participants.map((other) => {
				const wish = (of: 'apart' | 'together') => one[of].includes(other.id) || other[of].includes(one.id);
				if (one.id === other.id || !inside(one.id)) return 0;
				return Number(inside(other.id) && wish('apart')) + Number(!inside(other.id) && wish('together'));
			})
		)
	);
	const thin = total(
		halfDays.map((half) => {
			const present = riders.filter((one) => one.halfDays.includes(half)).length;
			return present === 0 ? 0 : Math.max(0, Math.min(size.min, count) - present);
		})
	);
	return (
		10 * Math.max(0, size.min - count, count - size.max) +
		10 * Math.max(0, count - places(problem, team)) +
		10 * Math.max(0, chairs - (car?.wheelchairPlaces ?? 0)) +
		(team.accompanist === null ? 10 : 0) +
		(drives ? 0 : 10) +
		wishes +
		thin
	);
}

function places(problem: TeamFormingProblem, { vehicle, accompanist }: FormedTeam): number {
	const car = problem.vehicles.find(({ id }) => id === vehicle);
	const leader = problem.accompanists.find(({ id }) => id === accompanist);
	return car ? Math.max(0, car.seats - (leader && !leader.drives ? 2 : 1)) : 0;
}

const crew = (
	problem: TeamFormingProblem,
	{ vehicle, accompanist, driver }: FormedTeam
): { halfDays: string[] }[] => [
	...problem.vehicles.filter(({ id }) => id === vehicle),
	...problem.accompanists.filter(({ id }) => id === accompanist || id === driver)
];

const lost = ({ hosts }: TeamFormingProblem, { members, accompanist, driver }: FormedTeam): number =>
	hosts.filter(
		(host) =>
			host.people < members.length ||
			host.refuses.some((id) => members.includes(id)) ||
			host.refusesAccompanists.some((id) => id === accompanist || id === driver)
	).length;

/** Pairs of people of a team who share a trait, each trait counted. */
function shared(riders: readonly Rider[]): number {
	let count = 0;
	for (const trait of ['gender', 'ageBand', 'formerSector', 'prescriber'] as const) {
		for (const [i, one] of riders.entries())
			count += riders
				.slice(0, i)
				.filter((other) => one[trait] !== null && one[trait] === other[trait]).length;
	}
	return count;
}
