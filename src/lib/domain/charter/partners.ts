import { isInstitution } from './closing';
import { confirmed } from './companies';
import type { Figure, TerritoryActor } from './facts';
import { assessed, notAssessable, type CharterRule } from './rule';

export const territory: CharterRule = {
	id: 'R18',
	title: 'Projet de territoire',
	// Ansa 2019, l. 338 (grid); an objective of the charter, l. 182, without a figure.
	says: 'Action comme un projet de territoire (engagement de plusieurs représentants d’entreprise, acteurs du service public de l’emploi, acteurs du champ de la formation et institutionnels locaux).',
	source: 'grid',
	severity: 'remark',
	assess(dossier, { companiesForTerritory }) {
		const companies = confirmed(dossier).length;
		if (dossier.partners.length + companies === 0) return notAssessable();
		const has = (test: (category: (typeof dossier.partners)[number]['category']) => boolean) =>
			dossier.partners.some(({ category }) => test(category));
		const engaged: Record<TerritoryActor, boolean> = {
			companies: companies >= companiesForTerritory,
			'employment-service': has((category) => category === 'employment-service'),
			training: has((category) => category === 'training'),
			institution: has(isInstitution)
		};
		const actors = Object.keys(engaged) as TerritoryActor[];
		const absent = actors.filter((actor) => !engaged[actor]);
		const figures: Figure[] = [
			{ of: 'actors', actual: actors.length - absent.length, asked: { min: actors.length } }
		];
		return assessed({ figures, missing: absent.map((actor) => ({ kind: 'actor', actor })) });
	}
};
