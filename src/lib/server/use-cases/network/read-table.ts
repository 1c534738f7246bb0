import {
	breakdownCatalogue,
	breakdownKeys,
	ofPeople,
	type BreakdownKey
} from '$lib/domain/figures/catalogue';
import { french } from '$lib/domain/french';
import { yearOf, yearsOf } from '$lib/domain/network/board';
import { consolidate, type Consolidated, type RallyContribution, type Side } from '$lib/domain/network/consolidated'; // prettier-ignore
import { maskedTotals, type MaskedTotals } from '$lib/domain/network/masked-totals';
import type { Db } from '../../db/client';
import { network } from '../../db/repositories/network';
import { networkRecords } from '../../db/repositories/network-records';

export interface YearTable {
	year: number;
	years: number[];
	tables: Record<Side, Consolidated>;
	/** Breakdowns of people over all bilans received, small groups hidden. */
	breakdowns: { key: BreakdownKey; label: string; masked: MaskedTotals }[];
	bilans: number;
}

/** The network's year: rallies that ended in it, and what their bilans say. `year` null: the last with a rally. */
export async function readYearTable(db: Db, wanted: number | null, fallback: number): Promise<YearTable> {
	const all = await network(db).rallies();
	const years = yearsOf(all);
	const year = wanted ?? years.find((one) => one <= fallback) ?? years[0] ?? fallback;
	const received = await network(db).received({ year });
	const sentOf = new Map(received.map((one) => [one.rallyId, one.sent]));
	const contributions = all
		.filter((rally) => yearOf(rally) === year)
		.sort((a, b) => french.compare(a.organization, b.organization))
		.map((rally): RallyContribution => {
			const sent = sentOf.get(rally.id);
			const { organizationId, organization } = rally;
			return {
				organizationId,
				organization,
				figures: sent?.figures.figures ?? null,
				on: sent?.figures.on ?? null
			};
		});
	const told = (key: BreakdownKey) => received.flatMap(({ sent }) => sent.figures.breakdowns[key] ?? []);
	return {
		year,
		years,
		tables: { planned: consolidate(contributions, 'planned'), done: consolidate(contributions, 'done') },
		breakdowns: breakdownKeys
			.filter((key) => ofPeople(key) && told(key).length > 0)
			.map((key) => {
				const { label, overlapping } = breakdownCatalogue[key];
				return { key, label, masked: maskedTotals(told(key), overlapping) };
			}),
		bilans: received.length
	};
}

/** Figures that other sources print of that year and of those before. */
export const readCited = async (db: Db) =>
	(await networkRecords(db, 'cited').list()).sort(
		(a, b) => b.year - a.year || french.compare(a.label, b.label) || a.source.localeCompare(b.source)
	);
