import type { Plan } from '../lib/solver/plan';
import type { Problem } from '../lib/solver/problem';
import { verify } from '../lib/solver/verify';
import { levelsOf } from '../lib/solver/verify/levels';
import { minizinc, type Peer } from './bench-peers/minizinc';
import { modelFor } from './bench-peers/models';

const peers: Peer[] = ['chuffed', 'gecode', 'highs'];

/** Our run of a problem, to be compared. */
export interface Ours {
	name: string;
	problem: Problem;
	plan: Plan;
	best: number;
}

/**
 * The same problems through compact models on MiniZinc's solvers, each with so many seconds of processor. Whatever a
 * peer finds passes the checker, and a peer that says it proved its plan must agree with the known optimum.
 */
export async function benchPeers(all: Ours[], seconds: number): Promise<void> {
	console.log(
		`\nLes mêmes problèmes par des modèles compacts sur d’autres solveurs (MiniZinc), ${seconds} s chacun`
	);
	console.log(['problème'.padEnd(28), ...['Équipage', ...peers].map((name) => name.padStart(28))].join(''));
	// The first runs pay for the compiler.
	const smallest = all.reduce((a, b) => (size(a) <= size(b) ? a : b));
	for (const peer of peers) {
		const { model, data } = modelFor(peer, smallest.problem);
		await minizinc(peer, model, data, 5);
	}
	let ahead = 0;
	for (const { name, problem, plan, best } of all) {
		const cells = [`${plan.levels[2]!.value} ${plan.status === 'optimal' ? 'prouvé' : 'non prouvé'} ${plan.seconds.toFixed(2)} s`]; // prettier-ignore
		let beaten = false;
		for (const peer of peers) {
			const { model, data, compact } = modelFor(peer, problem);
			const { solution, proven, prepared, solved, fault } = await minizinc(peer, model, data, seconds);
			if (fault !== null) throw new Error(`${name}, ${peer}: ${fault}`);
			if (solution === null) {
				cells.push(` rien ${solved.toFixed(1)} s (+${prepared.toFixed(1)})`);
				continue;
			}
			const value = checked(problem, compact.offered, solution);
			if (proven && value !== best)
				throw new Error(`${name}: ${peer} says ${value} is best, and it is ${best}`);
			beaten ||= proven && solved < plan.seconds;
			const what = proven ? 'prouvé' : `+${((value / best - 1) * 100).toFixed(1)} %`;
			cells.push(` ${value} ${what} ${solved.toFixed(1)} s (+${prepared.toFixed(1)})`);
		}
		if (!beaten && plan.status === 'optimal') ahead++;
		console.log(name.padEnd(28) + cells.map((cell) => cell.padStart(28)).join(''));
	}
	console.log(`Équipage devant : ${ahead} sur ${all.length}. Entre parenthèses, la mise en forme du modèle.`);
}

const size = ({ problem }: Ours): number =>
	problem.companies.reduce((sum, { starts }) => sum + starts.length, 0);

/** The comfort of what a peer found, counted by the checker: what it announces may be more until it has finished. */
function checked(
	problem: Problem,
	offered: { company: number; day: number; start: number }[],
	solution: string
): number {
	const [comfort, ...visits] = solution.trim().split(';');
	const plan: Plan = {
		format: 'equipage-plan/1',
		status: 'feasible',
		levels: [],
		visits: visits.map((visit) => {
			const [team, start] = visit.split(' ').map(Number);
			const { company, day, start: at } = offered[start! - 1]!;
			const { id, minutes } = problem.companies[company]!;
			return { team: problem.teams[team! - 1]!.id, company: id, day, start: at, end: at + minutes };
		}),
		findings: [],
		conflict: null,
		seconds: 0,
		firstPlanSeconds: null
	};
	const counted = levelsOf(problem, plan);
	plan.levels = (['charter', 'promises', 'comfort'] as const).map((name) => ({
		name,
		value: name === 'comfort' ? counted.comfort : 0,
		bound: 0
	}));
	const wrong = verify(problem, plan);
	if (wrong.length > 0)
		throw new Error(`${problem.name}: refused by the checker: ${JSON.stringify(wrong[0])}`);
	if (counted.comfort > Number(comfort)) throw new Error(`${problem.name}: announced ${comfort} too soon`);
	return counted.comfort;
}
