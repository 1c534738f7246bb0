import { jobSearchStatuses, type Participant } from '../participant';
import { enrolled } from './enrolled';
import type { Figure, Finding, Missing, ProfileTrait } from './facts';
import type { CharterNumbers } from './numbers';
import { isPublished } from './road';
import { assessed, notAssessable, type CharterRule } from './rule';

export const jobSearch: CharterRule = {
	id: 'R12',
	title: 'Personnes en recherche d’emploi',
	// Ansa 2019, l. 214; grid l. 352.
	says: 'Les participants doivent être en recherche d’emploi (demandeurs d’emploi, personne en reconversion professionnelle, salariés en insertion, etc.).',
	source: 'report',
	severity: 'blocking',
	assess(dossier) {
		const people = enrolled(dossier);
		if (people.length === 0) return notAssessable();
		const unsaid = people.filter(({ statuses }) => !statuses.some((one) => jobSearchStatuses.includes(one)));
		const figures: Figure[] = [
			{ of: 'looking-for-work', actual: people.length - unsaid.length, asked: { min: people.length } }
		];
		const missing: Missing[] =
			unsaid.length > 0 ? [{ kind: 'job-search-status', participantIds: unsaid.map(({ id }) => id) }] : [];
		return assessed({ figures, missing }, isPublished(dossier));
	}
};

export const mix: CharterRule = {
	id: 'R13',
	title: 'Mixité des participants',
	// Ansa 2019, l. 215; « âge, genre et secteur professionnel différents » in the grid, l. 353.
	says: 'Les participants doivent être de profils, d’âge, et des parcours professionnels différents.',
	source: 'report',
	severity: 'remark',
	assess(dossier, { mixity }) {
		const people = enrolled(dossier);
		if (people.length < mixity.distinctMin) return notAssessable();
		const looks = traits.map((trait) => look(trait, people, mixity));
		const women = people.filter(({ gender }) => gender === 'woman').length;
		const men = people.filter(({ gender }) => gender === 'man').length;
		const figures: Figure[] = [
			{ of: 'women', actual: women, asked: null },
			{ of: 'men', actual: men, asked: null },
			{ of: 'age-bands', actual: valuesOf('ageBand', people).size, asked: { min: mixity.distinctMin } },
			{
				of: 'former-sectors',
				actual: valuesOf('formerSector', people).size,
				asked: { min: mixity.distinctMin }
			}
		];
		// The report only noted « sur les seize participants il y avait seulement deux hommes » (l. 219).
		const uneven = women > 0 && men > 0 && Math.min(women, men) / (women + men) < mixity.minorityShare;
		return assessed({
			figures,
			findings: [
				...looks.flatMap(({ findings }) => findings),
				...(uneven ? [{ kind: 'gender-imbalance' as const, women, men }] : [])
			],
			missing: looks.flatMap(({ missing }) => missing)
		});
	}
};

const traits: readonly ProfileTrait[] = ['gender', 'ageBand', 'formerSector'];

const valuesOf = (trait: ProfileTrait, people: readonly Participant[]): Set<string> =>
	new Set(people.flatMap((person) => person[trait] ?? []));

/** One trait: varied, alike for everybody, or not known well enough to say. */
function look(
	trait: ProfileTrait,
	people: readonly Participant[],
	{ distinctMin }: CharterNumbers['mixity']
): { findings: Finding[]; missing: Missing[] } {
	const values = [...valuesOf(trait, people)];
	const unknown = people.filter((person) => person[trait] === null).length;
	if (values.length >= distinctMin) return { findings: [], missing: [] };
	if (unknown > 0) return { findings: [], missing: [{ kind: 'profile', of: trait, count: unknown }] };
	return { findings: [{ kind: 'single-profile', of: trait, value: values[0]! }], missing: [] };
}
