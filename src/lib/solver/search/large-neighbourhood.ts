import { inOrder, type Model, type Solution } from '../model';
import { Random } from '../random';
import { compare, scoreOf, type Score } from '../score';
import { bestTeamPlan, mostCandidates } from './team-plan';

export interface SearchOptions {
	seed: number;
	/** Rebuildings of one team, in all. */
	iterations: number;
	/** Asked often: the search stops when it answers true, keeping its best. */
	stop: () => boolean;
	onBest: (solution: Solution, score: Score) => void;
}

/** Past this many companies a team's plan is rebuilt among some of them only. */
const CANDIDATES = 16;

/**
 * Large-neighbourhood search: takes a few teams out and rebuilds each with its exactly cheapest plan given the
 * others, with a little noise so that it does not fall back on the same one. Worse plans are accepted while warm.
 */
export function search(
	model: Model,
	{ seed, iterations, stop, onBest }: SearchOptions
): { best: Solution; score: Score } {
	const random = new Random(seed);
	const most = mostCandidates(model);
	const teams = model.teams.map((_, team) => team);
	const rebuild = (solution: Solution, out: readonly number[], wide: boolean, noise: number) => {
		const absent = new Set(out);
		for (const team of out) solution[team] = [];
		for (const team of out) {
			const shift = new Map<number, number>();
			const candidates = candidatesFor(model, solution, random, wide ? most : Math.min(most, CANDIDATES));
			const plan = bestTeamPlan({
				model,
				solution,
				team,
				absent,
				candidates,
				noise: (company) => {
					if (noise === 0) return 0;
					if (!shift.has(company)) shift.set(company, (random.next() - 0.5) * noise);
					return shift.get(company)!;
				}
			});
			solution[team] = inOrder(plan.stops);
			absent.delete(team);
		}
	};

	let current: Solution = teams.map(() => []);
	rebuild(current, random.shuffle(teams), true, 0);
	let score = scoreOf(model, current);
	let best = current;
	let bestScore = score;
	onBest(best, bestScore);

	for (let done = 0; done < iterations && !stop() && teams.length > 0;) {
		const warmth = 40 * (1 - done / iterations);
		const out = random.shuffle(teams).slice(0, 1 + random.below(Math.min(3, teams.length)));
		const next = current.map((stops) => [...stops]);
		rebuild(next, out, done % 8 === 0, random.next() < 0.5 ? warmth * 2 : 0);
		done += out.length;
		const nextScore = scoreOf(model, next);
		const worse = compare(nextScore, score);
		const near = nextScore[0] === score[0] && nextScore[1] === score[1];
		if (worse <= 0 || (near && random.next() < Math.exp(-(nextScore[2] - score[2]) / Math.max(1, warmth)))) {
			current = next;
			score = nextScore;
			if (compare(score, bestScore) < 0) {
				best = current;
				bestScore = score;
				onBest(best, bestScore);
			}
		}
	}
	return { best, score: bestScore };
}

/** Companies worth trying: all when they are few, otherwise those that wait for a visit and some at random. */
export function candidatesFor(model: Model, solution: Solution, random: Random, most: number): number[] {
	const all = model.companies.map((_, company) => company);
	if (all.length <= most) return all;
	const received = new Set(solution.flat().map(({ company }) => company));
	const waiting = random.shuffle(
		all.filter((company) => !received.has(company) && model.companies[company]!.visits[0] > 0)
	);
	const others = random.shuffle(all.filter((company) => !waiting.includes(company)));
	return [...waiting.slice(0, Math.ceil(most * 0.75)), ...others].slice(0, most).sort((a, b) => a - b);
}
