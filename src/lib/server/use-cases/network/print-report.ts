import type { IsoDate } from '$lib/domain/calendar';
import type { Db } from '../../db/client';
import { networkReport } from '../../documents/network-report/content';
import { printNetworkReport } from '../../documents/network-report/draw';
import { readCompliance } from './read-compliance';
import { readCited, readYearTable } from './read-table';

/** The network's yearly report; null when there is no rally that year. */
export async function printYearReport(
	db: Db,
	wanted: number | null,
	today: IsoDate
): Promise<{ year: number; bytes: Uint8Array<ArrayBuffer> } | null> {
	const table = await readYearTable(db, wanted, Number(today.slice(0, 4)));
	const { year, tables } = table;
	if (tables.done.rows.length === 0) return null;
	const { counts } = await readCompliance(db, year, 'own', 1);
	const report = networkReport({
		...table,
		on: today,
		rallies: tables.done.rows.reduce((sum, { rallies }) => sum + rallies, 0),
		levels: table.bilans > 0 ? counts : null,
		cited: await readCited(db)
	});
	return { year, bytes: await printNetworkReport(report) };
}
