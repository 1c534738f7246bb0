import { sum, type Rule } from './rule';

/** « …entreprises de secteurs d'activités différents »: sectors missing under the least asked of each team. */
export const sectorVariety: Rule = {
	name: 'sector-variety',
	level: 'charter',
	cost: ({ model, sectors }) => sum(sectors.map((seen) => Math.max(0, model.problem.rules.sectors - seen))),
	findings: ({ model, sectors }) =>
		sectors.flatMap((seen, team) =>
			seen >= model.problem.rules.sectors
				? []
				: [
						{
							kind: 'sectors-short',
							team: model.teams[team]!.id,
							sectors: seen,
							min: model.problem.rules.sectors
						}
					]
		)
};
