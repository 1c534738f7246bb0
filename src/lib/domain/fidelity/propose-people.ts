import { confirmed } from '../charter/companies';
import { isInstitution } from '../charter/closing';
import { enrolled } from '../charter/enrolled';
import { charterNumbers } from '../charter/numbers';
import { listed, plural } from '../french';
import { jobSearchStatuses } from '../participant';
import { isOver, type GridGround } from './ground';
import { levelOfShare, notYet, propose, type Proposal } from './proposal';

const basisOf = (ground: GridGround) => (isOver(ground) ? 'done' : 'planned');

export function proposeTerritory(ground: GridGround): Proposal {
	const { dossier } = ground;
	const { companiesForTerritory } = charterNumbers(dossier.rally);
	const companies = confirmed(dossier).length;
	if (companies + dossier.partners.length === 0)
		return notYet(['Ni partenaire ni entreprise confirmée pour l’instant.'], ['partners', 'companies']);
	const count = (test: (category: (typeof dossier.partners)[number]['category']) => boolean) =>
		dossier.partners.filter(({ category }) => test(category)).length;
	const actors: [string, boolean][] = [
		['entreprises', companies >= companiesForTerritory],
		['service public de l’emploi', count((one) => one === 'employment-service') > 0],
		['formation', count((one) => one === 'training') > 0],
		['institutions locales', count(isInstitution) > 0]
	];
	const [there, absent] = [true, false].map((is) =>
		actors.filter(([, engaged]) => engaged === is).map(([name]) => name)
	) as [string[], string[]];
	return propose(
		`${there.length as 0 | 1 | 2 | 3 | 4}`,
		basisOf(ground),
		[
			there.length > 0 ? `Engagés : ${listed(there)}.` : 'Aucun des quatre groupes n’est engagé.',
			...(absent.length > 0 ? [`Il manque : ${listed(absent)}.`] : [])
		],
		['partners', 'companies']
	);
}

/** A status that nobody noted counts as not shown: the level is then the least that can be said. */
export function proposeJobSearch(ground: GridGround): Proposal {
	const people = enrolled(ground.dossier);
	if (people.length === 0) return notYet(['Personne n’est encore inscrit.'], ['participants']);
	const noted = people.filter(({ statuses }) => statuses.length > 0);
	if (noted.length === 0) return notYet(['Aucun statut n’est noté.'], ['participants']);
	const looking = noted.filter(({ statuses }) => statuses.some((one) => jobSearchStatuses.includes(one)));
	const unknown = people.length - noted.length;
	return propose(
		levelOfShare(looking.length, people.length),
		basisOf(ground),
		[
			`${looking.length} sur ${plural(people.length, 'personne')} ont un statut de recherche d’emploi noté.`,
			...(unknown > 0 ? [`Rien n’est noté pour ${plural(unknown, 'personne')}.`] : [])
		],
		['participants']
	);
}

/** No share is told: on a small group it would tell of somebody. */
export function proposeMix(ground: GridGround): Proposal {
	const { mixity } = charterNumbers(ground.dossier.rally);
	const people = enrolled(ground.dossier);
	const traits = (
		[
			['gender', 'genre'],
			['ageBand', 'âge'],
			['formerSector', 'secteur d’origine']
		] as const
	).map(([trait, name]) => {
		const values = people.flatMap((person) => person[trait] ?? []);
		const distinct = new Set<string>(values).size;
		return {
			name,
			varied: distinct >= mixity.distinctMin,
			// Alike for all those known, and some are not: it may still vary.
			open: distinct < mixity.distinctMin && values.length < people.length
		};
	});
	if (people.length < mixity.distinctMin || traits.every(({ open }) => open))
		return notYet(['Trop peu de profils sont notés.'], ['participants']);
	const women = people.filter(({ gender }) => gender === 'woman').length;
	const men = people.filter(({ gender }) => gender === 'man').length;
	const even = Math.min(women, men) / Math.max(1, women + men) >= mixity.minorityShare;
	const varied = traits.filter((one) => one.varied).map(({ name }) => name);
	const unknown = traits.filter((one) => one.open).map(({ name }) => name);
	return propose(
		varied.length < 3 ? `${varied.length as 0 | 1 | 2}` : even ? '4' : '3',
		basisOf(ground),
		[
			varied.length > 0 ? `Varient : ${listed(varied)}.` : 'Rien ne varie parmi ce qui est noté.',
			...(unknown.length > 0 ? [`Trop peu noté pour en dire plus : ${listed(unknown)}.`] : []),
			...(varied.length === 3 && !even ? ['Moins d’une femme ou d’un homme sur quatre.'] : [])
		],
		['participants']
	);
}
