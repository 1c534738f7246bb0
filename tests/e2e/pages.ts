import { expect, type Locator, type Page } from '@playwright/test';

export { complaints, faults, overflow } from './inspect';

export const password = 'rallye-de-demonstration';
export const reader = 'lecture@demo.example';

export async function signIn(
	page: Page,
	email = 'organisation@demo.example',
	secret = password,
	arrives = 'Vos rallyes'
): Promise<void> {
	await page.goto('/connexion');
	await page.getByLabel('Adresse e-mail').fill(email);
	await page.getByLabel('Mot de passe', { exact: true }).fill(secret);
	await page.getByRole('button', { name: 'Se connecter' }).click();
	await expect(page.getByRole('heading', { name: arrives })).toBeVisible();
}

/** Address of the demonstration's rally; somebody must be signed in. */
export async function rallyPath(page: Page): Promise<string> {
	await page.goto('/rallyes');
	return (await page
		.getByRole('link', { name: 'Rallye pour l’emploi du bassin d’Aubenas' })
		.getAttribute('href'))!;
}

/** The message left by what was just done. */
export const message = (page: Page, text: string | RegExp): Locator =>
	page.getByRole('main').getByRole('status').filter({ hasText: text });

/** Opens a record from its list and waits for its page: both hold fields of the same names. */
export async function openRecord(page: Page, list: string, name: string): Promise<void> {
	await page.goto(`${list}?q=${encodeURIComponent(name)}`);
	await page.getByRole('rowheader').getByRole('link', { name, exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
}

export const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).click();

/** First cells of a list, in order. */
export const namesIn = (page: Page): Promise<string[]> =>
	page.getByRole('rowheader').getByRole('link').allTextContents();

/** Presses Tab until the wanted element has the focus; fails when it is never reached. */
export async function tabTo(page: Page, wanted: Locator, most = 120): Promise<void> {
	for (let presses = 0; presses < most; presses++) {
		if (await wanted.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab never reached ${wanted}`);
}
