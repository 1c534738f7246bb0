import type { Page } from '@playwright/test';
import { complaints, faults, overflow, rallyPath, reader, signIn } from './pages';
import { expect, test } from './people';

const messy = 'tests/instances/spreadsheets/entreprises-tous-defauts.csv';

/** Goes from a file to its rows, with the columns as they are proposed. */
async function toRows(page: Page, rally: string, file = messy) {
	await page.goto(`${rally}/imports?quoi=entreprises`);
	await page.getByLabel('Un fichier').setInputFiles(file);
	await page.getByRole('button', { name: 'Lire' }).click();
	await page.getByRole('button', { name: 'Continuer vers les lignes' }).click();
	await expect(page.getByRole('link', { name: /^Toutes/ })).toBeVisible();
}

test('a spreadsheet with every defect is imported to the end, and taken back', async ({ page }) => {
	test.setTimeout(120_000);
	const heard = complaints(page);
	await signIn(page);
	const rally = await rallyPath(page);
	await page.goto(`${rally}/entreprises`);
	const before = await page.getByRole('status').filter({ hasText: 'entreprises' }).first().textContent();
	await page.getByRole('link', { name: 'Importer' }).click();
	await expect(page.getByRole('radio', { name: 'Entreprises' })).toBeChecked();
	expect(await faults(page)).toEqual([]);

	// A file that is none: said, and nothing is lost.
	await page.getByLabel('Ou des cellules collées').fill('  ');
	await page.getByLabel('Un fichier').setInputFiles({ name: 'charte.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') }); // prettier-ignore
	await page.getByRole('button', { name: 'Lire' }).click();
	await expect(page.getByRole('alert')).toContainText('C’est un PDF');

	await page.getByLabel('Un fichier').setInputFiles(messy);
	await page.getByRole('button', { name: 'Lire' }).click();
	await expect(page.getByText('Laissé de côté : ligne 1 (titre), ligne 2 (titre)')).toBeVisible();
	await expect(page.getByLabel('Raison sociale')).toHaveValue('name');
	await expect(page.getByLabel('Mél')).toHaveValue('contactEmail');
	expect(await faults(page)).toEqual([]);
	await page.getByRole('link', { name: 'Feuille' }).click();
	await expect(page.getByText('Texte en windows-1252, séparé par des points-virgules.')).toBeVisible();
	expect(await faults(page)).toEqual([]);
	await page.getByRole('button', { name: 'Continuer vers les colonnes' }).click();
	await page.getByLabel('Contact', { exact: true }).selectOption('');
	await page.getByRole('button', { name: 'Continuer vers les lignes' }).click();

	// Cell by cell: each fault at its cell, the repair proposed, by keyboard as well.
	await expect(page.getByRole('link', { name: 'En erreur (3)' })).toBeVisible();
	expect(await faults(page)).toEqual([]);
	const sawmill = page.getByRole('listitem').filter({ hasText: 'Scierie du Haut Vivarais' });
	await expect(sawmill.getByText('les derniers chiffres sont perdus')).toBeVisible();
	await page.getByRole('button', { name: 'Accepter toutes les réparations proposées' }).click();
	await expect(sawmill.getByText('effacé le zéro')).toHaveCount(0);
	await sawmill.getByLabel('SIRET').fill('');
	await sawmill.getByLabel('Secteur du rallye').selectOption('Industrie');
	await sawmill.getByRole('button', { name: 'Relire' }).first().click();
	await expect(sawmill).toHaveCount(0);
	await expect(page.locator('#bilan')).toBeFocused();
	const bakery = page.getByRole('listitem').filter({ hasText: 'Boulangerie Chaussée' });
	await bakery.getByLabel('Courriel').fill('boulangerie@exemple.fr');
	await page.keyboard.press('Enter');
	await expect(bakery).toHaveCount(0);

	await page.getByRole('link', { name: /Doublon probable/ }).click();
	await expect(page.getByText('Ressemble à la ligne 9 du fichier')).toBeVisible();
	await page.getByRole('button', { name: 'Laisser cette ligne de côté : ligne 11' }).click();
	await expect(page.getByText('Ligne 11 relue.')).toBeVisible();
	await page.getByRole('link', { name: /À mettre à jour/ }).click();
	await expect(page.getByText('devient « 04 75 00 00 12 »')).toBeVisible();

	// Closed and opened again: it is where it was left.
	await page.goto(`${rally}/imports`);
	await page.getByRole('link', { name: 'entreprises-tous-defauts.csv' }).first().click();
	await expect(page.getByText('6 fiches à créer et 1 à mettre à jour.')).toBeVisible();
	await page.getByRole('button', { name: 'Importer 7 lignes' }).click();
	await expect(page.getByText('6 fiches créées et 1 mise à jour.')).toBeVisible();
	await expect(page.getByText('1 ligne attend une décision')).toBeVisible();
	expect(await faults(page)).toEqual([]);
	await page.goto(`${rally}/entreprises?q=ducros`);
	await expect(page.getByRole('row')).toHaveCount(2);

	// What failed is tried again alone.
	await page.goBack();
	await page.getByRole('link', { name: 'En erreur (1)' }).click();
	await page.getByLabel('Effectif').fill('12');
	await page.getByRole('button', { name: 'Relire' }).first().click();
	await page.getByRole('button', { name: 'Importer 1 ligne' }).click();
	await expect(page.getByText('1 fiche créée et 0 mise à jour.')).toBeVisible();

	await page.getByRole('button', { name: 'Annuler tout l’import' }).click();
	await expect(page.getByText('L’import est annulé : 8 fiches remises comme avant.')).toBeVisible();
	await page.goto(`${rally}/entreprises`);
	await expect(page.getByRole('status').filter({ hasText: 'entreprises' }).first()).toHaveText(before!);
	expect(heard).toEqual([]);
});

test('without JavaScript, pasted cells are imported all the same', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await signIn(page);
	const rally = await rallyPath(page);
	await page.goto(`${rally}/imports?quoi=participants`);
	await page.getByLabel('Ou des cellules collées').fill('Prénom\tNom\tTel\nNoé\tSans-Script\t612345678\n');
	await page.getByRole('button', { name: 'Lire' }).click();
	await page.getByRole('button', { name: 'Continuer vers les lignes' }).click();
	await page.getByRole('button', { name: 'Accepter la réparation' }).click();
	await page.getByRole('button', { name: 'Importer 1 ligne' }).click();
	await expect(page.getByText('1 fiche créée')).toBeVisible();
	await page.getByRole('button', { name: 'Annuler tout l’import' }).click();
	await expect(page.getByText('L’import est annulé')).toBeVisible();
	await context.close();
});

test('a large file shows how far it is read', async ({ page }) => {
	test.setTimeout(120_000);
	await signIn(page);
	const rally = await rallyPath(page);
	const lines = Array.from({ length: 4000 }, (_, i) => `Entreprise ${i};Aubenas;BTP`);
	await page.goto(`${rally}/imports?quoi=entreprises`);
	await page.getByLabel('Un fichier').setInputFiles({ name: 'grand.csv', mimeType: 'text/csv', buffer: Buffer.from(['Entreprise;Ville;Secteur', ...lines].join('\n')) }); // prettier-ignore
	await page.getByRole('button', { name: 'Lire' }).click();
	await page.getByRole('button', { name: 'Continuer vers les lignes' }).click();
	await expect(page.getByRole('progressbar', { name: 'Lignes lues' })).toBeVisible();
	await expect(page.getByText('4 000 fiches à créer.')).toBeVisible({ timeout: 60_000 });
	await expect(page.getByText('Page 1 sur 80')).toBeVisible();
	await page.goto(`${rally}/imports`);
	await page.getByRole('button', { name: 'Oublier le contenu de grand.csv' }).click();
	await expect(page.getByText('Le contenu de ce fichier est oublié.')).toBeVisible();
});

/** Pastes cells, and goes on to the rows with the columns as they are proposed. */
async function paste(page: Page, rally: string, what: string, cells: string) {
	await page.goto(`${rally}/imports?quoi=${what}`);
	await page.getByLabel('Ou des cellules collées').fill(cells);
	await page.getByRole('button', { name: 'Lire' }).click();
	await page.getByRole('button', { name: 'Continuer vers les lignes' }).click();
}

test('vehicles and accompanists are imported with their papers and employer, and carried away again', async ({
	page
}) => {
	await signIn(page);
	const rally = await rallyPath(page);
	await page.goto(`${rally}/vehicules`);
	await page.getByRole('link', { name: 'Importer' }).click();
	await expect(page.getByRole('radio', { name: 'Véhicules' })).toBeChecked();
	await paste(page, rally, 'vehicules', 'Véhicule\tPlaces\tPlaque\tAssurance déclarée par\tAssurance déclarée le\nBerlingo importé\t5\tZZ-987-ZZ\tLa Ville\t03/05/2027\nTrafic importé\t12\tZZ-986-ZZ\t\t\n'); // prettier-ignore
	await expect(page.getByRole('link', { name: 'En erreur (1)' })).toBeVisible();
	await page.getByLabel('Places assises').fill('9');
	await page.getByRole('button', { name: 'Relire' }).first().click();
	await page.getByRole('button', { name: 'Importer 2 lignes' }).click();
	await expect(page.getByText('2 fiches créées')).toBeVisible();
	const csv = await (await page.request.get(`${rally}/exports/vehicules.csv`)).text();
	expect(csv).toContain('Trafic importé;Voiture;9');
	// What leaves comes back as it was.
	await page.goto(`${rally}/imports?quoi=vehicules`);
	await page.getByLabel('Un fichier').setInputFiles({ name: 'vehicules.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }); // prettier-ignore
	await page.getByRole('button', { name: 'Lire' }).click();
	await page.getByRole('button', { name: 'Continuer vers les lignes' }).click();
	await expect(page.getByText('Rien à importer.')).toBeVisible();

	await paste(page, rally, 'accompagnateurs', 'Nom complet\tConduit\tEntreprise du rallye\nZoé IMPORT\toui\tBricoval Aubenas\nYann IMPORT\tnon\tPersonne Nulle Part\n'); // prettier-ignore
	await expect(page.getByText('Aucune entreprise de ce rallye ne s’appelle')).toBeVisible();
	expect(await faults(page)).toEqual([]);
	await page.getByRole('button', { name: 'Importer 1 ligne' }).click();
	await page.goto(`${rally}/accompagnateurs?q=import`);
	await expect(page.getByRole('rowheader')).toHaveCount(1);
	// Taken back, both.
	for (const name of ['Cellules collées', 'Cellules collées']) {
		await page.goto(`${rally}/imports`);
		await page.getByRole('row').filter({ hasText: 'importé' }).getByRole('link', { name }).first().click();
		await page.getByRole('button', { name: 'Annuler tout l’import' }).click();
		await expect(page.getByText('L’import est annulé')).toBeVisible();
	}
});

test('lists of five hundred are searched and carried away', async ({ page }) => {
	test.setTimeout(240_000);
	await signIn(page);
	const rally = await rallyPath(page);
	const many = (line: (i: number) => string) => Array.from({ length: 520 }, (_, i) => line(i)).join('\n');
	await paste(
		page,
		rally,
		'entreprises',
		`Entreprise;Ville;Secteur\n${many((i) => `Atelier ${i + 1000};Aubenas;BTP`)}`
	);
	await page.getByRole('button', { name: /^Importer 520/ }).click();
	// A long one goes on by itself.
	await expect(page.getByText('520 lignes importées.')).toBeVisible({ timeout: 40_000 });
	const companies = page.url();
	await paste(page, rally, 'participants', `Prénom;Nom;Inscription\n${many((i) => `Prénom;Nombreux ${i + 1000};candidat`)}`); // prettier-ignore
	await page.getByRole('button', { name: /^Importer 520/ }).click();
	await expect(page.getByText('520 lignes importées.')).toBeVisible({ timeout: 40_000 });
	const people = page.url();

	for (const [path, label, query] of [
		['entreprises', /^Chercher/, 'atelier 1234'],
		['mobilisation', /^Chercher/, 'atelier 1234'],
		['participants', /^Chercher/, 'nombreux 1234'],
		['participants/inscriptions', /^Chercher/, 'nombreux 1234'],
		['participants/accords', /^Chercher/, 'nombreux 1234']
	] as const) {
		await page.goto(`${rally}/${path}`);
		// On the board the first of each state, then all.
		if (path === 'mobilisation') await page.getByRole('link', { name: /^Voir les \d+ autres/ }).click();
		await expect(page.getByRole('link', { name: /1519/ }).first(), path).toBeVisible();
		await page.getByRole('searchbox', { name: label }).fill(query);
		await expect(page.getByRole('link', { name: /1519/ }), path).toHaveCount(0);
		await expect(page.getByRole('link', { name: /1234/ }).first(), path).toBeVisible();
	}
	const csv = await (await page.request.get(`${rally}/exports/participants.csv`)).text();
	expect(csv.match(/Nombreux/g)).toHaveLength(520);
	for (const address of [people, companies]) {
		await page.goto(address);
		await page.getByRole('button', { name: 'Annuler tout l’import' }).click();
		await expect(page.getByText('L’import est annulé : 520 fiches')).toBeVisible({ timeout: 40_000 });
	}
});

test('the import fits a phone, in the dark too', async ({ browser }) => {
	const page = await browser.newPage({ viewport: { width: 320, height: 640 }, colorScheme: 'dark' });
	await signIn(page);
	const rally = await rallyPath(page);
	await toRows(page, rally);
	for (const path of ['lignes', 'lignes?etat=toutes', 'colonnes', 'feuille']) {
		await page.goto(page.url().replace(/[^/]*$/, path));
		await page.waitForLoadState('networkidle');
		expect(await overflow(page), path).toBeLessThanOrEqual(0);
		expect(await faults(page), path).toEqual([]);
	}
	await page.close();
});

test('a reader takes lists away, and imports nothing', async ({ page }) => {
	await signIn(page, reader);
	const rally = await rallyPath(page);
	await page.goto(`${rally}/participants`);
	await expect(page.getByRole('link', { name: 'Importer' })).toHaveCount(0);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Excel' }).click()
	]);
	expect(download.suggestedFilename()).toBe('participants.xlsx');
	const csv = await page.request.get(`${rally}/exports/participants.csv`);
	expect((await csv.body()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
	expect((await page.request.get(`${rally}/imports`)).status()).toBe(404);
	expect(await (await page.request.get(`${rally}/exports/participants.json`)).json()).toBeInstanceOf(Array);
	expect((await page.request.get(`${rally}/exports/comptes.csv`)).status()).toBe(404);
});
