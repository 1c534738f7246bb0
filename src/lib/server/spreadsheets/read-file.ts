import { limits, type Reading, type Sheet, type Unreadable } from '../../domain/import/sheet';
import { err, ok, type Result } from '../../domain/result';
import { decode } from './decode';
import { readOds } from './ods';
import { readSeparated } from './separated';
import { readWorkbook } from './workbook';
import { entriesOf, weigh } from './zip';

const starts = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, i) => bytes[i] === byte);
type Looks = Extract<Unreadable, { looks: unknown }>['looks'];
const not = (looks: Looks) => err({ code: 'not-a-spreadsheet' as const, looks });

/** Reads a file for what it is, whatever its name says. Meant for a thread: it may take a second or two. */
export async function readFile(bytes: Uint8Array, name: string): Promise<Result<Reading, Unreadable>> {
	if (bytes.length > limits.bytes) return err({ code: 'too-big' });
	if (bytes.length === 0) return err({ code: 'empty' });
	const read = await readAs(bytes, name);
	if (!read.ok) return read;
	const sheets = read.value.sheets.filter(({ rows }) => rows.length > 0);
	if (sheets.length === 0) return err({ code: 'empty' });
	return ok({ ...read.value, sheets });
}

async function readAs(bytes: Uint8Array, name: string): Promise<Result<Reading, Unreadable>> {
	if (starts(bytes, 0x50, 0x4b)) return readArchive(bytes);
	if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return settle(await readWorkbook(bytes, 'xls'));
	if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return not('pdf');
	if (starts(bytes, 0x89, 0x50, 0x4e, 0x47) || starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x47, 0x49, 0x46, 0x38)) return not('image'); // prettier-ignore
	const { text, encoding } = decode(bytes);
	if (/^\s*(<!doctype|<html|<\?xml)/i.test(text.slice(0, 200))) return not('page');
	// Text holds no NUL, and few of the bytes that windows-1252 leaves to control characters.
	// eslint-disable-next-line no-control-regex -- control characters are what is looked for
	const odd = text.slice(0, 20_000).match(/[\u0000-\u0008\u000e-\u001f\u0080-\u009f]/g)?.length ?? 0;
	if (text.includes('\0') || odd > 20) return not('unknown');
	return readText(text, name, encoding);
}

/** Cells pasted from a spreadsheet, or the text of a CSV file. */
export function readText(
	text: string,
	name: string,
	encoding: Reading['encoding'] = null
): Result<Reading, Unreadable> {
	const { rows, separator } = readSeparated(text);
	while (rows.length > 0 && rows.at(-1)!.every((cell) => cell.text === '')) rows.pop();
	if (rows.length === 0) return err({ code: 'empty' });
	if (rows.length > limits.rows + 400) return err({ code: 'too-many-rows' });
	if (rows.some((row) => row.length > limits.columns)) return err({ code: 'too-wide' });
	const sheet: Sheet = { name: name.slice(0, 80), hidden: false, rows, unsolvedFormulas: 0 };
	return ok({ sheets: [sheet], format: 'csv', encoding, separator });
}

async function readArchive(bytes: Uint8Array): Promise<Result<Reading, Unreadable>> {
	const entries = entriesOf(bytes);
	if (!entries) return err({ code: 'damaged' });
	const weight = weigh(bytes, entries);
	if (weight !== 'fine') return err({ code: weight });
	const has = (path: RegExp) => entries.some(({ name }) => path.test(name));
	if (has(/^xl\/workbook\.(xml|bin)$/)) return settle(await readWorkbook(bytes, 'xlsx'));
	if (has(/^word\//)) return not('word');
	if (has(/^content\.xml$/)) return settle(readOds(bytes));
	return not('unknown');
}

const settle = (read: Reading | Unreadable): Result<Reading, Unreadable> =>
	'code' in read ? err(read) : ok(read);
