import type { FormedTeam, Rider, TeamFinding, TeamFormingProblem, TeamRemark } from './problem';

/** What breaks a rule or a wish in these teams, and who is alone of a gender, as facts. */
export function findingsOf(problem: TeamFormingProblem, teams: readonly FormedTeam[]): TeamFinding[] {
	return [
		...teams.flatMap((formed, team) => teamFindings(problem, formed, team)),
		...wishFindings(problem, teams)
	];
}

function teamFindings(problem: TeamFormingProblem, formed: FormedTeam, team: number): TeamFinding[] {
	const { vehicles, accompanists, size } = problem;
	const riders = ridersOf(problem, formed);
	const vehicle = vehicles.find(({ id }) => id === formed.vehicle);
	const accompanist = accompanists.find(({ id }) => id === formed.accompanist);
	const driver = accompanists.find(({ id }) => id === formed.driver);
	const findings: TeamFinding[] = [];
	if (riders.length < size.min || riders.length > size.max)
		findings.push({ kind: 'team-size', team, size: riders.length, ...size });
	if (!vehicle) findings.push({ kind: 'no-vehicle', team });
	if (!accompanist) findings.push({ kind: 'no-accompanist', team });
	else if (!driver && !accompanist.drives) findings.push({ kind: 'no-driver', team });
	if (vehicle) {
		const aboard = riders.length + (driver || accompanist?.drives === false ? 2 : 1);
		if (aboard > vehicle.seats)
			findings.push({ kind: 'seats-short', team, people: aboard, seats: vehicle.seats });
		const wanted = riders.filter(({ needs }) => needs.includes('wheelchair')).length;
		if (wanted > vehicle.wheelchairPlaces)
			findings.push({ kind: 'wheelchair-short', team, wanted, places: vehicle.wheelchairPlaces });
	}
	const riding = problem.halfDays.filter((half) => riders.some(({ halfDays }) => halfDays.includes(half)));
	const missed = (one: { halfDays: string[] } | undefined) =>
		one ? riding.filter((half) => !one.halfDays.includes(half)) : [];
	const carAway = missed(vehicle);
	if (carAway.length > 0) findings.push({ kind: 'vehicle-away', team, halfDays: carAway });
	const crewAway = riding.filter(
		(half) => missed(accompanist).includes(half) || missed(driver).includes(half)
	);
	if (crewAway.length > 0) findings.push({ kind: 'accompanist-away', team, halfDays: crewAway });
	for (const { id, gender } of riders)
		if (gender !== null && aloneIn(problem, riders, id, 'gender'))
			findings.push({ kind: 'alone-of-gender', team, person: id, gender });
	return findings;
}

/** A wish said by both is told once. */
function wishFindings({ participants }: TeamFormingProblem, teams: readonly FormedTeam[]): TeamFinding[] {
	const here = new Set(participants.map(({ id }) => id));
	const teamOf = new Map(teams.flatMap(({ members }, team) => members.map((id) => [id, team] as const)));
	const pairs = (of: 'apart' | 'together') => {
		const said = participants.flatMap((one) =>
			one[of].filter((other) => other !== one.id && here.has(other)).map((other) => [one.id, other].sort())
		);
		const once = new Map(said.map((people) => [people.join(' '), people as [string, string]]));
		return [...once.values()].map((people) => {
			const [team, theirs] = people.map((id) => teamOf.get(id) ?? -1) as [number, number];
			return { people, team, theirs };
		});
	};
	const findings: TeamFinding[] = [
		...pairs('apart')
			// Two people in no team at all ride apart.
			.filter(({ team, theirs }) => team === theirs && team >= 0)
			.map(({ people, team }) => ({ kind: 'apart-broken' as const, team, people })),
		...pairs('together')
			.filter(({ team, theirs }) => team !== theirs)
			.map(({ people }) => ({ kind: 'together-broken' as const, people }))
	];
	return findings.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** What is worth knowing and breaks nothing: somebody alone of an age, few hosts, few people for half a day. */
export function remarksOf(problem: TeamFormingProblem, teams: readonly FormedTeam[]): TeamRemark[] {
	return teams.flatMap((formed, team): TeamRemark[] => {
		const riders = ridersOf(problem, formed);
		const alone = riders.filter(({ id }) => aloneIn(problem, riders, id, 'ageBand'));
		const owed = Math.min(problem.visitsOwed, problem.hosts.length);
		const open = openTo(problem, formed).length;
		const few = problem.halfDays.flatMap((halfDay): TeamRemark[] => {
			const present = riders.filter(({ halfDays }) => halfDays.includes(halfDay)).length;
			const { min } = problem.size;
			return present > 0 && present < Math.min(min, riders.length)
				? [{ kind: 'few-present', team, halfDay, present, min }]
				: [];
		});
		return [
			...alone.map(({ id }): TeamRemark => ({ kind: 'alone-of-age', team, person: id })),
			...(open < owed ? [{ kind: 'few-hosts', team, open, owed } as const] : []),
			...few
		];
	});
}

export const ridersOf = ({ participants }: TeamFormingProblem, { members }: FormedTeam): Rider[] =>
	participants.filter(({ id }) => members.includes(id)).sort((a, b) => (a.id < b.id ? -1 : 1));

/** Hosts that receive this team. */
export const openTo = (problem: TeamFormingProblem, { members, accompanist, driver }: FormedTeam) =>
	problem.hosts.filter(
		({ people, refuses, refusesAccompanists }) =>
			members.length <= people &&
			!members.some((id) => refuses.includes(id)) &&
			![accompanist, driver].some((id) => id !== null && refusesAccompanists.includes(id))
	);

/** Alone of a kind in a team, when the rally has somebody else of that kind. */
export function aloneIn(
	{ participants }: TeamFormingProblem,
	riders: readonly Rider[],
	id: string,
	trait: 'gender' | 'ageBand'
): boolean {
	const kind = riders.find((rider) => rider.id === id)?.[trait] ?? null;
	const others = (list: readonly Rider[]) => list.some((one) => one.id !== id && one[trait] === kind);
	return kind !== null && riders.length > 1 && !others(riders) && others(participants);
}
