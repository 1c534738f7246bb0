import { number, NNBSP } from '../french';
import { entryOf, wordedEntry, type FigureKey, type Wording } from './catalogue';
import { maskShare } from './mask';
import { missingWords, type Measured } from './measured';
import type { RallyFigures } from './rally-figures';

export const MASKED_WORDS = 'masqué (moins de 5)';

/** « 56 % » of a base, or nothing when there is no base to be a part of. */
export const percent = (value: number, base: number): string =>
	base > 0 ? `${number(Math.round((value / base) * 100))}${NNBSP}%` : '';

/** A figure as it is printed, with what it is a part of: never a percentage alone. */
export interface FigureWords {
	key: FigureKey;
	label: string;
	definition: string;
	planned: string;
	done: string;
	/** « 9 sur 16, soit 56 % » of what was done; empty without a base. */
	share: string;
}

/** `masked`: small groups of people are hidden, as wherever figures leave the organiser. */
export function figureInWords(
	{ figures }: RallyFigures,
	key: FigureKey,
	masked: boolean,
	wording?: Wording
): FigureWords {
	const { label, definition, of } = wordedEntry(key, wording);
	const said = (column: 'planned' | 'done') => {
		const measured = figures[key][column];
		if (measured.is !== 'value') return missingWords[measured.is].long;
		const shown = shownValue(figures, key, column, masked);
		return shown === null ? MASKED_WORDS : number(shown);
	};
	const done = shownValue(figures, key, 'done', masked);
	const base = of ? shownValue(figures, of, 'done', masked) : null;
	return {
		key,
		label,
		definition,
		planned: said('planned'),
		done: said('done'),
		share:
			done !== null && base !== null ? `${number(done)} sur ${number(base)}, soit ${percent(done, base)}` : ''
	};
}

function shownValue(
	figures: RallyFigures['figures'],
	key: FigureKey,
	column: 'planned' | 'done',
	masked: boolean
): number | null {
	const { ofSituation, of } = entryOf(key);
	const value = valueIn(figures[key][column]);
	if (value === null || !masked || !ofSituation) return value;
	const base = of ? valueIn(figures[of][column]) : null;
	return base === null ? value : maskShare(value, base);
}

const valueIn = (measured: Measured): number | null => (measured.is === 'value' ? measured.value : null);
