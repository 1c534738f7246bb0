import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';

/**
 * Source Sans 3 in full: the subsets made for the web lack U+202F, U+2011, → and ✓.
 * Resolved as packages, not as relative paths, so that it works from sources, in vitest and once built.
 */
const files = {
	regular: '400Regular/SourceSans3_400Regular.ttf',
	italic: '400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
	semibold: '600SemiBold/SourceSans3_600SemiBold.ttf',
	bold: '700Bold/SourceSans3_700Bold.ttf'
} as const;
export type FontName = keyof typeof files;

const resolve = createRequire(import.meta.url).resolve;
const loaded = new Map<FontName, Buffer>();

function fontBytes(name: FontName): Buffer {
	const known = loaded.get(name);
	if (known) return known;
	const bytes = readFileSync(resolve(`@expo-google-fonts/source-sans-3/${files[name]}`));
	loaded.set(name, bytes);
	return bytes;
}

export function registerFonts(pdf: InstanceType<typeof PDFDocument>): void {
	for (const name of Object.keys(files) as FontName[]) pdf.registerFont(name, fontBytes(name));
}
