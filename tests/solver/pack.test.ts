import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relax } from '$lib/solver/itineraries/column-generation';
import { groundOf } from '$lib/solver/itineraries/ground';
import { DayJoin } from '$lib/solver/itineraries/join-days';
import { pack } from '$lib/solver/itineraries/pack';
import { Stage } from '$lib/solver/itineraries/stage';
import { columnOf } from '$lib/solver/itineraries/team-column';
import { modelOf } from '$lib/solver/model';
import { bestByBruteForce } from './brute-force';
import { highs } from './highs';
import { tinyProblem } from './problems';

test('packing every plan of every team finds the least that the charter can lack, and says what cannot be', () => {
	fc.assert(
		fc.property(tinyProblem, (problem) => {
			const model = modelOf(problem);
			const ground = groundOf(model);
			const stage = new Stage(ground, { level: 'charter', charter: 0, promises: 0, visits: [0, 99] });
			const stop = () => false;
			const found = relax(highs, stage, { upper: Infinity, columns: [], stop });
			const columns = ground.classes.flatMap((of, i) =>
				new DayJoin(ground, of, stage.prices(i, found.duals))
					.plans({ limit: 1e9, keep: Infinity, everyRoute: true })
					.plans.map(({ routes }) => columnOf(model, ground.classes, i, routes))
			);
			const [least] = bestByBruteForce(problem);
			const packed = (within: number, among = columns) => pack(stage, among, { ...found, within }, { stop });
			expect(packed(least + 5)!.cost).toBe(least);
			expect(packed(least, stage.distinct(columns))!.cost).toBe(least);
			if (least > 0) expect(packed(least - 1)!.chosen).toBeNull();
		}),
		{ numRuns: 150 }
	);
});
