import { z } from 'zod';
import { isOpen } from '$lib/domain/bilan/move';
import { narrativeSections, outlines, type NarrativeKey } from '$lib/domain/bilan/outline';
import { breakdownCatalogue, figureCatalogue } from '$lib/domain/figures/catalogue';
import { err, ok, type Result } from '$lib/domain/result';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { bilans, type BilanRow } from '../../db/repositories/bilans';
import * as field from '../../fields';
import { addRecord, saveRecord, type Changed, type EditedMeanwhile, type Editor, type NotFound } from '../records/edit-record'; // prettier-ignore
import type { Recipient } from './recipients';

const figureLabels = Object.fromEntries(
	Object.entries({ ...figureCatalogue, ...breakdownCatalogue }).map(([key, { label }]) => [key, label])
) as Record<keyof typeof figureCatalogue | keyof typeof breakdownCatalogue, string>;

const sections = Object.fromEntries(
	Object.keys(narrativeSections).map((key) => [key, field.text(6000)])
) as Record<NarrativeKey, ReturnType<typeof field.text>>;

export const BilanForm = z.object({ ...sections, shown: field.choices(figureLabels) });
export type BilanInput = z.output<typeof BilanForm>;

export type SaveFault = NotFound | EditedMeanwhile | { code: 'already-sent' };

/** The row as its form shows it: each section of the narrative is a field. */
export const flat = (
	row: { narrative: Record<string, string>; shown: string[] | null },
	recipient: Recipient
): Record<string, unknown> => ({
	...Object.fromEntries(Object.keys(narrativeSections).map((key) => [key, row.narrative[key] ?? ''])),
	shown: [...(row.shown ?? outlines[recipient.kind].shown)]
});

/** Saves what is told and shown. Version 0 stands for a bilan that nobody began. */
export async function saveBilan(
	db: Db,
	rally: Rally,
	recipient: Recipient,
	{ version, shown, ...narrative }: BilanInput & { version: number },
	editor: Editor
): Promise<Result<Changed, SaveFault>> {
	const values = { narrative, shown };
	const begun = version === 0 && (await begin(db, rally, recipient, values, editor));
	if (begun) return ok(begun);
	const row = await rowOf(db, rally, recipient);
	if (!row) return err({ code: 'not-found' });
	if (!isOpen(row.state)) return err({ code: 'already-sent' });
	const saved = await saveRecord(db, 'bilan', rally, row.id, version, values, editor);
	if (saved.ok || saved.error.code === 'not-found') return saved as Result<Changed, NotFound>;
	const { current, opened, ...rest } = saved.error;
	return err({
		...rest,
		current: { ...flat(current as never, recipient), version: current.version },
		opened: opened && flat(opened as never, recipient)
	});
}

/** The first words of a bilan; null when somebody else began it, and they are then to be put together. */
export const begin = (
	db: Db,
	rally: Rally,
	recipient: Recipient,
	values: Partial<Pick<BilanRow, 'narrative' | 'shown'>>,
	editor: Editor
): Promise<Changed | null> =>
	db.transaction(async (tx) => {
		await bilans(tx).lockRally(rally.id);
		if (await rowOf(tx, rally, recipient)) return null;
		const owed = { recipient: recipient.kind, partnerId: recipient.funder?.id ?? null };
		return addRecord(tx, 'bilan', rally, { ...values, ...owed }, editor);
	});

export const rowOf = async (
	db: Db,
	rally: Pick<Rally, 'id'>,
	{ kind, funder }: Recipient
): Promise<BilanRow | null> =>
	(await bilans(db).list(rally.id)).find(
		(row) => row.recipient === kind && row.partnerId === (funder?.id ?? null)
	) ?? null;
