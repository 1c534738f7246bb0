import type { RuleId } from './rule';

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
	/** Sentences that this version words otherwise than the one of 2018. */
	says?: Partial<Record<RuleId, string>>;
}

/** Versions that come with Équipage; the federation writes the next ones (version.ts). No other file may repeat these numbers. */
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

/** The version a new rally is opened under until the federation writes another. */
export const currentCharter: CharterVersion = '2018';

/** The version a rally is prepared under. One that the federation wrote is kept whole by the rally itself. */
export interface UnderCharter {
	charterVersion: string;
	charterNumbers?: CharterNumbers | null;
}

/** What the charter asks of a rally; a version that is not known is judged under the current charter. */
export const charterNumbers = ({
	charterVersion: version,
	charterNumbers: kept
}: UnderCharter): CharterNumbers =>
	kept ??
	(Object.hasOwn(charterVersions, version)
		? charterVersions[version as CharterVersion]
		: charterVersions[currentCharter]);

export const within = (value: number, { min, max }: Range): boolean => min <= value && value <= max;
