import type { IsoDate } from '../calendar';
import { charterVersions, currentCharter, type CharterNumbers, type Range } from './numbers';
import { ruleIds, type RuleId } from './rule';

/** What a version asks between a least and a most; durations in half-days, as the domain counts them. */
export const askedRanges = {
	days: { label: 'Jours consécutifs', unit: 'jours', most: 10 },
	visitHalfDays: { label: 'Temps de visites', unit: 'demi-journées', most: 20 },
	restitutionHalfDays: { label: 'Retours d’expérience', unit: 'demi-journées', most: 20 },
	participants: { label: 'Participants', unit: 'personnes', most: 300 },
	teamSize: { label: 'Taille d’une équipe', unit: 'personnes', most: 20 },
	visitsPerParticipant: {
		label: 'Entreprises visitées par chaque participant',
		unit: 'entreprises',
		most: 40
	}
} as const;
export type AskedRange = keyof typeof askedRanges;
export const askedRangeKeys = Object.keys(askedRanges) as AskedRange[];

export type AskedNumbers = Record<AskedRange, Range> & { companiesMin: number };

/** A version as the federation writes it. */
export interface WrittenCharter {
	/** « 2027 »: what a rally is said to be prepared under; no two versions share it. */
	label: string;
	title: string;
	inForceFrom: IsoDate;
	numbers: AskedNumbers;
	/** The sentences that change; the others stay those of 2018. */
	says: Partial<Record<RuleId, string>>;
}

/** As a rally keeps it. What the charter leaves without a figure (mix, « plusieurs » companies) stays ours, from the code. */
export const keptNumbers = ({ label, title, numbers, says }: WrittenCharter): CharterNumbers => ({
	...charterVersions[currentCharter],
	...numbers,
	id: label,
	title,
	says: Object.fromEntries(ruleIds.flatMap((id) => (says[id]?.trim() ? [[id, says[id].trim()]] : [])))
});

/** The version of that day: the last to have come into force, or else the one of the code. */
export function charterInForce(
	written: readonly WrittenCharter[],
	today: IsoDate
): { numbers: CharterNumbers; since: IsoDate | null } {
	const last = charterHistory(written, today)[0];
	return last
		? { numbers: keptNumbers(last), since: last.inForceFrom }
		: { numbers: charterVersions[currentCharter], since: null };
}

/** Versions already in force some day, the latest first; that of the code, the oldest, is not among them. */
export const charterHistory = <V extends WrittenCharter>(written: readonly V[], today: IsoDate): V[] =>
	written
		.filter(({ inForceFrom }) => inForceFrom <= today)
		.sort((a, b) => b.inForceFrom.localeCompare(a.inForceFrom));

/** What a rally opened under a version keeps: nothing for one that the code knows by itself. */
export const underCharter = (numbers: CharterNumbers) => ({
	charterVersion: numbers.id,
	charterNumbers: Object.hasOwn(charterVersions, numbers.id) ? null : numbers
});
