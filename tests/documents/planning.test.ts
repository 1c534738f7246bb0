import { describe, expect, it } from 'vitest';
import { wallPlan } from '../../src/lib/server/documents/planning/content';
import { printWallPlan } from '../../src/lib/server/documents/planning/draw';
import { plain, readPdf } from './pdf';
import { crowdedRally, manyTeams, valleyRally } from './rallies';

describe('the table of the rally', () => {
	it('has a row a team and a day a sheet', () => {
		const { days } = wallPlan(valleyRally());
		expect(days.map(({ title }) => title)).toEqual(['mardi 8 juin 2027', 'mercredi 9 juin 2027']);
		expect(days[0]!.rows.map(({ letter, hours }) => plain(`${letter} ${hours}`))).toEqual([
			'A 8 h 43 → 16 h 58',
			'B 8 h 41 → 15 h 18'
		]);
		expect([days[0]!.from, days[0]!.to]).toEqual([8 * 60, 17 * 60]);
	});

	it('says every visit with its hour, in the order of the teams', async () => {
		const { pages, lang, tags } = await readPdf(await printWallPlan(wallPlan(valleyRally())));
		const rows = [
			'9 h 05 Menuiserie Roche',
			'10 h 45 Tissages du Vivarais',
			'14 h EHPAD Les Tilleuls',
			'15 h 45 Primeurs Delorme',
			'9 h Primeurs Delorme',
			'14 h Imprimerie du Pont'
		];
		const places = rows.map((row) => pages[0]!.indexOf(row));
		expect(places.every((place) => place >= 0)).toBe(true);
		expect([...places].sort((a, b) => a - b)).toEqual(places);
		expect(lang).toBe('fr-FR');
		expect(tags).toContain('LBody');
	});

	it('takes as many sheets as the teams need', async () => {
		expect((await readPdf(await printWallPlan(wallPlan(manyTeams(12))))).pages).toHaveLength(2);
		expect((await readPdf(await printWallPlan(wallPlan(manyTeams(30))))).pages).toHaveLength(6);
		expect((await readPdf(await printWallPlan(wallPlan(crowdedRally())))).text).toContain('BROUILLON');
	});

	it('says where each host is, on A3 as on A4', async () => {
		const a3 = await readPdf(await printWallPlan(wallPlan(valleyRally()), 'a3'));
		const a4 = await readPdf(await printWallPlan(wallPlan(valleyRally())));
		expect(a3.sizes[0]).toEqual([1191, 842]);
		expect(a4.sizes[0]).toEqual([842, 595]);
		for (const { pages } of [a3, a4]) expect(pages[0]).toContain('Menuiserie Roche Aubenas');
	});
});
