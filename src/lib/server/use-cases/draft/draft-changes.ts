import { z } from 'zod';
import { pinnable, type CellChange, type CellKey } from '$lib/domain/draft/cells';
import { keysOf } from '../../db/schema/columns';

/** What a browser may send: cells of the four kinds, each as it was seen and as it becomes. */
const minutes = z.number().int().min(0).max(1440);
const letter = z.string().regex(/^[A-Z]{1,2}$/);
const date = z.iso.date();

const Visit = z.strictObject({
	team: letter,
	companyId: z.uuid(),
	date,
	start: minutes,
	end: minutes,
	pinned: z.array(z.enum(keysOf(pinnable))).max(4)
});
const Break = z.strictObject({ team: letter, date, from: minutes, to: minutes, label: z.string().max(60) });
const Seat = z.strictObject({ team: letter.nullable() });
const Crew = z.strictObject({
	vehicleId: z.uuid().nullable(),
	accompanistId: z.uuid().nullable(),
	driverId: z.uuid().nullable()
});

const change = <T extends z.ZodType>(key: RegExp, value: T) =>
	z.strictObject({
		key: z
			.string()
			.regex(key)
			.transform((text) => text as CellKey),
		before: value.nullable(),
		after: value.nullable()
	});

const id = '[0-9a-f-]{36}';
export const DraftChange = z.union([
	change(
		new RegExp(`^visit:${id}$`),
		Visit.refine(({ start, end }) => end > start)
	),
	change(
		new RegExp(`^break:${id}$`),
		Break.refine(({ from, to }) => to > from)
	),
	change(new RegExp(`^person:${id}$`), Seat),
	change(/^crew:[A-Z]{1,2}$/, Crew)
]);

/** One edit: what it was called, and up to as many changes as a whole rally has cells. */
export const SentEdit = z.strictObject({
	kind: z.string().min(1).max(40),
	changes: z.array(DraftChange).min(1).max(2000),
	/** The edit that this one takes back or makes again. */
	of: z.number().int().positive().nullable().default(null)
});
export type SentEdit = Omit<z.output<typeof SentEdit>, 'changes'> & { changes: CellChange[] };
