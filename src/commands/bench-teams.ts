import type { Highs } from 'highs';
import { formTeams } from '../lib/solver/teams/form-teams';
import { proposals } from '../lib/solver/teams/proposals';
import { verifyTeams } from '../lib/solver/teams/verify-teams';
import { rallyOfShape, shapes } from './bench-rallies';

const PASSES = 4;

/** Teams with cars, accompanists, needs and wishes: proven or not, the time it takes, then two other proposals. */
export function benchTeams(highs: Highs): void {
	console.log('\nÉquipes (rallyes inventés) : temps de processeur jusqu’à la preuve, processus chaud');
	for (const shape of shapes) {
		const problem = rallyOfShape(shape);
		let forming = formTeams(problem, { seed: 1, highs });
		const times: number[] = [];
		for (let pass = 0; pass < PASSES; pass++) {
			const began = processor();
			forming = formTeams(problem, { seed: 1, highs, now: () => performance.now(), seconds: 20 });
			times.push(processor() - began);
		}
		const began = processor();
		const others = proposals(problem, forming, { seed: 1 });
		const proposed = processor() - began;
		for (const one of [forming, ...others.map((other) => other.forming)]) {
			const wrong = verifyTeams(problem, one);
			if (wrong.length > 0)
				throw new Error(`${shape.name}: refused by the checker: ${JSON.stringify(wrong[0])}`);
		}
		times.sort((a, b) => a - b);
		const parted = others.map(({ parted, pairs }) => `${parted}/${pairs}`).join(' et ') || 'aucune';
		console.log(
			`${shape.name.padEnd(28)} ${forming.status === 'optimal' ? 'prouvé' : 'non prouvé'}, au mieux ${times[0]!.toFixed(2)} s, médiane ${times[PASSES >> 1]!.toFixed(2)} s ; ` +
				`autres propositions : ${parted} paires séparées, ${proposed.toFixed(2)} s`
		);
	}
}

/** Seconds of processor used so far: a machine that does something else does not count. */
function processor(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}
