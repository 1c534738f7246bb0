import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formTeams, type FormedTeam, type TeamForming } from '$lib/solver/teams/form-teams';
import { levelsOf } from '$lib/solver/teams/verify/levels';
import { whyHere, type Change, type WhyHere } from '$lib/solver/teams/why-here';
import { aProblem, smallProblem } from './problems';

/** The teams once a change is made, worked out apart from the solver. */
function changed(
	{ teams }: TeamForming,
	{ person, team: from }: WhyHere,
	{ team, against }: Change
): FormedTeam[] {
	return teams.map((formed, at) => {
		const members = formed.members.filter((id) => id !== person && id !== against);
		if (at === team) members.push(person);
		if (at === from && against !== null) members.push(against);
		return { ...formed, members };
	});
}

test('what each change gives on each level is exact, and no move or swap is better than the best announced', () => {
	fc.assert(
		fc.property(smallProblem, fc.nat(), (problem, pick) => {
			const forming = formTeams(problem, { seed: 1 });
			const person = problem.participants[pick % problem.participants.length]!.id;
			const why = whyHere(problem, forming, person)!;
			expect(forming.teams[why.team]!.members).toContain(person);
			const order = forming.levels.map(({ name }) => name);
			const valued = (teams: FormedTeam[]) => {
				const levels = levelsOf(problem, teams, forming.wanted);
				return order.map((name) => levels[name]);
			};
			const now = valued(forming.teams);
			const after = (change: Change) => valued(changed(forming, why, change));
			for (const { move, swap } of why.elsewhere) {
				for (const change of [move, swap]) {
					if (!change) continue;
					const shifts = after(change).map((value, at) => ({ level: order[at]!, by: value - now[at]! }));
					expect(change.shifts).toEqual(shifts.filter(({ by }) => by !== 0));
				}
			}
			// Every move and every swap, tried by hand.
			const all = forming.teams.flatMap(({ members }, team) =>
				team === why.team
					? []
					: [null, ...members].map((against) => ({ team, against, shifts: [], broken: [] }))
			);
			const alone = forming.teams[why.team]!.members.length === 1;
			for (const change of all) {
				if (change.against === null && alone) continue;
				const best = after((change.against === null ? why.bestMove : why.bestSwap)!);
				const at = after(change);
				const differs = at.findIndex((value, i) => value !== best[i]);
				expect(differs < 0 || at[differs]! > best[differs]!).toBe(true);
			}
		}),
		{ numRuns: 60 }
	);
}, 60_000);

test('what holds somebody: the adapted place, a wish, an hour, and nobody left alone', () => {
	const problem = aProblem(12, [{ seats: 5, wheelchairPlaces: 1 }, { seats: 7 }, { seats: 7 }], (at) => ({
		gender: at < 2 ? 'man' : 'woman',
		ageBand: null,
		...(at === 0 && { needs: ['wheelchair'], together: ['p05'], backBy: 960 })
	}));
	const forming = formTeams(problem, { seed: 1 });
	const { holds, team } = whyHere(problem, forming, 'p00')!;
	expect(forming.teams[team]!.vehicle).toBe('v0');
	expect(holds).toContainEqual({ kind: 'adapted-place', teams: [] });
	expect(holds).toContainEqual({ kind: 'together', people: ['p05'] });
	expect(holds).toContainEqual({ kind: 'hours', backBy: 960, others: 0 });
	// The two men ride together: each would leave the other the only one.
	expect(holds).toContainEqual({ kind: 'company', people: 1 });
});

test('whoever is locked does not move, and a closed team takes nobody', () => {
	const free = aProblem(12, [{ seats: 7 }, { seats: 7 }, { seats: 7 }]);
	const { teams } = formTeams(free, { seed: 1 });
	const lock = { vehicle: null, accompanist: null, driver: null };
	const problem = { ...free, locks: [{ ...lock, team: 0, people: teams[0]!.members, closed: true }] };
	const forming = formTeams(problem, { seed: 1 });
	const [held] = forming.teams[0]!.members;
	const why = whyHere(problem, forming, held!)!;
	expect(why).toMatchObject({ bestMove: null, bestSwap: null });
	expect(why.holds).toContainEqual({ kind: 'locked' });
	const other = whyHere(problem, forming, forming.teams[1]!.members[0]!)!;
	expect(other.elsewhere.find(({ team }) => team === 0)).toMatchObject({ move: null, swap: null });
});

test('nobody of that name, or teams of another problem: no answer', () => {
	const problem = aProblem(8, [{ seats: 7 }, { seats: 7 }]);
	const forming = formTeams(problem, { seed: 1 });
	expect(whyHere(problem, forming, 'nobody')).toBeNull();
	const strange = {
		...forming,
		teams: forming.teams.map((team) => ({ ...team, driver: 'a0', accompanist: 'a1' }))
	};
	expect(whyHere(problem, strange, 'p00')).toBeNull();
});
