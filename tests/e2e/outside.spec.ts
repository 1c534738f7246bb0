import { expect, test, type Page } from '@playwright/test';
import { simulatedServer, type Asked, type SimulatedServer } from '../simulated-server';
import { complaints, faults, overflow } from './inspect';
import { rallyPath, signIn } from './pages';
import { answering, freePort, servers } from './servers';

/*
 * A server of its own, whose services outside are simulated here: what they answer changes in the middle of a test.
 */
const running = servers();
let outside: SimulatedServer;
let origin: string;
let mode: 'up' | 'down' = 'up';

test.beforeAll(async () => {
	test.setTimeout(120_000);
	outside = await simulatedServer((asked) => (mode === 'down' ? { status: 503 } : answer(asked)));
	const port = await freePort();
	const server = running.start('outside', {
		port,
		demo: true,
		copyOf: process.env.E2E_DEMO,
		environment: {
			OSRM_URL: outside.url,
			GEOCODER_URL: outside.url,
			COMPANY_DIRECTORY_URL: `${outside.url}/directory`
		}
	});
	await answering(server);
	origin = server.origin;
});
test.afterAll(async () => {
	await running.clear();
	await outside.close();
});
test.use({ baseURL: async ({}, use) => use(origin) }); // eslint-disable-line no-empty-pattern

function answer({ path }: Asked) {
	const { pathname, searchParams } = new URL(path, 'http://x');
	if (pathname.startsWith('/table/')) {
		const points = pathname
			.split('/')
			.at(-1)!
			.split(';')
			.map((pair) => pair.split(',').map(Number));
		const seconds = points.map(([lon, lat]) =>
			points.map(([x, y]) =>
				Math.round(Math.hypot((lon! - x!) * 79, (lat! - y!) * 111) * 90 + (lon! > x! ? 60 : 0))
			)
		);
		const ends = points.map(() => ({ distance: 9.5 }));
		return { body: { code: 'Ok', durations: seconds, sources: ends, destinations: ends } };
	}
	if (pathname === '/search') {
		const vague = searchParams.get('q')!.includes('Zone');
		const properties = vague
			? { label: 'Zone artisanale, Aubenas', score: 0.55, type: 'locality' }
			: { label: '12 Rue des Forges 07200 Aubenas', score: 0.96, type: 'housenumber' };
		return { body: { features: [{ geometry: { coordinates: [4.4012, 44.6123] }, properties }] } };
	}
	const site = {
		siret: '73282932000074',
		adresse: '12 RUE DES FORGES 07200 AUBENAS',
		code_postal: '07200',
		libelle_commune: 'AUBENAS',
		activite_principale: '10.71C',
		etat_administratif: 'A'
	};
	return {
		body: { results: [{ nom_complet: 'BOULANGERIE DU FOUR', siege: site, matching_etablissements: [site] }] }
	};
}

const finished = (page: Page) => expect(page.locator('progress')).toHaveCount(0, { timeout: 30_000 });

test('road times are asked, shown with their source and age, and a server that breaks is told', async ({
	page
}) => {
	const heard = complaints(page);
	await signIn(page);
	await page.goto(`${await rallyPath(page)}/trajets`);
	await expect(page.getByText('n’ont pas été demandés')).toBeVisible();
	await page.getByRole('button', { name: 'Demander les temps qui manquent' }).click();
	// All of them, however many companies the demonstration has.
	const all = page.getByText(/(\d+)\s+trajets\s:\s+\1\s+donnés\s+par\s+le\s+service\./);
	await expect(all).toBeVisible({ timeout: 30_000 });
	const [count] = /\d+/.exec((await all.textContent())!)!;
	const row = page.getByRole('row').filter({ hasText: 'Recyclerie de la Ligne' });
	await expect(row.getByText('OSRM')).toHaveCount(2);
	expect(await faults(page)).toEqual([]);

	await row.getByRole('link', { name: 'Corriger' }).click();
	await page.getByLabel('Minutes').fill('44');
	await page.getByRole('button', { name: 'Enregistrer ce temps' }).click();
	await expect(row.getByText('saisi')).toHaveCount(1);
	await expect(row).toContainText('44');

	mode = 'down';
	await page.getByRole('button', { name: 'Tout redemander' }).click();
	await expect(page.getByText('le service est en panne (erreur 503)')).toBeVisible({ timeout: 30_000 });
	await finished(page);
	await expect(page.getByText(`${count} trajets gardent la réponse d’avant.`)).toBeVisible();
	mode = 'up';
	await page.setViewportSize({ width: 320, height: 640 });
	expect(await overflow(page)).toBeLessThanOrEqual(0);
	expect(await faults(page)).toEqual([]);
	expect(heard).toEqual([]);
});

test('a company is looked up by its name, and its address situated; Enter still saves', async ({ page }) => {
	const heard = complaints(page);
	await signIn(page);
	const list = `${await rallyPath(page)}/entreprises`;
	await page.goto(`${list}/nouvelle`);
	await page.getByLabel('Nom de l’entreprise').fill('Four');
	await page.getByRole('button', { name: 'Chercher dans l’annuaire' }).click();
	await page.getByRole('button', { name: 'Choisir Boulangerie du Four' }).click();
	await expect(page.getByLabel('Nom de l’entreprise')).toHaveValue('Boulangerie du Four');
	await expect(page.getByLabel('Secteur du rallye')).toHaveValue('food-industry');
	await expect(page.getByText('Boulangerie et boulangerie-pâtisserie')).toBeVisible();

	await page.getByLabel(/^Adresse/).fill('Zone artisanale');
	await page.getByRole('button', { name: 'Situer cette adresse' }).click();
	await expect(page.getByText('Position incertaine')).toBeVisible();
	expect(await faults(page)).toEqual([]);
	await page.getByLabel('Nom de l’entreprise').press('Enter');
	await expect(page.getByText('est ajoutée')).toBeVisible();

	await page
		.getByRole('row')
		.filter({ hasText: 'Boulangerie du Four' })
		.getByRole('link', { name: 'repère à confirmer' })
		.click();
	const row = page.getByRole('row').filter({ hasText: 'Boulangerie du Four' });
	await expect(row).toContainText('score 0,55');
	await row.getByRole('button', { name: 'Le repère est bon' }).click();
	await expect(page.getByText('est confirmé')).toBeVisible();
	await expect(row).toContainText('repère');
	expect(heard).toEqual([]);
});

test('without JavaScript, and with the services down, the form says so and loses nothing', async ({
	browser
}) => {
	mode = 'down';
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL: origin });
	const page = await context.newPage();
	await signIn(page);
	await page.goto(`${await rallyPath(page)}/entreprises/nouvelle`);
	await page.getByLabel('Nom de l’entreprise').fill('Sans réseau');
	await page.getByLabel(/^Commune/).fill('Thueyts');
	await page.getByRole('button', { name: 'Chercher dans l’annuaire' }).click();
	await expect(page.getByText('L’annuaire ne répond pas')).toBeVisible();
	await page.getByRole('button', { name: 'Situer cette adresse' }).click();
	await expect(page.getByText('Le service d’adresses ne répond pas')).toBeVisible();
	await expect(page.getByLabel('Nom de l’entreprise')).toHaveValue('Sans réseau');
	await page.getByLabel(/^SIRET/).fill('732 829 320 00075');
	await page.getByLabel(/^Code NAF/).fill('81.30Z');
	await page.getByRole('button', { name: 'Ajouter l’entreprise' }).click();
	await expect(page.getByText('nous proposons').first()).toBeVisible();
	await expect(page.getByText('Un de ses chiffres semble faux')).toBeVisible();
	await page.getByRole('button', { name: 'Ajouter l’entreprise' }).click();
	await expect(page.getByText('est ajoutée')).toBeVisible();
	mode = 'up';
	await context.close();
});
