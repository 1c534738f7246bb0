import type { Model } from '../model';
import { overRest, restedIn } from '../rests';

/**
 * A bound on comfort for problems whose day routes are too many to be enumerated: each team alone, its days as walks in
 * time that may come back to a company already seen, other teams taking nothing. Roads, waiting, visits short of the
 * most and sectors that must repeat are counted; what can only add to them (long days, unfair roads, companies that hire
 * and are not seen, narrow gaps) is not. O(days × visits a day × starts²) for each kind of team.
 * @param kept the charter is kept: each team makes its visits, and some each day.
 */
export function walkBound(model: Model, kept: boolean): number {
	const { teams, problem, sectors } = model;
	// What has begun keeps to no rule any more.
	if (problem.now !== null) return 0;
	const { rules, comfort } = problem;
	const known = new Map<string, number>();
	let bound = 0;
	for (let team = 0; team < teams.length; team++) {
		const kind = JSON.stringify([model.hours[team], model.rests[team], model.admits[team]]);
		let least = known.get(kind);
		if (least === undefined) {
			least = Infinity;
			const walks = model.days.map((_, day) => leastWalks(model, team, day, kept));
			joined(walks, rules.visits[1]).forEach((cost, visits) => {
				if (kept && visits < rules.visits[0]) return;
				const short = comfort.visitShortOfMax * (rules.visits[1] - visits);
				least = Math.min(least!, cost + short + comfort.sameSector * Math.max(0, visits - sectors));
			});
			known.set(kind, least);
		}
		bound += least;
	}
	return Number.isFinite(bound) ? bound : 0;
}

/** `joined[n]`: the least that n visits in all cost, over the days. */
function joined(walks: readonly number[][], most: number): number[] {
	let sum = [0];
	for (const day of walks) {
		const next = Array.from({ length: Math.min(most, sum.length + day.length - 2) + 1 }, () => Infinity);
		sum.forEach((before, n) =>
			day.forEach((cost, k) => {
				if (n + k < next.length) next[n + k] = Math.min(next[n + k]!, before + cost);
			})
		);
		sum = next;
	}
	return sum;
}

interface Start {
	company: number;
	place: number;
	start: number;
	end: number;
}

/** `least[k]`: the least roads and waiting of a day of k visits, weighed; a meal is taken off once, wherever it is. */
function leastWalks(model: Model, team: number, day: number, kept: boolean): number[] {
	const { companies, travel, buffer, problem } = model;
	const { comfort, rules } = problem;
	const { from, to, maxVisits, lunch } = model.days[day]!;
	const hours = model.hours[team]![day];
	const rests = model.rests[team]![day]!;
	// Away, a day without a visit misses nothing of the charter.
	if (!hours) return [0];
	const none = kept && rules.visitsPerDay > 0 ? Infinity : 0;
	const starts: Start[] = companies
		.flatMap(({ place, minutes }, company) =>
			model.admits[team]![company]
				? model.starts[company]![day]!.map((start) => ({ company, place, start, end: start + minutes }))
				: []
		)
		.filter(
			({ place, start, end }) =>
				!overRest(rests, start, end) &&
				start >= hours[0] + buffer &&
				end + travel[place]![to]! <= model.days[day]!.end
		)
		.sort((a, b) => a.start - b.start);
	const least = [none];
	let walk = starts.map(({ place }) => comfort.travel * travel[from]![place]!);
	for (let visits = 1; visits <= maxVisits; visits++) {
		const home = Math.min(...walk.map((cost, i) => cost + comfort.travel * travel[starts[i]!.place]![to]!));
		if (!Number.isFinite(home)) break;
		const meal = lunch && visits > 1 ? comfort.wait * lunch.minutes : 0;
		least.push(Math.max(0, home - meal));
		walk = starts.map((next, j) => {
			let best = Infinity;
			for (let i = 0; i < j; i++) {
				const last = starts[i]!;
				const drive = travel[last.place]![next.place]!;
				const rest = next.start - last.end - drive;
				if (rest < buffer || last.company === next.company || walk[i] === Infinity) continue;
				// A rest of the team is no waiting.
				const wait = rest - restedIn(rests, last.end, next.start);
				best = Math.min(best, walk[i]! + comfort.travel * drive + comfort.wait * wait);
			}
			return best;
		});
	}
	return least;
}
