import type { Company } from '../company';
import type { Dossier } from '../dossier';
import { countedSector } from '../sector';
import type { Figure, Finding, Missing } from './facts';
import { heldVisits, isPublished, plannedTeams, spread } from './road';
import { assessed, notAssessable, type CharterRule } from './rule';

export const sectorVariety: CharterRule = {
	id: 'R10',
	title: 'Secteurs d’activité différents',
	// Ansa 2019, l. 213; « de secteurs d'activités différents » l. 104; « pluralité de secteurs d'activité » in the grid, l. 345.
	says: 'Les entreprises visitées doivent appartenir à des secteurs d’activité différents afin que les participants puissent découvrir davantage de métiers et éventuellement ouvrir leurs perspectives professionnelles.',
	source: 'report',
	severity: 'deviation',
	assess(dossier) {
		const min = dossier.rally.settings.minSectors;
		const teams = plannedTeams(dossier);
		if (teams) {
			const counts = teams.map((team) => ({ team: team.letter, actual: sectorsVisited(team, dossier) }));
			return assessed({
				figures: [
					{ of: 'sectors-per-team', actual: spread(counts.map(({ actual }) => actual)), asked: { min } }
				],
				findings: counts.flatMap(({ team, actual }): Finding[] =>
					actual < min ? [{ kind: 'team-sectors', team, actual, min }] : []
				)
			});
		}
		const pool = sectorsOf(confirmed(dossier), dossier);
		const hoped = sectorsOf([...confirmed(dossier), ...interested(dossier)], dossier);
		if (hoped.size === 0) return notAssessable({ missing: [{ kind: 'sectors', count: min, interested: 0 }] });
		const figures: Figure[] = [{ of: 'sectors', actual: pool.size, asked: { min } }];
		if (pool.size >= min) return notAssessable({ figures, missing: [{ kind: 'plan' }] });
		return assessed({
			figures,
			missing: [{ kind: 'sectors', count: min - pool.size, interested: hoped.size - pool.size }]
		});
	}
};

export const companyPool: CharterRule = {
	id: 'R11',
	title: 'Entreprises mobilisées',
	// Ansa 2019, l. 104.
	says: 'Ainsi, au moins 6 entreprises doivent être mobilisées au total lors d’un Rallye pour l’emploi.',
	source: 'charter',
	severity: 'blocking',
	assess(dossier, { companiesMin: min }) {
		const actual = confirmed(dossier).length;
		const hoped = interested(dossier).length;
		const count = min - actual;
		const missing: Missing[] = count > 0 ? [{ kind: 'companies', count, interested: hoped }] : [];
		if (actual + hoped === 0 && !isPublished(dossier)) return notAssessable({ missing });
		const figures: Figure[] = [
			{ of: 'confirmed-companies', actual, asked: { min } },
			{ of: 'interested-companies', actual: hoped, asked: null }
		];
		const findings: Finding[] = count > 0 && isPublished(dossier) ? [{ kind: 'companies', actual, min }] : [];
		return assessed({ figures, findings, missing });
	}
};

/** The companies the charter counts as mobilised: those that have said yes. */
export const confirmed = ({ companies }: Pick<Dossier, 'companies'>): Company[] =>
	companies.filter(({ state }) => state === 'confirmed');

const interested = ({ companies }: Dossier): Company[] =>
	companies.filter(({ state }) => state === 'interested');

const sectorsOf = (companies: readonly Company[], { rally }: Dossier): Set<string> =>
	new Set(companies.map((company) => countedSector(company, rally.settings.nomenclature)));

function sectorsVisited(team: Parameters<typeof heldVisits>[0], dossier: Dossier): number {
	const visited = new Set(heldVisits(team, dossier).map(({ companyId }) => companyId));
	return sectorsOf(
		dossier.companies.filter(({ id }) => visited.has(id)),
		dossier
	).size;
}
