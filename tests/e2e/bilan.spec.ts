import { expectClean } from './inspect';
import { message, password, save, signIn } from './pages';
import { expect, test } from './people';

const title = 'Rallye pour l’emploi du bassin de Privas';

test('a rally is closed, its bilan sent, corrected and validated, and the yearly table follows', async ({
	as
}) => {
	test.setTimeout(150_000);
	const organizer = await as('organizer');
	const federation = await as('nobody');
	await signIn(federation, 'federation@demo.example', password, 'Les rallyes du réseau');

	await organizer.goto('/rallyes');
	const rally = (await organizer.getByRole('link', { name: title }).first().getAttribute('href'))!;
	await organizer.goto(`${rally}/bilans`);
	await expectClean(organizer);
	const people = organizer.getByRole('row', { name: /^Participants Prévu/ });
	await expect(people.getByRole('cell').nth(0)).toHaveText('16');
	await expect(people.getByRole('cell').nth(1)).toHaveText('16');
	await expect(organizer.getByRole('row', { name: /solution professionnelle à six mois/ })).toContainText('10 sur 14, soit 71'); // prettier-ignore

	// A figure leads to its rows.
	await people.getByRole('link').last().click();
	await expect(organizer.getByRole('listitem').filter({ hasText: 'Aïcha Morel' })).toBeVisible();

	// Before: taken back, the federation has nothing of it.
	await organizer.goto(`${rally}/bilans/federation`);
	await organizer.getByRole('button', { name: 'Reprendre avant lecture' }).click();
	await expect(message(organizer, 'À compléter')).toBeVisible();
	const year = await organizer.getByText(/^Du \d.* au .*\d{4}$/i).first().textContent(); // prettier-ignore
	const table = `/federation/tableau?annee=${/\d{4}/.exec(year!)![0]}`;
	const own = federation
		.getByRole('table', { name: 'Réalisé, par structure' })
		.getByRole('row', { name: /MIFE des Trois Rivières/ });
	await federation.goto(table);
	await expect(own).toContainText('nc');
	await expect(own).not.toContainText('16');

	await organizer.getByRole('textbox', { name: /Suites/ }).fill('Un deuxième rallye. (Inventé.)');
	await save(organizer);
	await expect(message(organizer, 'Le bilan est enregistré.')).toBeVisible();
	await organizer.getByRole('button', { name: 'Envoyer à la fédération' }).click();
	await expect(message(organizer, 'Envoyé')).toBeVisible();
	await expectClean(organizer);

	await federation.goto('/federation');
	await federation.getByLabel('Bilan').selectOption({ label: 'À relire' });
	// The choice reads the page again: a link pressed before that would be lost.
	await federation.waitForURL(/bilan=sent/);
	await federation.getByRole('link', { name: `Lire le bilan de ${title}` }).first().click(); // prettier-ignore
	await federation.waitForURL(/\/federation\/bilans\//);
	const received = federation.url();
	await expectClean(federation);
	await expect(federation.getByText('Aïcha')).toHaveCount(0);
	await federation.getByRole('button', { name: 'Demander une correction' }).click();
	await expect(federation.getByText('Écrivez ce qui est à corriger.')).toBeVisible();
	await federation.getByRole('textbox', { name: /Message/ }).fill('Combien d’immersions ?');
	await federation.getByRole('button', { name: 'Demander une correction' }).click();
	await expect(message(federation, 'Correction demandée')).toBeVisible();

	await organizer.reload();
	await expect(organizer.getByText('À corriger').first()).toBeVisible();
	await expect(organizer.getByText('Combien d’immersions ?')).toBeVisible();
	await organizer.getByRole('textbox', { name: /Ce que le rallye a permis/ }).fill('Quatre immersions. (Inventé.)'); // prettier-ignore
	await save(organizer);
	await expect(message(organizer, 'Le bilan est enregistré.')).toBeVisible();
	await organizer.getByRole('button', { name: 'Envoyer à la fédération' }).click();
	await expect(message(organizer, 'Envoyé')).toBeVisible();

	await federation.goto(received);
	await expect(federation.getByText('Quatre immersions.')).toBeVisible();
	await federation.getByRole('button', { name: 'Valider' }).click();
	await expect(message(federation, 'Validé')).toBeVisible();
	await federation.goto(table);
	await expect(own).toContainText('16');
	await organizer.reload();
	await expect(organizer.getByText('Validé', { exact: true }).first()).toBeVisible();

	for (const [format, begins] of [
		['pdf', '%PDF-'],
		['docx', 'PK']
	] as const) {
		const file = await organizer.request.get(`${rally}/bilans/federation/document?format=${format}`);
		expect((await file.body()).toString('latin1').startsWith(begins)).toBe(true);
	}
});

test('a rally leaves as a file and opens as another one', async ({ as }) => {
	test.setTimeout(90_000);
	const page = await as('organizer');
	await page.goto('/rallyes');
	const rally = (await page.getByRole('link', { name: title }).first().getAttribute('href'))!;
	await page.goto(`${rally}/archive`);
	await page.getByLabel('Mot de passe de l’archive').fill('une phrase assez longue');
	await page.getByLabel('Le même, encore une fois').fill('une phrase assez longue');
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Télécharger l’archive' }).click()
	]);
	expect(file.suggestedFilename()).toMatch(/privas.*\.equipage$/);
	await page.goto('/rallyes/importer');
	await page.getByLabel('Le fichier').setInputFiles(await file.path());
	await page.getByLabel('Son mot de passe').fill('une autre phrase, longue');
	await page.getByRole('button', { name: 'Ajouter ce rallye' }).click();
	await expect(page.getByRole('alert')).toContainText('Ce mot de passe n’ouvre pas cette archive.');
	await page.getByLabel('Le fichier').setInputFiles(await file.path());
	await page.getByLabel('Son mot de passe').fill('une phrase assez longue');
	await page.getByRole('button', { name: 'Ajouter ce rallye' }).click();
	await expect(message(page, 'est ajouté')).toBeVisible();
	await page.getByRole('link', { name: 'Participants', exact: true }).first().click();
	await expect(page.getByText('Morel').first()).toBeVisible();
});
