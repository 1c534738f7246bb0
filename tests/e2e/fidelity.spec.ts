import type { Page } from '@playwright/test';
import { expectClean } from './inspect';
import { message } from './pages';
import { expect, test } from './people';

const NETWORK = 'Amorcer la constitution d’un réseau';
const row = (page: Page) => page.getByRole('article').filter({ hasText: NETWORK });
const choose = async (page: Page, label: RegExp) => {
	const radio = row(page).getByRole('radio', { name: label });
	// The page may still be waking up, and close what was opened before.
	await expect(async () => {
		if (!(await radio.isVisible())) await row(page).getByText('Répondre').click();
		await expect(radio).toBeVisible({ timeout: 1000 });
	}).toPass();
	await radio.check();
};
const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer la grille' }).click();

test('two people answer the same row of the grid: both answers are shown, and mine is kept on purpose', async ({
	as,
	rally
}) => {
	const one = await as('organizer');
	const two = await as('organizer');
	for (const page of [one, two]) await page.goto(`${rally}/fidelite`);
	await choose(one, /^3 /);
	await save(one);
	await expect(message(one, '1 ligne')).toBeVisible();

	await choose(two, /^1 /);
	await row(two).getByRole('textbox').fill('Peu de contacts notés');
	await save(two);
	await expect(two.getByRole('alert')).toContainText('en même temps que vous');
	await expect(row(two)).toContainText('a répondu');
	await expect(row(two)).toContainText('Peu de contacts notés');
	await expectClean(two);
	await save(two);
	await expect(message(two, '1 ligne')).toBeVisible();
	await expect(row(two)).toContainText('Votre réponse 1');

	const printed = await two.request.get(`${rally}/documents/fidelite`);
	expect([printed.status(), printed.headers()['content-type']]).toEqual([200, 'application/pdf']);

	await choose(two, /^Pas de réponse/);
	await row(two).getByRole('textbox').fill('');
	await save(two);
	await expect(row(two)).toContainText('pas de réponse');

	const reader = await as('reader');
	await reader.goto(`${rally}/fidelite`);
	await expect(reader.getByText('Répondre')).toHaveCount(0);
	await expectClean(reader);
});

test('a task is done and taken back; a funder’s amounts add up', async ({ as, rally }) => {
	const page = await as('organizer', { viewport: { width: 390, height: 844 } });
	await page.goto(`${rally}/preparation`);
	await expect(page.getByText('1 tâche en retard')).toBeVisible();
	await page.getByRole('button', { name: /^C’est fait.*affiche et annonce/ }).click();
	await expect(page.getByText('1 tâche en retard')).toHaveCount(0);
	await page.getByRole('button', { name: 'Annuler' }).click();
	await expect(page.getByText('1 tâche en retard')).toBeVisible();
	await page.goto(`${rally}/financeurs`);
	await expect(page.getByRole('main')).toContainText(/Dont accordé\s*3\s500\s€/);
});
