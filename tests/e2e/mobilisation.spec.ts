import type { Page } from '@playwright/test';
import { expectClean } from './inspect';
import { message, tabTo } from './pages';
import { expect, test } from './people';

/** A company of the demonstration that waits for a call today. */
const company = 'Cars de la Volane';

const open = async (page: Page, rally: string, name: string) => {
	await page.goto(`${rally}/mobilisation?q=${encodeURIComponent(name)}`);
	await page.getByRole('main').getByRole('link', { name, exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
};

/** Figure of a step of the funnel. */
const figure = async (page: Page, rally: string, step: string): Promise<number> => {
	await page.goto(`${rally}/mobilisation/chiffres`);
	const line = page.locator('dl > div').filter({ has: page.getByText(step, { exact: true }) });
	return Number(await line.locator('strong').textContent());
};

test('from today’s list to a confirmed company: the funnel follows, and « Annuler » takes the call back', async ({
	as,
	rally
}) => {
	const page = await as('organizer');
	const before = await figure(page, rally, 'Confirmées');

	await page.goto(`${rally}/mobilisation/aujourdhui`);
	const row = page.getByRole('listitem').filter({ hasText: company });
	await expect(row).toContainText('pour aujourd’hui');
	await expect(row.getByRole('link', { name: /04 75 00 00 34/ })).toHaveAttribute('href', 'tel:0475000034');
	await row.getByRole('link', { name: company, exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: company })).toBeVisible();
	await expect(page.getByText('de la part de Transports Beauzon')).toBeVisible();
	await expectClean(page);

	// A fault keeps what was typed.
	await page.getByLabel('Notes').fill('Deux créneaux possibles.');
	await page.getByLabel('Résultat').selectOption('Refuse ou se désiste');
	await page.getByRole('button', { name: 'Noter l’échange' }).click();
	await expect(page.getByRole('alert')).toContainText('Gardez la raison du refus');
	await expect(page.getByLabel('Notes')).toHaveValue('Deux créneaux possibles.');

	await page.getByLabel('Résultat').selectOption('D’accord : elle reçoit');
	await page.getByLabel('Avec qui').fill('Régis Mounier');
	await page.getByLabel('Les objectifs et le déroulement ont été expliqués').check();
	await page.getByRole('button', { name: 'Noter l’échange' }).click();
	await expect(message(page, 'passe à «\u202fConfirmée\u202f»')).toBeVisible();
	await expect(message(page, 'fixer les créneaux')).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: 'Deux créneaux possibles.' })).toContainText(
		'Avec Régis Mounier'
	);
	await expect(page.getByRole('heading', { name: 'Confirmation à envoyer' })).toBeVisible();
	const here = page.url();
	expect(await figure(page, rally, 'Confirmées')).toBe(before + 1);

	await page.goto(here);
	await page.getByLabel('Résultat').selectOption('Refuse ou se désiste');
	await page.getByLabel('Raison du refus').last().selectOption('Personne pour accueillir');
	await page.getByRole('button', { name: 'Noter l’échange' }).click();
	await expect(page.getByText('après avoir confirmé')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Camping des Roches Bleues' })).toBeVisible();
	await page.getByRole('button', { name: 'Annuler' }).click();
	await expect(message(page, 'C’est annulé.')).toBeVisible();
	expect(await figure(page, rally, 'Confirmées')).toBe(before + 1);

	// The plans of the other tests are made without it.
	await page.goto(here);
	await page.getByLabel('Résultat').selectOption('Refuse ou se désiste');
	await page.getByLabel('Raison du refus').last().selectOption('Personne pour accueillir');
	await page.getByRole('button', { name: 'Noter l’échange' }).click();
	await expect(page.getByText('après avoir confirmé')).toBeVisible();
	expect(await figure(page, rally, 'Confirmées')).toBe(before);
});

test('a company that wants mail only warns before the call, and its text is written to be sent', async ({
	as,
	rally
}) => {
	const page = await as('organizer');
	await open(page, rally, 'Clinique vétérinaire des Lavandes');
	await expect(page.getByRole('note')).toContainText('Par courriel seulement');
	await expect(page.getByRole('heading', { name: 'Que lui écrire' })).toBeVisible();
	await expect(page.getByLabel('Par quel moyen')).toHaveValue('mail');
	await page.getByLabel('Par quel moyen').selectOption('Téléphone');
	await expect(page.getByRole('status').filter({ hasText: 'ne pas être appelée' })).toBeVisible();
	await expectClean(page);
});

test('the board is moved without a mouse and without a script, and keeps its filters', async ({
	as,
	rally
}) => {
	const page = await as('organizer');
	await page.goto(`${rally}/mobilisation?secteur=public`);
	const card = page.getByRole('article').filter({ hasText: 'Logis Ardéchois' });
	await tabTo(page, card.locator('summary'));
	await page.keyboard.press('Enter');
	await card.getByLabel('Vers').selectOption('Contactée');
	await tabTo(page, card.getByRole('button', { name: 'Déplacer' }));
	await page.keyboard.press('Enter');
	await expect(message(page, 'passe à «\u202fContactée\u202f»')).toBeVisible();
	await expect(page).toHaveURL(/secteur=public$/);

	const plain = await as('organizer', { javaScriptEnabled: false });
	await plain.goto(`${rally}/mobilisation?secteur=public`);
	const same = plain.getByRole('article').filter({ hasText: 'Logis Ardéchois' });
	await same.locator('summary').click();
	await same.getByLabel('Vers').selectOption('Déclinée');
	await same.getByRole('button', { name: 'Déplacer' }).click();
	await expect(plain.getByRole('alert')).toContainText('Gardez la raison du refus');
	await same.getByLabel('Raison du refus').selectOption('Trop souvent sollicitée');
	await same.getByRole('button', { name: 'Déplacer' }).click();
	await expect(plain.getByRole('heading', { name: /^Déclinée/ })).toBeVisible();
	await expect(plain.getByText('passe à')).toBeVisible();
});

test('a second contact, a gift and how a company is followed are written down', async ({ as, rally }) => {
	const page = await as('organizer');
	await open(page, rally, 'Boulangerie Fleur de Meule');
	const here = page.url();
	await page.getByRole('link', { name: 'Ajouter une personne' }).click();
	await page.getByLabel('Nom', { exact: true }).fill('Paul Laurac');
	await page.getByLabel('Comment la joindre').selectOption('Par courriel seulement');
	await expectClean(page);
	await page.getByRole('button', { name: 'Ajouter cette personne' }).click();
	await expect(message(page, 'Paul Laurac est dans les personnes à joindre')).toBeVisible();
	await page.getByRole('link', { name: 'Modifier Paul Laurac' }).click();
	await page.getByRole('button', { name: 'En faire le contact principal' }).click();
	await expect(message(page, 'contact principal')).toBeVisible();
	await expect(page.locator('.people li').filter({ hasText: 'Paul Laurac' })).toContainText(
		'contact principal'
	);

	await page.goto(`${here}/engagements/nouveau`);
	await page.getByLabel('Ce qu’elle apporte').selectOption('Faire un don');
	await page.getByLabel(/^Montant ou valeur/).fill('beaucoup');
	await page.getByRole('button', { name: 'Noter l’engagement' }).click();
	await expect(page.getByRole('alert')).toContainText('Écrivez une somme en euros');
	await page.getByLabel(/^Montant ou valeur/).fill('1 250,50');
	await page.getByRole('button', { name: 'Noter l’engagement' }).click();
	await expect(page.getByText(/1.250,50.€/)).toBeVisible();

	await page.getByRole('link', { name: 'Modifier le suivi' }).click();
	await expect(page.getByRole('heading', { level: 1, name: /^Suivi/ })).toBeVisible();
	await page.getByLabel('Prochaine action').selectOption('Passer sur place');
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByRole('alert')).toContainText('Quel jour ?');
	await page.getByLabel(/^Le\b/).fill('2030-05-13');
	await expectClean(page);
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByText('Passer sur place lundi 13 mai')).toBeVisible();
});

test('who may only read reads it all, and finds nothing to press', async ({ as, rally }) => {
	const page = await as('reader');
	for (const path of ['', '/aujourdhui', '/chiffres']) {
		expect((await page.goto(`${rally}/mobilisation${path}`))?.status()).toBe(200);
		await expect(page.getByText('Déplacer')).toHaveCount(0);
	}
	await open(page, rally, 'Piscines Ardelle');
	await expect(page.getByRole('button', { name: /Noter|Déplacer/ })).toHaveCount(0);
	await expect(page.getByText('Doit voir avec son chef d’atelier.')).toBeVisible();
});
