import type { Ground } from '../itineraries/ground';
import { inOrder, type Solution } from '../model';
import type { Random } from '../random';
import { compare, scoreOf, type Score } from '../score';
import { cheapestPlan } from './cheapest-plan';

export interface Found {
	solution: Solution;
	score: Score;
}

export interface SearchOptions {
	random: Random;
	/** Rebuildings of one team, in all. */
	rounds: number;
	/** Asked often: the search stops when it answers true, keeping its best. */
	stop: () => boolean;
	onBest: (found: Found) => void;
}

/** Every team at its cheapest, one after the other. */
export function firstPlan(ground: Ground, random: Random): Found {
	const solution: Solution = ground.model.begun.map((stops) => [...stops]);
	rebuild(ground, solution, random.shuffle(solution.map((_, team) => team)), () => 0);
	return { solution, score: scoreOf(ground.model, solution) };
}

/**
 * Large-neighbourhood search: takes a few teams out and rebuilds each with its exactly cheapest plan given the
 * others, with a little noise so that it does not fall back on the same one. Worse plans are accepted while warm.
 */
export function improve(ground: Ground, from: Found, { random, rounds, stop, onBest }: SearchOptions): Found {
	const teams = ground.model.teams.map((_, team) => team);
	let current = from;
	let best = from;
	for (let done = 0; done < rounds && !stop() && teams.length > 0;) {
		const warmth = 40 * (1 - done / rounds);
		const out = random.shuffle(teams).slice(0, 1 + random.below(Math.min(3, teams.length)));
		const solution = current.solution.map((stops) => [...stops]);
		const blur = random.next() < 0.5 ? warmth * 2 : 0;
		const shift = new Map<number, number>();
		rebuild(ground, solution, out, (company) => {
			if (blur === 0) return 0;
			if (!shift.has(company)) shift.set(company, (random.next() - 0.5) * blur);
			return shift.get(company)!;
		});
		done += out.length;
		const next = { solution, score: scoreOf(ground.model, solution) };
		const worse = compare(next.score, current.score);
		const near = next.score[0] === current.score[0] && next.score[1] === current.score[1];
		const dearer = next.score[2] - current.score[2];
		if (worse <= 0 || (near && random.next() < Math.exp(-dearer / Math.max(1, warmth)))) {
			current = next;
			if (compare(current.score, best.score) < 0) {
				best = current;
				onBest(best);
			}
		}
	}
	return best;
}

function rebuild(
	ground: Ground,
	solution: Solution,
	out: readonly number[],
	noise: (company: number) => number
): void {
	const absent = new Set(out);
	// What has begun stays, and takes its place at the host whoever is rebuilt first.
	for (const team of out) solution[team] = [...ground.model.begun[team]!];
	for (const team of out) {
		solution[team] = inOrder(cheapestPlan({ ground, solution, team, absent, noise }));
		absent.delete(team);
	}
}
