import { expectClean } from './inspect';
import { message, namesIn, openRecord, save, tabTo } from './pages';
import { expect, test } from './people';

test('a list of companies is searched and sorted', async ({ as, rally }) => {
	const page = await as('organizer');
	await page.goto(`${rally}/entreprises`);
	const all = await namesIn(page);
	expect(all.length).toBeGreaterThanOrEqual(17);
	expect(all).toEqual(all.toSorted(new Intl.Collator('fr').compare));

	await page.getByRole('link', { name: /^Nom/ }).click();
	await expect(page.getByRole('columnheader', { name: /^Nom/ })).toHaveAttribute('aria-sort', 'descending');
	await expect.poll(() => namesIn(page)).toEqual(all.toReversed());
	await page.getByRole('link', { name: /^Commune/ }).click();
	await expect(page.getByRole('columnheader', { name: /^Commune/ })).toHaveAttribute(
		'aria-sort',
		'ascending'
	);

	// Words in any order, with or without accents, in any column.
	await page.getByRole('searchbox').fill('VOGUE faisses');
	await expect.poll(() => namesIn(page)).toEqual(['Ferme des Faïsses']);
	await expect(page.getByRole('search').getByRole('status')).toContainText('1 entreprise sur');
	await page.getByRole('searchbox').fill('zzz');
	await expect(page.getByText('Rien ne correspond à cette recherche.')).toBeVisible();
});

test('a company is added after its errors, copied, archived and brought back', async ({ as, rally }) => {
	const page = await as('organizer');
	const list = `${rally}/entreprises`;
	await page.goto(`${list}/nouvelle`);
	await page.getByLabel('Nom de l’entreprise').fill('   ');
	await page.getByLabel('SIRET').fill('123');
	await page.getByLabel('Personne à contacter').fill('<b>Zoé</b> 🚗 O’Brien');
	await page.getByRole('button', { name: 'Ajouter l’entreprise' }).click();

	const summary = page.getByRole('alert');
	await expect(summary).toBeFocused();
	await expect(summary).toContainText('Écrivez le nom de l’entreprise.');
	await expect(summary).toContainText('Un SIRET compte quatorze chiffres.');
	await expect(summary).toContainText('Choisissez le secteur');
	await expect(page.getByLabel('Personne à contacter')).toHaveValue('<b>Zoé</b> 🚗 O’Brien');
	await expect(page.getByLabel('SIRET')).toHaveAttribute('aria-invalid', 'true');
	await expect(page.getByLabel('SIRET')).toHaveAccessibleDescription(/Un SIRET compte quatorze chiffres/);
	await summary.getByRole('link', { name: /SIRET/ }).click();
	await expect(page.getByLabel('SIRET')).toBeFocused();
	await expectClean(page);

	await page.getByLabel('Nom de l’entreprise').fill('Scierie de l’Essai');
	await page.getByLabel('SIRET').fill('123 456 782 00010');
	await page.getByLabel('Secteur du rallye').selectOption('Industrie');
	await page.getByLabel(/^Commune/).fill('Thueyts');
	await page.getByLabel('Jour du créneau 1').selectOption({ index: 1 });
	await page.locator('input[name="slots.0.from"]').fill('09:00');
	await page.locator('input[name="slots.0.to"]').fill('11:00');
	await page.getByRole('button', { name: 'Ajouter l’entreprise' }).click();
	await expect(message(page, 'est ajoutée')).toBeVisible();

	await openRecord(page, list, 'Scierie de l’Essai');
	await expect(page.getByLabel('SIRET')).toHaveValue(/123 ?456 ?782 ?00010/);
	await expect(page.locator('input[name="slots.0.to"]')).toHaveValue('11:00');
	await page.getByLabel('Tenue et sécurité').fill('Casque prêté.');
	await save(page);
	await expect(message(page, 'est enregistrée')).toBeVisible();

	await page.goto(`${list}?q=scierie`);
	await page.getByRole('button', { name: 'Copier Scierie de l’Essai' }).click();
	await expect(page.getByRole('heading', { name: 'Scierie de l’Essai (copie)' })).toBeVisible();
	await expect(page.getByLabel(/^Commune/)).toHaveValue('Thueyts');
	await expect(page.getByLabel('Tenue et sécurité')).toHaveValue('Casque prêté.');

	await page.goto(`${list}?q=copie`);
	await page.getByRole('button', { name: 'Archiver Scierie de l’Essai (copie)' }).click();
	await expect(message(page, 'est archivée')).toBeVisible();
	await page.getByRole('button', { name: 'Annuler' }).click();
	await expect(message(page, 'C’est annulé.')).toBeVisible();
	await page.goto(`${list}?q=copie`);
	await expect(page.getByRole('link', { name: 'Scierie de l’Essai (copie)' })).toBeVisible();

	await page.getByRole('button', { name: 'Archiver Scierie de l’Essai (copie)' }).click();
	await expect(message(page, 'est archivée')).toBeVisible();
	await page.goto(`${list}?archives=1`);
	await page.getByRole('button', { name: /^Remettre Scierie de l’Essai \(copie\)/ }).click();
	await expect(message(page, 'est de retour')).toBeVisible();
});

test('two people edit one company: the second is told what the first changed, and merges', async ({
	as,
	rally
}) => {
	const [first, second] = [await as('organizer'), await as('organizer')];
	for (const page of [first, second]) await openRecord(page, `${rally}/entreprises`, 'Verts Chantiers');
	await first.getByLabel('Personne à contacter').fill('Sandrine Nouvelle');
	await first.getByLabel('Tenue et sécurité').fill('Bottes.');
	await save(first);
	await expect(message(first, 'est enregistrée')).toBeVisible();

	await second.getByLabel('Tenue et sécurité').fill('Chaussures montantes.');
	await second.getByLabel('Téléphone').fill('04 75 00 00 99');
	await save(second);
	const warning = second.getByRole('alert');
	await expect(warning).toContainText('Camille Organise a modifié cette fiche');
	await expect(warning).toContainText('Bottes.');
	await expect(second.getByLabel('Personne à contacter')).toHaveValue('Sandrine Nouvelle');
	await expect(second.getByLabel('Tenue et sécurité')).toHaveValue('Chaussures montantes.');
	await expect(second.getByLabel('Téléphone')).toHaveValue('04 75 00 00 99');
	await expectClean(second);
	await save(second);
	await expect(message(second, 'est enregistrée')).toBeVisible();

	await openRecord(first, `${rally}/entreprises`, 'Verts Chantiers');
	await expect(first.getByLabel('Personne à contacter')).toHaveValue('Sandrine Nouvelle');
	await expect(first.getByLabel('Téléphone')).toHaveValue('04 75 00 00 99');
});

test('a company is added without a mouse', async ({ as, rally }) => {
	const page = await as('organizer');
	await page.goto(`${rally}/entreprises`);
	await tabTo(page, page.getByRole('link', { name: 'Ajouter une entreprise' }));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Ajouter une entreprise' })).toBeVisible();
	await tabTo(page, page.getByLabel('Nom de l’entreprise'));
	await page.keyboard.type('Tannerie du Clavier');
	await tabTo(page, page.getByLabel('Secteur du rallye'));
	await page.keyboard.type('Indus');
	await tabTo(page, page.getByRole('button', { name: 'Ajouter l’entreprise' }));
	await page.keyboard.press('Enter');
	await expect(message(page, 'Tannerie du Clavier')).toBeVisible();
});

test('hours, trades and access are typed as people say them, and slots outside are doubted', async ({
	as,
	rally
}) => {
	const page = await as('organizer');
	const list = `${rally}/entreprises`;
	await openRecord(page, list, 'Cabinet Serre & Associés');
	await page.getByLabel('Horaires d’ouverture').fill('du lundi au vendredi');
	await page.getByLabel('Fiche Acceslibre').fill('https://exemple.fr/fiche');
	const trades = page.getByLabel('Codes ROME');
	await trades.fill('comptable, N9999, assistant de dir');
	await page.getByRole('button', { name: '+ Assistant / Assistante de direction (M1604)' }).click();
	await expect(trades).toHaveValue('comptable, N9999, M1604, ');
	await expect(trades).toHaveAccessibleDescription(
		/M1203 : Comptable.*N9999 : ce code n’est pas dans la table/
	);
	await save(page);
	const summary = page.getByRole('alert');
	await expect(summary).toContainText('Collez l’adresse d’une fiche d’Acceslibre');
	await expect(page.getByLabel('Horaires d’ouverture')).not.toHaveValue('');

	await page.getByLabel('Horaires d’ouverture').fill('lundi au dimanche 18h-20h');
	await page
		.getByLabel('Fiche Acceslibre')
		.fill('acceslibre.beta.gouv.fr/app/07-aubenas/a/cabinet/erp/essai/');
	await save(page);
	await expect(message(page, 'est enregistrée')).toBeVisible();
	await expect(page.getByText('hors de ses horaires')).toBeVisible();
	await openRecord(page, list, 'Cabinet Serre & Associés');
	await expect(page.getByText('lun. à dim. 18 h à 20 h')).toBeVisible();
	await expect(page.getByText('hors de ses horaires d’ouverture')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Ouvrir la fiche' })).toHaveAttribute(
		'href',
		/^https:\/\/acceslibre/
	);
	await expectClean(page);
	for (const name of ['Horaires d’ouverture', 'Fiche Acceslibre', 'Codes ROME'])
		await page.getByLabel(name).fill('');
	await save(page);
	await expect(page.getByText('hors de ses horaires')).toBeHidden();
});
