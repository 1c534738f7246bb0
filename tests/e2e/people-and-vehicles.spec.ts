import { message, openRecord, save } from './pages';
import { expect, test } from './people';

test('a participant is added with half-days and wishes, and changed', async ({ as, rally }) => {
	const page = await as('organizer');
	const list = `${rally}/participants`;
	await page.goto(list);
	await expect(page.getByText('24 inscrit·es')).toBeVisible();
	// Their situation stays on their own page.
	await expect(page.getByRole('table')).not.toContainText(/RSA|RQTH|DELD|QPV|SIAE/);

	await page.getByRole('link', { name: 'Ajouter une personne' }).click();
	await page.getByRole('button', { name: 'Ajouter la personne' }).click();
	await expect(page.getByRole('alert')).toContainText('Prénom');
	await page.getByLabel('Prénom', { exact: true }).fill('Solène');
	await page.getByLabel('Nom', { exact: true }).fill('D’Essai-Martin');
	await page.getByLabel('Où en est l’inscription ?').selectOption('Sur liste d’attente');
	await page
		.getByRole('checkbox', { name: /^présent·e le .*, après-midi/ })
		.first()
		.uncheck();
	await page.getByRole('group', { name: 'À mettre dans la même équipe' }).locator('summary').click();
	await page.getByRole('group', { name: 'À mettre dans la même équipe' }).getByLabel('Zoé Astier').check();
	await page.getByLabel('Bénéficiaire du RSA', { exact: true }).check();
	await page.getByRole('button', { name: 'Ajouter la personne' }).click();
	await expect(message(page, 'Solène D’Essai-Martin')).toBeVisible();

	await openRecord(page, list, 'Solène D’Essai-Martin');
	await expect(
		page.getByRole('checkbox', { name: /^présent·e le .*, après-midi/ }).first()
	).not.toBeChecked();
	await expect(page.getByRole('checkbox', { name: /^présent·e le .*, matin/ }).first()).toBeChecked();
	await expect(page.getByText('Zoé Astier. Changer…')).toBeVisible();
	await expect(page.getByLabel('Bénéficiaire du RSA', { exact: true })).toBeChecked();

	// A wish against the other one of the same pair is refused at the field.
	await page.getByRole('group', { name: 'À mettre dans des équipes différentes' }).locator('summary').click();
	await page
		.getByRole('group', { name: 'À mettre dans des équipes différentes' })
		.getByLabel('Zoé Astier')
		.check();
	await save(page);
	await expect(page.getByRole('alert')).toContainText('À la fois ensemble et à part : Zoé Astier.');
	await page
		.getByRole('group', { name: 'À mettre dans des équipes différentes' })
		.getByLabel('Zoé Astier')
		.uncheck();
	await save(page);
	await expect(message(page, 'est enregistrée')).toBeVisible();
});

test('a vehicle is added within what a driving licence allows, copied and put away', async ({
	as,
	rally
}) => {
	const page = await as('organizer');
	const list = `${rally}/vehicules`;
	await page.goto(`${list}/nouveau`);
	await page.getByLabel('Nom du véhicule').fill('Kangoo d’essai');
	await page.getByLabel('Places assises').fill('12');
	await page.getByRole('button', { name: 'Ajouter le véhicule' }).click();
	await expect(page.getByLabel('Places assises')).toHaveAttribute('aria-invalid', 'true');
	await expect(page.getByLabel('Places assises')).toHaveValue('12');
	await page.getByLabel('Places assises').fill('5');
	await page.getByRole('button', { name: 'Ajouter le véhicule' }).click();
	await expect(message(page, 'Kangoo d’essai')).toBeVisible();

	await page.getByRole('button', { name: 'Copier Kangoo d’essai' }).click();
	await expect(page.getByRole('heading', { name: 'Kangoo d’essai (copie)' })).toBeVisible();
	for (const name of ['Kangoo d’essai (copie)', 'Kangoo d’essai']) {
		await page.goto(`${list}?q=essai`);
		await page.getByRole('button', { name: `Archiver ${name}`, exact: true }).click();
		await expect(message(page, 'est archivée')).toBeVisible();
	}
	await page.goto(`${list}?archives=1`);
	await expect(page.getByRole('link', { name: 'Kangoo d’essai', exact: true })).toBeVisible();
});

test('an accompanist is added with the company that employs them, and changed', async ({ as, rally }) => {
	const page = await as('organizer');
	const list = `${rally}/accompagnateurs`;
	await page.goto(`${list}/nouveau`);
	await page.getByLabel('Prénom', { exact: true }).fill('Gaëlle');
	await page.getByLabel('Nom', { exact: true }).fill('Essai');
	await page.getByLabel('Courriel').fill('pas une adresse');
	await page.getByRole('button', { name: 'Ajouter la personne' }).click();
	await expect(page.getByLabel('Courriel')).toHaveAttribute('aria-invalid', 'true');
	await page.getByLabel('Courriel').fill('');
	await page.getByLabel('Peut conduire').uncheck();
	await page.getByLabel('Entreprise du rallye qui l’emploie').selectOption('Bricoval Aubenas');
	await page.getByRole('button', { name: 'Ajouter la personne' }).click();
	await expect(message(page, 'Gaëlle Essai')).toBeVisible();
	await expect(page.getByRole('row', { name: /Gaëlle Essai/ })).toContainText('ne conduit pas');

	await openRecord(page, list, 'Gaëlle Essai');
	await page.getByLabel('Peut conduire').check();
	await save(page);
	await expect(page.getByRole('row', { name: /Gaëlle Essai/ })).not.toContainText('ne conduit pas');
	await page.getByRole('button', { name: 'Archiver Gaëlle Essai' }).click();
	await expect(message(page, 'est archivée')).toBeVisible();
});

test('a partner is added with several roles, and changed', async ({ as, rally }) => {
	const page = await as('organizer');
	const list = `${rally}/partenaires`;
	await page.goto(`${list}/nouveau`);
	await page.getByLabel('Nom du partenaire').fill('Chambre d’essai');
	await page.getByLabel('Catégorie').selectOption('Chambre consulaire');
	await page.getByLabel('Financeur').check();
	await page.getByLabel('Soutien à la communication').check();
	await page.getByRole('button', { name: 'Ajouter le partenaire' }).click();
	const row = page.getByRole('row', { name: /Chambre d’essai/ });
	await expect(row).toContainText('Financeur, Soutien à la communication');
	await openRecord(page, list, 'Chambre d’essai');
	await page.getByLabel('Invité à la clôture').check();
	await save(page);
	await expect(row).toContainText('invité');
});
