import type { Dossier } from '../dossier';
import type { Figure, Finding, Missing } from './facts';
import type { CharterNumbers } from './numbers';
import { lowestHalfDay, presentOn } from './programme';
import { absentOnRoad, isPublished, plannedTeams, sharedAtOnce } from './road';
import { assessed, notAssessable, type Assessment, type CharterRule } from './rule';
import { teamsToProvide } from './team-count';

export const accompanist: CharterRule = {
	id: 'R08',
	title: 'Un accompagnateur ou une accompagnatrice par équipe',
	// Ansa 2019, l. 104, the sentence of R07: in the charter, though no row of the grid takes it up.
	says: 'Chaque équipe se déplacera au sein du même véhicule (voiture ou minivan, en fonction de la taille des équipes) et nécessitera la présence d’un accompagnateur.',
	source: 'charter',
	severity: 'blocking',
	assess(dossier, numbers) {
		const teams = plannedTeams(dossier);
		if (!teams) return inSight(dossier, numbers);
		const guided = teams.map((team) => ({
			team,
			guide: dossier.accompanists.find(({ id }) => id === team.accompanistId)
		}));
		const away = guided.flatMap(({ team, guide }): Finding[] =>
			!guide
				? []
				: absentOnRoad(team, dossier, guide).map((halfDay) => {
						return { kind: 'accompanist-away', accompanistId: guide.id, team: team.letter, halfDay };
					})
		);
		const shared = sharedAtOnce(teams, dossier, ({ accompanistId }) => accompanistId).map(
			({ id, teams }): Finding => ({ kind: 'accompanist-shared', accompanistId: id, teams })
		);
		const missing = guided.flatMap(({ team, guide }): Missing[] =>
			guide ? [] : [{ kind: 'accompanist-for', team: team.letter }]
		);
		const actual = new Set(guided.flatMap(({ guide }) => (guide ? [guide.id] : []))).size;
		const figures: Figure[] = [{ of: 'accompanists', actual, asked: { min: teams.length } }];
		return assessed({ figures, findings: [...away, ...shared], missing }, isPublished(dossier));
	}
};

/** Before a plan: is there somebody for each team, on each visiting half-day? */
function inSight(dossier: Dossier, numbers: CharterNumbers): Assessment {
	const { rally, accompanists } = dossier;
	const teams = teamsToProvide(dossier, numbers);
	const { halfDay, lowest: actual } = lowestHalfDay(
		rally,
		(half) => accompanists.filter(presentOn(half)).length,
		(count) => count
	);
	const lacking: Missing = { kind: 'accompanists', count: teams - actual, teams, halfDay };
	if (accompanists.length === 0) return notAssessable({ missing: [lacking] });
	const figures: Figure[] = [{ of: 'accompanists', actual, asked: { min: teams } }];
	return actual < teams
		? assessed({ figures, missing: [lacking] })
		: notAssessable({ figures, missing: [{ kind: 'plan' }] });
}
