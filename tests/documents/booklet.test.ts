import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedPages, slotOf } from '../../src/lib/server/documents/paper/booklet';
import { roadBooks } from '../../src/lib/server/documents/road-book/content';
import { printRoadBooks } from '../../src/lib/server/documents/road-book/draw';
import { readPdf } from './pdf';
import { groundOf } from './prints';
import { crowdedRally, valleyRally } from './rallies';

/** The pages in the order in which the folded, stapled sheets are leafed through. */
function leafed(pages: number): number[] {
	const at = new Map(Array.from({ length: pages }, (_, page) => [key(slotOf(page, pages)), page]));
	const sheets = pages / 4;
	const right = Array.from({ length: sheets }, (_, sheet) => [
		at.get(`${2 * sheet} right`)!,
		at.get(`${2 * sheet + 1} left`)!
	]);
	const left = Array.from({ length: sheets }, (_, sheet) => [
		at.get(`${2 * sheet + 1} right`)!,
		at.get(`${2 * sheet} left`)!
	]);
	// The first half of the pages is on the right of each sheet going in, the other on the left coming out.
	return [...right, ...left.reverse()].flat();
}
const key = ({ side, half }: { side: number; half: string }) => `${side} ${half}`;

describe('a booklet', () => {
	it('puts each page on a half of its own, and reads in order once folded', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 60 }), (drawn) => {
				const pages = foldedPages(drawn);
				expect(pages % 4).toBe(0);
				expect(pages - drawn).toBeLessThan(4);
				const slots = Array.from({ length: pages }, (_, page) => key(slotOf(page, pages)));
				expect(new Set(slots).size).toBe(pages);
				expect(Math.max(...slots.map((slot) => parseInt(slot)))).toBe(pages / 2 - 1);
				expect(leafed(pages)).toEqual(Array.from({ length: pages }, (_, page) => page));
			})
		);
		// Four pages, the smallest: cover on the right of the front, beside the last.
		expect([0, 1, 2, 3].map((page) => key(slotOf(page, 4)))).toEqual(['0 right', '1 left', '1 right', '0 left']); // prettier-ignore
	});

	it('holds what the A4 road book holds, on A4 landscape sheets, each team on its own', async () => {
		for (const rally of [valleyRally(), crowdedRally()]) {
			const books = roadBooks(groundOf(rally));
			const booklet = await readPdf(await printRoadBooks(books, 'a5'));
			expect(booklet.pages.length % 2).toBe(0);
			expect(new Set(booklet.sizes.map(String))).toEqual(new Set(['842,595']));
			for (const { members, days } of books) {
				for (const name of members) for (const word of name.split('-')) expect(booklet.text).toContain(word);
				for (const line of days.flatMap(({ lines }) => lines))
					if (line.kind === 'visit') expect(booklet.text).toContain(line.host.name);
			}
			// The cover faces the last page, its number on the front of the first sheet.
			expect(booklet.pages[0]).toContain('page 1/');
			expect(booklet.pages[1]).toContain('page 2/');
			expect(booklet.alts.some((alt) => alt.startsWith('Carte de la journée'))).toBe(true);
		}
	});

	it('numbers its pages without those left over for notes', async () => {
		const { text } = await readPdf(await printRoadBooks(roadBooks(groundOf(valleyRally())), 'a5'));
		const numbers = [...text.matchAll(/page (\d+)\/(\d+)/g)].map(([, page, of]) => [
			Number(page),
			Number(of)
		]);
		const first = numbers.filter(([, of]) => of === numbers[0]![1]);
		expect(first.map(([page]) => page!).sort((a, b) => a - b)).toEqual(
			Array.from({ length: first[0]![1]! }, (_, i) => i + 1)
		);
	});
});
