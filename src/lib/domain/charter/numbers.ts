export interface Range {
	min: number;
	max: number;
}

/** What one version of the charter asks, in figures. A duration is counted in half-days. */
export interface CharterNumbers {
	id: string;
	title: string;
	days: Range;
	visitHalfDays: Range;
	restitutionHalfDays: Range;
	participants: Range;
	teamSize: Range;
	visitsPerParticipant: Range;
	companiesMin: number;
	/** « plusieurs représentants d'entreprise » (grille de fidélité): the charter gives no figure, two is ours. */
	companiesForTerritory: number;
	/** The charter asks for « différents » ages, genders and careers, without a figure: these are ours. */
	mixity: { distinctMin: number; minorityShare: number };
}

/** Every known version. No other file may repeat these numbers: a rally keeps its `charterVersion`. */
const versions = {
	/** The charter given to the structures of the 2018-2019 swarming, the only one known. */
	'2018': {
		id: '2018',
		title: 'Charte des rallyes pour l’emploi, essaimage 2018-2019',
		days: { min: 2, max: 3 },
		visitHalfDays: { min: 3, max: 4 },
		restitutionHalfDays: { min: 1, max: 2 },
		participants: { min: 15, max: 30 },
		teamSize: { min: 3, max: 8 },
		visitsPerParticipant: { min: 6, max: 8 },
		companiesMin: 6,
		companiesForTerritory: 2,
		mixity: { distinctMin: 2, minorityShare: 0.25 }
	}
} as const satisfies Record<string, CharterNumbers>;

export type CharterVersion = keyof typeof versions;

export const charterVersions: Readonly<Record<CharterVersion, CharterNumbers>> = versions;

/** The version a new rally is opened under. */
export const currentCharter: CharterVersion = '2018';

/** The numbers of a version; one that is not known is judged under the current charter. */
export const charterNumbers = (version: string): CharterNumbers =>
	Object.hasOwn(charterVersions, version)
		? charterVersions[version as CharterVersion]
		: charterVersions[currentCharter];

export const within = (value: number, { min, max }: Range): boolean => min <= value && value <= max;
