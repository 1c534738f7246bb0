import type { IsoDate, Minutes } from './calendar';
import type { Slot } from './company';
import { clock, dayAndMonth, listed } from './french';

/** Part of a day, minutes after midnight. */
export interface Open {
	from: Minutes;
	to: Minutes;
}

/** When a company is open on a day; null when its hours do not say. */
export type OpenOn = (date: IsoDate) => readonly Open[] | null;

/** A moment offered, or a visit, outside the hours its company gave, and those of that day. */
export interface OutOfHours extends Slot {
	open: readonly Open[];
}

/** Those that are not wholly within one stretch of the company's hours. */
export function outOfHours(slots: readonly Slot[], openOn: OpenOn): OutOfHours[] {
	return slots.flatMap((slot) => {
		const open = openOn(slot.date);
		if (!open || joined(open).some(({ from, to }) => from <= slot.from && slot.to <= to)) return [];
		return [{ ...slot, open }];
	});
}

/** « mardi 8 juin de 7 h à 9 h, alors qu’elle ouvre de 8 h à 12 h » */
export const outOfHoursInWords = ({ date, from, to, open }: OutOfHours): string =>
	`${dayAndMonth(date)} de ${clock(from)} à ${clock(to)}, alors qu’elle ${
		open.length === 0
			? 'est fermée ce jour-là'
			: `ouvre de ${listed(joined(open).map((one) => `${clock(one.from)} à ${clock(one.to)}`))}`
	}`;

function joined(open: readonly Open[]): Open[] {
	const stretches: Open[] = [];
	for (const one of [...open].sort((a, b) => a.from - b.from)) {
		const last = stretches.at(-1);
		if (last && one.from <= last.to) last.to = Math.max(last.to, one.to);
		else stretches.push({ ...one });
	}
	return stretches;
}
