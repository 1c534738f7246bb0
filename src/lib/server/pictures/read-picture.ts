import { crc32, inflateSync } from 'node:zlib';
import { readPictureHead, type LogoFault, type PictureHead } from '$lib/domain/network/logo';
import { err, ok, type Result } from '$lib/domain/result';

/** Values a pixel holds, by the PNG colour type. */
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * A picture that can be drawn on every document: its head is right, and what it compresses opens. The PDF program
 * opens a PNG aside, where what is wrong in it would stop the whole server: nothing damaged is ever kept.
 */
export function readPicture(bytes: Uint8Array): Result<PictureHead, LogoFault> {
	const head = readPictureHead(bytes);
	if (!head.ok || head.value.type === 'jpeg') return head;
	return pngOpens(bytes, head.value) ? ok(head.value) : err({ code: 'damaged' });
}

function pngOpens(bytes: Uint8Array, { width, height }: PictureHead): boolean {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const [depth, colour] = [file[24]!, file[25]!];
	const channels = CHANNELS[colour];
	if (channels === undefined || ![1, 2, 4, 8].includes(depth)) return false;
	const data: Buffer[] = [];
	let palette = 0;
	let at = 8;
	for (let name = ''; name !== 'IEND';) {
		if (at + 12 > file.length) return false;
		const length = file.readUInt32BE(at);
		if (at + 12 + length > file.length) return false;
		name = file.toString('latin1', at + 4, at + 8);
		const body = file.subarray(at + 8, at + 8 + length);
		if (crc32(file.subarray(at + 4, at + 8 + length)) !== file.readUInt32BE(at + 8 + length)) return false;
		if (name === 'IDAT') data.push(body);
		if (name === 'PLTE') palette = length / 3;
		at += 12 + length;
	}
	if (colour === 3 && (palette < 1 || !Number.isInteger(palette))) return false;
	const size = height * (1 + Math.ceil((width * channels * depth) / 8));
	try {
		const rows = inflateSync(Buffer.concat(data), { maxOutputLength: size });
		// Each row begins with the way it is written, 0 to 4.
		const row = size / height;
		return (
			rows.length === size && Array.from({ length: height }, (_, i) => rows[i * row]!).every((f) => f <= 4)
		);
	} catch {
		return false;
	}
}
