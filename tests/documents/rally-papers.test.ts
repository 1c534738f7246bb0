import { describe, expect, it } from 'vitest';
import { backupPack } from '../../src/lib/server/documents/backup-pack/content';
import { printBackupPack } from '../../src/lib/server/documents/backup-pack/draw';
import { poster } from '../../src/lib/server/documents/poster/content';
import { printPoster } from '../../src/lib/server/documents/poster/draw';
import { prizeList } from '../../src/lib/server/documents/prizes/content';
import { plain, readPdf } from './pdf';
import { groundOf } from './prints';
import { crowdedRally, logo, manyTeams, valleyRally } from './rallies';

describe('the list of prizes', () => {
	it('holds what companies give to be won, and no money', () => {
		const list = prizeList(groundOf(valleyRally()));
		expect(plain(list.summary)).toBe('5 lots · 2 donateurs · valeur estimée 80 €');
		expect(list.rows.map(({ donor, what, quantity, value, received }) => plain([donor, what, quantity, value, received].join(' | ')))).toEqual([
			'Menuiserie Roche | à préciser | 1 | |',
			'Tissages du Vivarais | Bons d’achat | 4 | 80 € | reçu'
		]); // prettier-ignore
		expect(prizeList({ ...groundOf(valleyRally()), commitments: [] }).rows).toEqual([]);
	});
});

describe('the poster', () => {
	it('says name, dates, territory, partners, and keeps the place of the logo, on A3 and A4', async () => {
		const says = poster(groundOf(valleyRally()));
		const a3 = await readPdf(await printPoster(says));
		expect(a3.sizes).toEqual([[842, 1191]]);
		for (const said of [
			'Rallye pour l’emploi',
			'Du 8 au 9 juin 2027',
			'Bassin d’Aubenas',
			'Ville d’Aubenas',
			'MIFE des Trois Rivières · 06 00 00 00 01',
			'Emplacement du logo'
		])
			expect(plain(a3.text)).toContain(said);
		expect((await readPdf(await printPoster(says, 'a4'))).sizes).toEqual([[595, 842]]);
		const marked = await readPdf(await printPoster(poster({ ...groundOf(valleyRally()), logo: logo() })));
		expect(marked.alts).toContain('Rallye pour l’emploi');
		expect(marked.text).not.toContain('Emplacement');
	});
});

describe('the backup pack', () => {
	it('holds plans, crews, numbers, calls, safety, every team’s road book and blank sheets', async () => {
		const rally = valleyRally();
		const told: number[] = [];
		const bytes = await printBackupPack(backupPack(groundOf(rally)), ({ done, total }) => {
			told.push(done);
			expect(done).toBeLessThanOrEqual(total);
		});
		const { pages, text, sizes } = await readPdf(bytes);
		expect(told).toEqual(told.map((_, i) => i + 1));
		expect(told.at(-1)).toBeGreaterThan(8);
		for (const said of [
			'Dossier de secours',
			'le 15 (SAMU) ou le 112',
			'Kangoo blanc, AB-123-CD',
			'Solène Marchetti 06 00 00 00 10',
			'Ana, Billy, Chloé et Dimitri',
			'Tableau du rallye',
			'Appels J-1',
			'Feuille d’émargement',
			'Ordre de mission',
			'Carnet de bord',
			'Incidents',
			'Pascal Oudin'
		])
			expect(plain(text)).toContain(said);
		for (const { visits } of rally.plan.teams)
			for (const { companyId } of visits)
				expect(text).toContain(rally.companies.find(({ id }) => id === companyId)!.name);
		// Each part has its own pages and numbers, and turns the sheet when it must.
		expect(pages.filter((page) => page.includes('page 1/')).length).toBeGreaterThan(10);
		expect(new Set(sizes.map(String))).toEqual(new Set(['595,842', '842,595']));
	});

	it('is made of what is known: no crew, no car, eight visits', async () => {
		const { text } = await readPdf(await printBackupPack(backupPack(groundOf(crowdedRally()))));
		expect(text).toContain('à désigner');
		expect(text).toContain('Atelier sans adresse');
	});

	it('of eight teams is made in under five seconds', async () => {
		const before = process.cpuUsage();
		await printBackupPack(backupPack(groundOf(manyTeams(8))));
		const { user, system } = process.cpuUsage(before);
		expect((user + system) / 1e6).toBeLessThan(5);
	});
});
