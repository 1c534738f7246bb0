import { yearsOf } from '$lib/domain/network/board';
import { yearCalendar, type AnnouncedRally } from '$lib/domain/network/year-calendar';
import type { Db } from '../../db/client';
import { network } from '../../db/repositories/network';
import { networkRecords } from '../../db/repositories/network-records';

/** Twelve months from January, or from September of `year` when `season`. */
export async function readCalendar(db: Db, year: number, season: boolean) {
	const rallies = await network(db).rallies();
	const announced: AnnouncedRally[] = await networkRecords(db, 'announced').list();
	return {
		months: yearCalendar(rallies, announced, year, season),
		years: [
			...new Set([year, ...yearsOf(rallies), ...announced.map(({ month }) => Number(month.slice(0, 4)))])
		].sort((a, b) => b - a)
	};
}
