import { addressOf, toConfirm } from '$lib/domain/address';
import type { ErrandOutcome, ErrandProgress } from '$lib/domain/errand';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { records, type RecordRow } from '../../db/repositories/records';
import type { AddressService } from '../../geocoding/address-service';
import { log } from '../../log';
import { saveRecord, type Editor } from '../records/edit-record';
import { situated } from './locate-company';

interface Wanted {
	/** Ask again where an answer is known; a pin set by hand is never touched. */
	afresh: boolean;
	signal: AbortSignal;
	onProgress: (progress: ErrandProgress) => void;
}

/** So that the first answers show while the others are asked. */
const AT_ONCE = 50;

/** Whether the service may do better than what is known of a company's position. */
export const isToLocate = (row: RecordRow<'company'>, afresh: boolean): boolean => {
	if (row.precision === 'pin' || row.address.trim() === '') return false;
	const answered = row.located?.asked === addressOf(row);
	return afresh || (!answered && (row.precision === null || toConfirm(row.precision)));
};

/** Asks where the companies of a rally are, and saves each answer as a change that can be undone. */
export async function locateCompanies(
	db: Db,
	rally: Rally,
	service: AddressService,
	{ afresh, signal, onProgress }: Wanted,
	editor: Editor
): Promise<ErrandOutcome> {
	const rows = (await records(db, 'company').list(rally.id)).filter((row) => isToLocate(row, afresh));
	const outcome: ErrandOutcome = { answered: 0, missed: 0, fault: null };
	const report = () => onProgress({ done: outcome.answered + outcome.missed, total: rows.length });
	report();
	for (let first = 0; first < rows.length && !signal.aborted; first += AT_ONCE) {
		const part = rows.slice(first, first + AT_ONCE);
		const answered = outcome.fault ? null : await service.findAll(part);
		if (answered && !answered.ok) outcome.fault = answered.error;
		for (const [i, row] of part.entries()) {
			const found = answered?.ok ? answered.value[i] : null;
			if (!found) outcome.missed++;
			else {
				// Somebody who saved the record meanwhile knows better.
				const saved = await saveRecord(
					db,
					'company',
					rally,
					row.id,
					row.version,
					{ ...situated(found) },
					editor
				);
				if (saved.ok) outcome.answered++;
				else outcome.missed++;
			}
		}
		report();
	}
	if (outcome.fault) log.warn({ fault: outcome.fault.code }, 'address service');
	return outcome;
}
