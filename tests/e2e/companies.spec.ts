import { expect, test } from '@playwright/test';
import { rallyPath, signIn } from './pages';

test('a company is added, searched, copied, archived and brought back', async ({ page }) => {
	await signIn(page);
	const list = `${await rallyPath(page)}/entreprises`;
	await page.goto(`${list}/nouvelle`);
	await page.getByLabel('Nom de l’entreprise').fill('   ');
	await page.getByLabel('SIRET').fill('123');
	await page.getByLabel('Personne à contacter').fill('<b>Zoé</b> 🚗 O’Brien');
	await page.getByRole('button', { name: 'Ajouter l’entreprise' }).click();

	const summary = page.getByRole('alert');
	await expect(summary).toContainText('Écrivez le nom de l’entreprise.');
	await expect(summary).toContainText('Un SIRET compte quatorze chiffres.');
	await expect(summary).toContainText('Choisissez le secteur');
	await expect(page.getByLabel('Personne à contacter')).toHaveValue('<b>Zoé</b> 🚗 O’Brien');
	await expect(page.getByLabel('SIRET')).toHaveAttribute('aria-invalid', 'true');

	await page.getByLabel('Nom de l’entreprise').fill('Scierie de l’Essai');
	await page.getByLabel('SIRET').fill('732 829 320 00074');
	await page.getByLabel('Secteur du rallye').selectOption('Industrie');
	await page.getByLabel(/^Commune/).fill('Thueyts');
	await page.getByLabel('Jour du créneau 1').selectOption({ index: 1 });
	await page.locator('input[name="slots.0.from"]').fill('09:00');
	await page.locator('input[name="slots.0.to"]').fill('11:00');
	await page.getByRole('button', { name: 'Ajouter l’entreprise' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'est ajoutée' })).toBeVisible();

	await page.getByLabel('Chercher un nom, une commune, un secteur').fill('scierie');
	await expect(page.getByRole('row')).toHaveCount(2);
	await page.getByRole('button', { name: 'Copier Scierie de l’Essai' }).click();
	await expect(page.getByRole('heading', { name: 'Scierie de l’Essai (copie)' })).toBeVisible();
	await expect(page.getByLabel(/^Commune/)).toHaveValue('Thueyts');

	await page.goto(`${list}?q=copie`);
	await page.getByRole('button', { name: 'Archiver Scierie de l’Essai (copie)' }).click();
	await expect(page.getByText('est archivée')).toBeVisible();
	await page.getByRole('button', { name: 'Annuler' }).click();
	await expect(page.getByText('C’est annulé.')).toBeVisible();
	await page.goto(`${list}?q=copie`);
	await expect(page.getByRole('link', { name: 'Scierie de l’Essai (copie)' })).toBeVisible();
});

test('two people edit one company: the second is told, and merges', async ({ browser }) => {
	const context = await browser.newContext();
	const [first, second] = [await context.newPage(), await context.newPage()];
	await signIn(first);
	const list = `${await rallyPath(first)}/entreprises`;
	for (const page of [first, second]) {
		await page.goto(`${list}?q=verts`);
		await page.getByRole('link', { name: 'Verts Chantiers' }).click();
		await expect(page.getByRole('heading', { name: 'Verts Chantiers' })).toBeVisible();
	}
	await first.getByLabel('Personne à contacter').fill('Sandrine Nouvelle');
	await first.getByLabel('Tenue et sécurité').fill('Bottes.');
	await first.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(first.getByText('est enregistrée')).toBeVisible();

	await second.getByLabel('Tenue et sécurité').fill('Chaussures montantes.');
	await second.getByLabel('Téléphone').fill('04 75 00 00 99');
	await second.getByRole('button', { name: 'Enregistrer' }).click();
	const warning = second.getByRole('alert');
	await expect(warning).toContainText('Camille Organise a modifié cette fiche');
	await expect(warning).toContainText('Bottes.');
	await expect(second.getByLabel('Personne à contacter')).toHaveValue('Sandrine Nouvelle');
	await expect(second.getByLabel('Tenue et sécurité')).toHaveValue('Chaussures montantes.');
	await expect(second.getByLabel('Téléphone')).toHaveValue('04 75 00 00 99');
	await second.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(second.getByText('est enregistrée')).toBeVisible();
	await context.close();
});

test('without JavaScript a company is added all the same', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await signIn(page);
	await page.goto(`${await rallyPath(page)}/entreprises/nouvelle`);
	await page.getByLabel('Nom de l’entreprise').fill('Boulangerie sans script');
	await page.getByRole('button', { name: 'Ajouter l’entreprise' }).click();
	await expect(page.getByText('Choisissez le secteur').first()).toBeVisible();
	await expect(page.getByLabel('Nom de l’entreprise')).toHaveValue('Boulangerie sans script');
	await page.getByLabel('Secteur du rallye').selectOption('Agroalimentaire');
	await page.getByRole('button', { name: 'Ajouter l’entreprise' }).click();
	await expect(page.getByText('est ajoutée')).toBeVisible();
	await context.close();
});
