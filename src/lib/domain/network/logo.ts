import { err, ok, type Result } from '../result';

/** The two pictures that an organisation may give. */
export const logoKinds = {
	rally: 'Logo des rallyes',
	own: 'Logo de votre structure'
} as const;
export type LogoKind = keyof typeof logoKinds;

/** Bytes. */
export const LARGEST_LOGO = 1_000_000;
/** Pixels: below, it is blurred on paper; above, it weighs on every sheet. */
export const SMALLEST_SIDE = 60;
export const LARGEST_SIDE = 2400;
/** Longer than that for its height, it would be a line in a letterhead. */
export const LONGEST_RATIO = 10;

export interface PictureHead {
	type: 'png' | 'jpeg';
	width: number;
	height: number;
}

export type LogoFault = {
	code:
		| 'too-heavy'
		| 'not-a-picture'
		| 'damaged'
		| 'interlaced'
		| 'sixteen-bits'
		| 'too-small'
		| 'too-large'
		| 'too-long';
};

export const logoFaults: Record<LogoFault['code'], string> = {
	'too-heavy': 'Ce fichier dépasse 1 Mo. Enregistrez-le en plus petit.',
	'not-a-picture': 'Ce fichier n’est ni une image PNG, ni une image JPEG.',
	damaged: 'Cette image est abîmée ou incomplète. Reprenez le fichier d’origine.',
	interlaced: 'Cette image PNG est entrelacée. Enregistrez-la sans entrelacement, ou en JPEG.',
	'sixteen-bits': 'Cette image PNG a 16 bits par couleur. Enregistrez-la en 8 bits, ou en JPEG.',
	'too-small': `Cette image est trop petite pour être imprimée : au moins ${SMALLEST_SIDE} pixels de côté.`,
	'too-large': `Cette image est trop grande : au plus ${LARGEST_SIDE} pixels de côté.`,
	'too-long': `Cette image est trop étroite : au plus ${LONGEST_RATIO} fois plus longue que haute.`
};

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * What a picture says of itself in its first bytes, whatever its name and declared type are. The compressed part is
 * not read here: `server/pictures` does.
 */
export function readPictureHead(bytes: Uint8Array): Result<PictureHead, LogoFault> {
	if (bytes.length > LARGEST_LOGO) return err({ code: 'too-heavy' });
	const head = PNG.every((byte, i) => bytes[i] === byte)
		? pngHead(bytes)
		: bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
			? jpegHead(bytes)
			: err({ code: 'not-a-picture' as const });
	if (!head.ok) return head;
	const { width, height } = head.value;
	const [least, most] = [Math.min(width, height), Math.max(width, height)];
	if (least < SMALLEST_SIDE) return err({ code: 'too-small' });
	if (most > LARGEST_SIDE) return err({ code: 'too-large' });
	if (most > least * LONGEST_RATIO) return err({ code: 'too-long' });
	return head;
}

/** `IHDR` comes first: width, height, bits, colours, compression, filter, interlacing. */
function pngHead(bytes: Uint8Array): Result<PictureHead, LogoFault> {
	if (bytes.length < 33 || String.fromCharCode(...bytes.subarray(12, 16)) !== 'IHDR')
		return err({ code: 'damaged' });
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes[24] === 16) return err({ code: 'sixteen-bits' });
	if (bytes[28] !== 0) return err({ code: 'interlaced' });
	return ok({ type: 'png', width: view.getUint32(16), height: view.getUint32(20) });
}

/** Segments one after the other until the frame, then the scan, and the end of the picture. */
function jpegHead(bytes: Uint8Array): Result<PictureHead, LogoFault> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const damaged = err({ code: 'damaged' as const });
	let frame: PictureHead | null = null;
	for (let at = 2; at + 4 <= bytes.length;) {
		if (bytes[at] !== 0xff) return damaged;
		const marker = bytes[at + 1]!;
		const length = view.getUint16(at + 2);
		if (length < 2 || at + 2 + length > bytes.length) return damaged;
		// C0 to CF hold a frame, but for the tables C4, C8 and CC.
		if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
			if (length < 8) return damaged;
			frame = { type: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
		}
		if (marker === 0xda) return frame && endsWell(bytes) ? ok(frame) : damaged;
		at += 2 + length;
	}
	return damaged;
}

/** A picture cut short lacks its end; some programs add a few bytes behind it. */
function endsWell(bytes: Uint8Array): boolean {
	for (let at = bytes.length - 2; at >= Math.max(0, bytes.length - 64); at--)
		if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
	return false;
}
