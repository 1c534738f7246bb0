import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { beforeAll, expect, test } from 'vitest';
import { formTeams, type FormedTeam } from '$lib/solver/teams/form-teams';
import { proposals, SHARE } from '$lib/solver/teams/proposals';
import { levelsOf } from '$lib/solver/teams/verify/levels';
import { verifyTeams } from '$lib/solver/teams/verify-teams';
import { bestByBruteForce } from './brute-force';
import { aProblem, smallProblem, tinyProblem } from './problems';

let highs: Highs;
beforeAll(async () => {
	highs = await loadHighs();
});

const pairsOf = (teams: readonly FormedTeam[]): Set<string> =>
	new Set(
		teams.flatMap(({ members }) =>
			members.flatMap((one) => members.filter((other) => one < other).map((other) => `${one} ${other}`))
		)
	);

test('each is accepted by the checker, far from the others, and costs what it says', () => {
	fc.assert(
		fc.property(smallProblem, fc.nat(100), (problem, seed) => {
			const best = formTeams(problem, { seed: 1, highs });
			const others = proposals(problem, best, { seed });
			expect(proposals(problem, best, { seed })).toEqual(others);
			const all = [best, ...others.map(({ forming }) => forming)].map(({ teams }) => pairsOf(teams));
			all.forEach((mine, i) =>
				all.slice(0, i).forEach((theirs) => {
					const still = [...mine].filter((pair) => theirs.has(pair)).length;
					expect(mine.size + theirs.size - 2 * still).toBeGreaterThanOrEqual(
						SHARE * (mine.size + theirs.size) - 1e-9
					);
				})
			);
			const before = levelsOf(problem, best.teams, best.wanted);
			for (const { forming, parted, pairs, shifts } of others) {
				expect(verifyTeams(problem, forming)).toEqual([]);
				expect(forming.wanted).toBe(best.wanted);
				const after = levelsOf(problem, forming.teams, best.wanted);
				expect(shifts).toEqual(
					forming.levels
						.map(({ name }) => ({ level: name, by: after[name] - before[name] }))
						.filter(({ by }) => by !== 0)
				);
				// A proven best is not beaten, and rules do not give way.
				expect(shifts[0]?.by ?? 0).toBeGreaterThanOrEqual(0);
				expect(shifts.map(({ level }) => level)).not.toEqual(expect.arrayContaining(['rules']));
				const mine = pairsOf(forming.teams);
				expect(pairs).toBe(all[0]!.size);
				expect(parted).toBe([...all[0]!].filter((pair) => !mine.has(pair)).length);
			}
		}),
		{ numRuns: 15 }
	);
}, 90_000);

test('never better than the best of what is that far, and most often that one', () => {
	let [asked, equal] = [0, 0];
	fc.assert(
		fc.property(tinyProblem, (problem) => {
			const best = formTeams(problem, { seed: 1, highs });
			const [first] = proposals(problem, best, { seed: 1, others: 1 });
			if (!first) return;
			const order = best.levels.map(({ name }) => name);
			const known = pairsOf(best.teams);
			const expected = bestByBruteForce(problem, order, best.wanted, (groups) => {
				if (groups.length !== best.teams.length) return false;
				const mine = pairsOf(groups.map((members) => ({ ...best.teams[0]!, members: [...members].sort() })));
				const still = [...mine].filter((pair) => known.has(pair)).length;
				return 2 * still <= (1 - SHARE) * (known.size + mine.size);
			});
			const found = first.forming.levels.map(({ value }) => value);
			const at = found.findIndex((value, i) => value !== expected[i]);
			asked++;
			if (at < 0) equal++;
			else expect(found[at]).toBeGreaterThan(expected[at]!);
		}),
		{ numRuns: 40 }
	);
	expect(equal).toBeGreaterThanOrEqual(0.8 * asked);
}, 60_000);

test('two others for a usual rally, as good on what must hold', () => {
	const problem = aProblem(18, [{ seats: 7 }, { seats: 7 }, { seats: 7 }, { seats: 7 }], (at) => ({
		prescriber: ['a', 'b', 'c'][at % 3]!,
		home: { place: `commune ${at % 5}`, minutes: 5 + (at % 5) }
	}));
	const best = formTeams(problem, { seed: 1, highs });
	const found = proposals(problem, best, { seed: 1 });
	expect(found).toHaveLength(2);
	for (const { parted, pairs } of found) expect(parted).toBeGreaterThanOrEqual(pairs / 3);
});

test('one team, or everybody locked: nothing else to propose', () => {
	const one = aProblem(5, [{ seats: 7 }]);
	expect(proposals(one, formTeams(one, { seed: 1, highs }), { seed: 1 })).toEqual([]);
	const free = aProblem(10, [{ seats: 7 }, { seats: 7 }]);
	const { teams } = formTeams(free, { seed: 1, highs });
	const locks = teams.map(({ members, ...crew }, team) => ({
		team,
		people: members,
		...crew,
		closed: false
	}));
	const problem = { ...free, locks };
	expect(proposals(problem, formTeams(problem, { seed: 1, highs }), { seed: 1 })).toEqual([]);
});
