import type { IsoDate } from '$lib/domain/calendar';
import { dateStateOf, matching, pageOf, readFilter, yearsOf, type DateState, type NetworkRally, type Page } from '$lib/domain/network/board'; // prettier-ignore
import type { Db } from '../../db/client';
import { network, type NetworkCounts } from '../../db/repositories/network';

export type BoardRow = NetworkRally & NetworkCounts & { dates: DateState };

/** The rallies that the address asks for, a page of them, with what a list offers to choose from. */
export async function readBoard(db: Db, asked: URLSearchParams, today: IsoDate) {
	const all = await network(db).rallies();
	const filter = readFilter(asked);
	const found = matching(all, filter, today);
	const page = pageOf(found, asked.get('page'));
	const counts = await network(db).counts(page.rows.map(({ id }) => id));
	const rows = page.rows.map((rally) => ({
		...rally,
		...(counts.get(rally.id) ?? { participants: 0, companies: 0 }),
		dates: dateStateOf(rally, today)
	}));
	return {
		filter,
		page: { ...page, rows } satisfies Page<BoardRow>,
		all: all.length,
		years: yearsOf(all),
		departments: [...new Set(all.map(({ department }) => department))].sort()
	};
}
