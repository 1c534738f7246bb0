/** Who answers a questionnaire, and when. */
export const audiences = {
	participant: 'Participants',
	company: 'Entreprises',
	partner: 'Partenaires'
} as const;
export type Audience = keyof typeof audiences;

export const moments = { before: 'Avant le rallye', after: 'Après le rallye' } as const;
export type Moment = keyof typeof moments;

/** The scale of every item: the only one that the founding documents give as an example (DGEFP 2021, l. 1327). */
export const SCALE = [0, 1, 2, 3, 4, 5] as const;
export type Score = (typeof SCALE)[number];
export const scaleWords = { low: 'pas du tout d’accord', high: 'tout à fait d’accord' } as const;

/** What items measure together. Self-efficacy in job search has two sides: doing it, and holding on until it works. */
export const dimensions = {
	searching: {
		label: 'Se sentir capable de chercher un emploi',
		audience: 'participant',
		moments: ['before', 'after']
	},
	coping: {
		label: 'Se sentir capable de tenir et d’aboutir',
		audience: 'participant',
		moments: ['before', 'after']
	},
	'view-of-companies': {
		label: 'Ce que je pense des entreprises',
		audience: 'participant',
		moments: ['before', 'after']
	},
	'participant-satisfaction': {
		label: 'Satisfaction des participants',
		audience: 'participant',
		moments: ['after']
	},
	'view-of-job-seekers': {
		label: 'Ce que l’entreprise pense des personnes qui cherchent un emploi',
		audience: 'company',
		moments: ['before', 'after']
	},
	'company-satisfaction': {
		label: 'Satisfaction des entreprises',
		audience: 'company',
		moments: ['after']
	},
	'partner-satisfaction': {
		label: 'Satisfaction des partenaires',
		audience: 'partner',
		moments: ['after']
	}
} as const satisfies Record<string, { label: string; audience: Audience; moments: Moment[] }>;
export type Dimension = keyof typeof dimensions;
export const dimensionsOf = (audience: Audience, moment?: Moment): Dimension[] =>
	(Object.keys(dimensions) as Dimension[]).filter(
		(key) =>
			dimensions[key].audience === audience &&
			(!moment || (dimensions[key].moments as readonly Moment[]).includes(moment))
	);

export interface Item {
	key: string;
	/** Said by whoever answers, in the first person and in plain words. A high score is always the better news. */
	says: string;
	dimension: Dimension;
}

/**
 * The items of one audience. They are OURS, written for rallies, and validated by nobody: a French scale of
 * self-efficacy in job search exists and was validated (AIPTLF congress, 2025); it is not reproduced here. An item is
 * never reworded: another version is added, and answers say which one they were given to.
 */
export interface Instrument {
	id: string;
	version: number;
	audience: Audience;
	items: Item[];
	/** The question in free words, after the rally. */
	openQuestion: string;
}

export const instruments: readonly Instrument[] = [
	{
		id: 'participants',
		version: 1,
		audience: 'participant',
		items: [
			{ key: 'say-skills', says: 'Je sais dire ce que je sais faire.', dimension: 'searching' },
			{ key: 'find-companies', says: 'Je sais trouver des entreprises près de chez moi.', dimension: 'searching' }, // prettier-ignore
			{ key: 'call-company', says: 'Je peux appeler une entreprise ou pousser sa porte.', dimension: 'searching' }, // prettier-ignore
			{ key: 'tell-path', says: 'Je peux parler de mon parcours, même des moments difficiles.', dimension: 'searching' }, // prettier-ignore
			{ key: 'after-refusal', says: 'Après un refus, je peux continuer.', dimension: 'coping' },
			{ key: 'ask-help', says: 'Quand je n’avance plus, je sais à qui demander.', dimension: 'coping' },
			{ key: 'keep-pace', says: 'Je peux chercher longtemps sans me décourager.', dimension: 'coping' },
			{ key: 'will-work', says: 'Je pense que mes recherches vont donner quelque chose.', dimension: 'coping' }, // prettier-ignore
			{ key: 'welcoming', says: 'Une entreprise prend le temps de m’écouter.', dimension: 'view-of-companies' }, // prettier-ignore
			{ key: 'beyond-cv', says: 'Une entreprise regarde autre chose que le CV.', dimension: 'view-of-companies' }, // prettier-ignore
			{ key: 'my-place', says: 'Je peux trouver ma place dans une entreprise.', dimension: 'view-of-companies' }, // prettier-ignore
			{ key: 'happy', says: 'Ce rallye m’a fait du bien.', dimension: 'participant-satisfaction' },
			{ key: 'learnt', says: 'J’ai découvert des métiers ou des entreprises.', dimension: 'participant-satisfaction' }, // prettier-ignore
			{ key: 'well-run', says: 'Tout était bien organisé pour moi.', dimension: 'participant-satisfaction' },
			{ key: 'recommend', says: 'Je le conseille à quelqu’un d’autre.', dimension: 'participant-satisfaction' } // prettier-ignore
		],
		openQuestion: 'Ce que vous retenez du rallye, avec vos mots'
	},
	{
		id: 'companies',
		version: 1,
		audience: 'company',
		items: [
			{ key: 'useful-skills', says: 'Les personnes qui cherchent un emploi ont des compétences utiles chez nous.', dimension: 'view-of-job-seekers' }, // prettier-ignore
			{ key: 'long-unemployed', says: 'Quelqu’un qui n’a pas travaillé depuis longtemps peut réussir chez nous.', dimension: 'view-of-job-seekers' }, // prettier-ignore
			{ key: 'gaps', says: 'Un parcours avec des trous ne nous empêche pas de rencontrer la personne.', dimension: 'view-of-job-seekers' }, // prettier-ignore
			{ key: 'know-how', says: 'Nous savons comment accueillir quelqu’un qui cherche un emploi.', dimension: 'view-of-job-seekers' }, // prettier-ignore
			{ key: 'went-well', says: 'Les visites se sont bien passées.', dimension: 'company-satisfaction' },
			{ key: 'informed', says: 'Nous savions à l’avance ce qui était attendu.', dimension: 'company-satisfaction' }, // prettier-ignore
			{ key: 'again', says: 'Nous le referions.', dimension: 'company-satisfaction' }
		],
		openQuestion: 'Ce qui vous a surpris, ce qui est à améliorer'
	},
	{
		id: 'partners',
		version: 1,
		audience: 'partner',
		items: [
			{ key: 'useful', says: 'Le rallye est utile aux personnes que nous suivons, ou au territoire.', dimension: 'partner-satisfaction' }, // prettier-ignore
			{ key: 'involved', says: 'Nous avons été informés et associés comme il faut.', dimension: 'partner-satisfaction' }, // prettier-ignore
			{ key: 'again', says: 'Nous le soutiendrions encore.', dimension: 'partner-satisfaction' }
		],
		openQuestion: 'Ce qui est à garder, ce qui est à améliorer'
	}
];

/** « participants-1 », as answers name it. */
export const nameOf = ({ id, version }: Pick<Instrument, 'id' | 'version'>): string => `${id}-${version}`;

export const instrumentNamed = (name: string): Instrument | null =>
	instruments.find((one) => nameOf(one) === name) ?? null;

/** The latest version for that audience: what is printed, sent and typed. */
export const instrumentFor = (audience: Audience): Instrument =>
	instruments.filter((one) => one.audience === audience).reduce((a, b) => (b.version > a.version ? b : a));

export const itemsAt = ({ items }: Instrument, moment: Moment): Item[] =>
	items.filter(({ dimension }) => (dimensions[dimension].moments as readonly Moment[]).includes(moment));

/** Moments at which that audience answers. */
export const momentsOf = (audience: Audience): Moment[] =>
	(Object.keys(moments) as Moment[]).filter((moment) => dimensionsOf(audience, moment).length > 0);
