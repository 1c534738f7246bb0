import { encode } from 'uqr';

/** A QR code as the path of an SVG: one unit a module, quiet zone included. */
export function qrSvg(text: string): { size: number; path: string } {
	const { data, size } = encode(text, { ecc: 'M', border: 4 });
	const path = data
		.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
		.join('');
	return { size, path };
}
