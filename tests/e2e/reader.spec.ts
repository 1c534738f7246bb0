import { expectClean } from './inspect';
import { openRecord } from './pages';
import { expect, test } from './people';

const places = [
	'',
	'/reglages',
	'/entreprises',
	'/participants',
	'/vehicules',
	'/accompagnateurs',
	'/partenaires',
	'/trajets',
	'/planning',
	'/documents',
	'/charte'
];

const changing =
	/^(Ajouter|Copier (?!l’adresse)|Archiver|Enregistrer|Recalculer|Publier|Fermer la page|Changer l’adresse|Ouvrir un rallye|Remettre)/;

test('who may only read sees every page and no way to change it', async ({ as, rally }) => {
	const page = await as('reader');
	await page.goto('/rallyes');
	await expect(page.getByRole('link', { name: 'Ouvrir un rallye' })).toHaveCount(0);
	for (const path of places) {
		expect((await page.goto(rally + path))?.status(), path).toBe(200);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.getByRole('button', { name: changing }), path).toHaveCount(0);
		await expect(page.getByRole('link', { name: changing }), path).toHaveCount(0);
	}
	await page.goto(`${rally}/entreprises?archives=1`);
	await expect(page.getByRole('button', { name: changing })).toHaveCount(0);

	for (const [list, name, label] of [
		['entreprises', 'Bricoval Aubenas', 'Nom de l’entreprise'],
		['participants', 'Zoé Astier', 'Prénom'],
		['vehicules', 'Minibus du Gravier', 'Nom du véhicule'],
		['accompagnateurs', 'Estelle Froment', 'Prénom'],
		['partenaires', 'Mission locale', 'Nom du partenaire']
	] as const) {
		await openRecord(page, `${rally}/${list}`, name);
		await expect(page.getByLabel(label, { exact: true })).toBeDisabled();
		await expect(page.getByRole('button', { name: changing }), list).toHaveCount(0);
		if (list !== 'entreprises') continue;
		await expect(page.locator('.map-pin')).toBeVisible();
		await expect(page.locator('.map-pin.leaflet-interactive, .map-pin[tabindex="0"]')).toHaveCount(0);
		await expect(page.getByText('Faites glisser le repère')).toHaveCount(0);
	}
	await expectClean(page);
	expect((await page.request.get(`${rally}/documents/tableau`)).status()).toBe(200);
	// What holds people's numbers does not exist for a reader.
	for (const path of ['appels', 'dossier'])
		expect((await page.request.get(`${rally}/documents/${path}`)).status(), path).toBe(404);
});

test('what a reader sends is not found, and changes nothing', async ({ as, rally }) => {
	const page = await as('reader');
	await page.goto(rally);
	const origin = new URL(page.url()).origin;
	for (const path of [
		'/entreprises?/archive',
		'/entreprises?/duplicate',
		'/entreprises/nouvelle',
		'/participants/nouveau',
		'/vehicules?/archive',
		'/planning?/plan',
		'/planning/publier?/publish',
		'/planning/avis?/send',
		'/reglages',
		'/trajets',
		'/documents?/give',
		'/documents?/revoke',
		'/documents?/pack',
		'/documents?/mailing',
		'/annuler'
	]) {
		const answer = await page.request.post(rally + path, {
			headers: { origin },
			form: { id: crypto.randomUUID(), letter: 'A', number: '1', seconds: '5' }
		});
		expect(answer.status(), path).toBe(404);
	}
	expect((await page.goto(`${rally}/entreprises/nouvelle`))?.status()).toBe(404);
	expect((await page.goto('/rallyes/nouveau'))?.status()).toBe(404);
	await page.goto(`${rally}/documents`);
	await expect(page.locator('a.address')).toHaveCount(5);
});
