import { inflateRawSync } from 'node:zlib';
import { limits } from '../../domain/import/sheet';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

export interface Entry {
	name: string;
	method: number;
	compressed: number;
	declared: number;
	at: number;
}

/** What an archive says it holds; null when its directory is damaged. */
export function entriesOf(bytes: Uint8Array): Entry[] | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let end = bytes.length - 22;
	const lowest = Math.max(0, bytes.length - 65_557);
	while (end >= lowest && view.getUint32(end, true) !== END) end--;
	if (end < lowest || bytes.length < 22) return null;
	const count = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	const entries: Entry[] = [];
	for (let i = 0; i < count; i++) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null;
		const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
			number,
			number,
			number
		];
		entries.push({
			name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
			method: view.getUint16(at + 10, true),
			compressed: view.getUint32(at + 20, true),
			declared: view.getUint32(at + 24, true),
			at: view.getUint32(at + 42, true)
		});
		at += 46 + name + extra + comment;
	}
	return entries;
}

/**
 * Whether an archive can be opened without harm: few files, and little enough once inflated. What it declares is
 * looked at first; then every file is inflated against what is left of the budget, because a bomb lies.
 */
export function weigh(bytes: Uint8Array, entries: readonly Entry[]): 'fine' | 'bomb' | 'damaged' {
	if (entries.length > limits.entries) return 'bomb';
	if (entries.reduce((total, { declared }) => total + declared, 0) > limits.inflatedBytes) return 'bomb';
	let left: number = limits.inflatedBytes;
	for (const entry of entries) {
		const content = inflate(bytes, entry, left);
		if (content === 'bomb' || content === 'damaged') return content;
		left -= content.length;
	}
	return 'fine';
}

/** One file of the archive, at most `most` bytes of it. */
export function inflate(bytes: Uint8Array, entry: Entry, most: number): Uint8Array | 'bomb' | 'damaged' {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== LOCAL) return 'damaged';
	const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
	const content = bytes.subarray(start, start + entry.compressed);
	if (content.length < entry.compressed) return 'damaged';
	if (entry.method === STORED) return content.length > most ? 'bomb' : content;
	if (entry.method !== DEFLATED) return 'damaged';
	try {
		return inflateRawSync(content, { maxOutputLength: Math.max(1, most) });
	} catch (problem) {
		return (problem as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'damaged';
	}
}
