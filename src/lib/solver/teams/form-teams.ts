import { Random } from '../random';
import { crewsOf, teamCount, type Crew } from './crews';
import { compareMix, mixScore, type Assignment } from './mix';
import type { TeamFinding, TeamForming, TeamFormingProblem } from './problem';

export type { FormedTeam, Rider, TeamFinding, TeamForming, TeamFormingProblem } from './problem';

interface FormingOptions {
	seed: number;
	/** How many teams; by default what cars, accompanists and the charter allow. */
	teams?: number;
}

/** Exchanges tried, in all: a fraction of a second for thirty people. */
const TRIES = 12_000;

/**
 * Forms teams with their car, accompanist and driver. Everybody rides: when cars or accompanists are short, or a
 * wish cannot hold, the least bad is given with its findings. Same seed, same teams.
 */
export function formTeams(
	problem: TeamFormingProblem,
	{ seed, teams = teamCount(problem) }: FormingOptions
): TeamForming {
	const crews = crewsOf(problem, teams);
	const random = new Random(seed);
	const best = exchange(problem, crews, firstTeams(problem, crews, random), random);
	return {
		teams: crews.map(({ vehicle, accompanist, driver }, i) => ({
			members: best[i]!.map((at) => problem.participants[at]!.id).sort(),
			vehicle,
			accompanist,
			driver
		})),
		findings: findingsOf(problem, crews, best)
	};
}

/** One person after another in the car with most room left, those with needs first. */
function firstTeams(
	{ participants }: TeamFormingProblem,
	crews: readonly Crew[],
	random: Random
): Assignment {
	const assignment: Assignment = crews.map(() => []);
	if (crews.length === 0) return assignment;
	const order = random
		.shuffle(participants.map((_, at) => at))
		.sort((a, b) => participants[b]!.needs.length - participants[a]!.needs.length);
	for (const at of order) {
		const inChair = participants[at]!.needs.includes('wheelchair');
		const rooms = crews.map(({ places, wheelchairPlaces }, team) => ({
			team,
			room:
				(inChair ? 100 * wheelchairPlaces : 0) +
				Math.min(places - assignment[team]!.length, 8 - assignment[team]!.length)
		}));
		rooms.sort((a, b) => b.room - a.room);
		assignment[rooms[0]!.team]!.push(at);
	}
	return assignment;
}

/** Moves one person or swaps two, keeping what is better and, while warm, a little of what is not. */
function exchange(
	problem: TeamFormingProblem,
	crews: readonly Crew[],
	start: Assignment,
	random: Random
): Assignment {
	let current = start;
	let score = mixScore(problem, crews, current);
	let best = current;
	let bestScore = score;
	for (let done = 0; done < TRIES && crews.length > 1; done++) {
		const next = current.map((members) => [...members]);
		const [from, to] = random.shuffle(crews.map((_, i) => i)) as [number, number, ...number[]];
		if (next[from]!.length === 0) continue;
		const leaving = random.below(next[from]!.length);
		const [person] = next[from]!.splice(leaving, 1);
		if (random.next() < 0.8 && next[to]!.length > 0) {
			const back = next[to]!.splice(random.below(next[to]!.length), 1)[0]!;
			next[from]!.push(back);
		}
		next[to]!.push(person!);
		const reached = mixScore(problem, crews, next);
		const warmth = 3 * (1 - done / TRIES);
		const near = reached[0] === score[0] && reached[1] === score[1];
		if (
			compareMix(reached, score) <= 0 ||
			(near && random.next() < Math.exp((score[2] - reached[2]) / Math.max(0.05, warmth)))
		) {
			current = next;
			score = reached;
			if (compareMix(score, bestScore) < 0) {
				best = current;
				bestScore = score;
			}
		}
	}
	return best;
}

function findingsOf(
	problem: TeamFormingProblem,
	crews: readonly Crew[],
	assignment: Assignment
): TeamFinding[] {
	const { participants, vehicles, accompanists, size, halfDays } = problem;
	const findings: TeamFinding[] = [];
	const away = (there: string[] | undefined) =>
		there ? halfDays.filter((half) => !there.includes(half)) : [];
	const teamOf = new Map(
		assignment.flatMap((members, team) => members.map((at) => [participants[at]!.id, team] as const))
	);

	assignment.forEach((members, team) => {
		const riders = members.map((at) => participants[at]!);
		const { vehicle, accompanist, driver, places, wheelchairPlaces } = crews[team]!;
		if (riders.length < size.min || riders.length > size.max)
			findings.push({ kind: 'team-size', team, size: riders.length, ...size });
		if (!vehicle) findings.push({ kind: 'no-vehicle', team });
		if (!accompanist) findings.push({ kind: 'no-accompanist', team });
		else if (!driver && !accompanists.find(({ id }) => id === accompanist)?.drives)
			findings.push({ kind: 'no-driver', team });
		const seats = vehicles.find(({ id }) => id === vehicle)?.seats ?? 0;
		if (vehicle && riders.length > places)
			findings.push({ kind: 'seats-short', team, people: riders.length + seats - places, seats });
		const chairs = riders.filter(({ needs }) => needs.includes('wheelchair')).length;
		if (vehicle && chairs > wheelchairPlaces)
			findings.push({ kind: 'wheelchair-short', team, wanted: chairs, places: wheelchairPlaces });
		const carAway = away(vehicles.find(({ id }) => id === vehicle)?.halfDays);
		if (carAway.length > 0) findings.push({ kind: 'vehicle-away', team, halfDays: carAway });
		const crewAway = away(accompanists.find(({ id }) => id === accompanist)?.halfDays);
		if (crewAway.length > 0) findings.push({ kind: 'accompanist-away', team, halfDays: crewAway });
		for (const { id, gender } of riders) {
			const alike = riders.filter((other) => other.gender === gender).length;
			if (gender !== null && alike === 1 && riders.length > 1)
				findings.push({ kind: 'alone-of-gender', team, person: id, gender });
		}
	});
	for (const { id, apart, together } of participants) {
		for (const other of apart) {
			if (
				teamOf.has(other) &&
				teamOf.get(other) === teamOf.get(id) &&
				firstSaid(participants, id, other, 'apart')
			) {
				findings.push({ kind: 'apart-broken', team: teamOf.get(id)!, people: [id, other] });
			}
		}
		for (const other of together) {
			if (
				teamOf.has(other) &&
				teamOf.get(other) !== teamOf.get(id) &&
				firstSaid(participants, id, other, 'together')
			) {
				findings.push({ kind: 'together-broken', people: [id, other] });
			}
		}
	}
	return findings;
}

/** A wish said by both is told once. */
const firstSaid = (
	people: TeamFormingProblem['participants'],
	id: string,
	other: string,
	wish: 'apart' | 'together'
): boolean => id < other || !people.find((person) => person.id === other)?.[wish].includes(id);
