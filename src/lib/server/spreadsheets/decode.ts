import type { Reading } from '../../domain/import/sheet';

/** Text of unknown encoding: what a mark says, else strict UTF-8, else what French Windows writes. */
export function decode(bytes: Uint8Array): { text: string; encoding: NonNullable<Reading['encoding']> } {
	const [a, b, c] = bytes;
	if (a === 0xff && b === 0xfe) return { text: read('utf-16le', bytes), encoding: 'utf-16' };
	if (a === 0xfe && b === 0xff) return { text: read('utf-16be', bytes), encoding: 'utf-16' };
	if (a === 0xef && b === 0xbb && c === 0xbf) return { text: read('utf-8', bytes), encoding: 'utf-8' };
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
	} catch {
		return { text: windows1252(bytes), encoding: 'windows-1252' };
	}
}

const read = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

/** Where windows-1252 is not Latin-1: the bytes 80 to 9F. Node's own decoder leaves them as control characters. */
const FROM_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const windows1252 = (bytes: Uint8Array): string =>
	read('latin1', bytes).replace(/[\u0080-\u009f]/g, (character) => FROM_80[character.charCodeAt(0) - 0x80]!);
