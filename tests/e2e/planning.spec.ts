import { expect, test, type Page } from '@playwright/test';
import { demoParticipants } from '../../src/lib/server/demo/people';
import { readPdf } from '../documents/pdf';
import { complaints, faults, overflow, rallyPath, signIn } from './pages';

/** « Moulin » is nobody in « Moulinage ». */
const word = (text: string) => new RegExp(`(?<!\\p{L})${text}(?!\\p{L})`, 'u');

const download = async (page: Page, path: string): Promise<Buffer> => {
	const answer = await page.request.get(path);
	expect(answer.status(), path).toBe(200);
	expect(answer.headers()['content-type']).toBe('application/pdf');
	return answer.body();
};

test('the demonstration is planned, computed again, published and printed', async ({ page }) => {
	test.setTimeout(120_000);
	const heard = complaints(page);
	await signIn(page);
	const rally = await rallyPath(page);
	await page.goto(`${rally}/planning`);
	await expect(page.getByText('Chaque équipe fait les visites que demande la charte.')).toBeVisible();
	await expect(page.locator('strong', { hasText: 'Version 1' })).toBeVisible();
	await expect(page.locator('.screen').getByRole('button', { name: /Équipe/ })).toHaveCount(5);

	// One selection for the timeline and the lists.
	const visit = page.locator('.screen .visit button').first();
	const company = (await visit.locator('.name').textContent())!;
	await visit.focus();
	await page.keyboard.press('Enter');
	await expect(visit).toHaveAttribute('aria-pressed', 'true');
	await page.getByRole('button', { name: 'Par entreprise' }).click();
	await expect(page.getByRole('row', { name: company }).getByRole('button')).toHaveAttribute(
		'aria-pressed',
		'true'
	);

	await page.getByLabel('Temps de recherche').selectOption('5');
	await page.getByRole('button', { name: 'Recalculer' }).click();
	await expect(page.getByRole('progressbar')).toBeVisible();
	await page.getByRole('button', { name: 'Arrêter et garder le meilleur trouvé' }).click();
	await expect(page.locator('strong', { hasText: 'Version 2' })).toBeVisible({ timeout: 30_000 });
	await expect(page.getByText('brouillon', { exact: true })).toBeVisible();
	await page.getByRole('button', { name: 'Publier cette version' }).click();
	await expect(page.getByText('La version 2 est publiée')).toBeVisible();

	const books = await readPdf(await download(page, `${rally}/documents/feuilles-de-route`));
	const badges = await readPdf(await download(page, `${rally}/documents/badges`));
	const wall = await readPdf(await download(page, `${rally}/documents/tableau`));
	const words = books.pages.join(' ');
	expect(books.pages.length).toBeGreaterThanOrEqual(15);
	expect(wall.pages).toHaveLength(2);
	expect(words).toContain(company);
	for (const { firstName, lastName, chosenName, phone } of demoParticipants) {
		expect(words).toContain(chosenName || firstName);
		expect(badges.pages.join(' ')).toContain(chosenName || firstName);
		expect(words).not.toMatch(word(lastName));
		expect(words).not.toContain(phone);
	}
	expect(words).not.toMatch(/RSA|RQTH|DELD|QPV|PLIE/);
	expect(heard).toEqual([]);
});

test('a team’s page opens without an account, says first names only, and closes', async ({
	page,
	browser
}) => {
	await signIn(page);
	const rally = await rallyPath(page);
	await page.goto(`${rally}/documents`);
	const address = (await page.locator('a.address').first().getAttribute('href'))!;

	const outside = await browser.newContext({ viewport: { width: 320, height: 640 } });
	const phone = await outside.newPage();
	const heard = complaints(phone);
	let scripts = 0;
	phone.on('response', async (answer) => {
		if (answer.url().endsWith('.js'))
			scripts += Number(answer.headers()['content-length'] ?? (await answer.body()).length);
	});
	const answer = await phone.goto(address);
	expect(answer?.status()).toBe(200);
	expect(answer?.headers()['referrer-policy']).toBe('no-referrer');
	await phone.waitForLoadState('networkidle');
	await expect(phone.getByRole('heading', { name: /^Équipe [A-E]$/ })).toBeVisible();
	await expect(phone.getByRole('link', { name: /^Appeler/ }).first()).toHaveAttribute('href', /^tel:0/);
	await expect(phone.getByRole('link', { name: /^Waze/ }).first()).toBeVisible();
	expect(await overflow(phone)).toBeLessThanOrEqual(0);
	expect(await faults(phone)).toEqual([]);
	expect(scripts, 'bytes of script, compressed').toBeLessThan(100_000);

	const source = await phone.content();
	for (const { lastName, phone: number } of demoParticipants) {
		expect(source).not.toMatch(word(lastName));
		expect(source).not.toContain(number);
	}
	expect(source).not.toMatch(/RSA|RQTH|DELD|job-seeker|long-term|disabled|wheelchair/);
	expect(heard).toEqual([]);

	const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await plain.goto(address);
	await expect(plain.getByText('Dans la voiture')).toBeVisible();

	await page.getByRole('button', { name: 'Fermer la page' }).first().click();
	await expect(page.getByText(/est fermée/)).toBeVisible();
	expect((await phone.goto(address))?.status()).toBe(404);
	expect((await phone.goto('/itineraire/nimporte-quoi'))?.status()).toBe(404);
	await page.getByRole('button', { name: 'Ouvrir les pages des équipes' }).click();
	await expect(page.locator('a.address')).toHaveCount(5);
	expect(await page.locator('a.address').first().getAttribute('href')).not.toBe(address);
	await outside.close();
});

test('a road time typed by hand wins, and the estimate comes back', async ({ page }) => {
	await signIn(page);
	await page.goto(`${await rallyPath(page)}/trajets`);
	await page.getByLabel('À', { exact: true }).selectOption('Bricoval Aubenas');
	await page.getByLabel('Minutes').fill('41');
	await page.getByRole('button', { name: 'Enregistrer ce temps' }).click();
	const row = page.getByRole('row', { name: /Bricoval Aubenas/ });
	await expect(row).toContainText('41');
	await expect(row).toContainText('saisi');
	await page.getByLabel('À', { exact: true }).selectOption('Bricoval Aubenas');
	await page.getByLabel('Minutes').fill('');
	await page.getByRole('button', { name: 'Enregistrer ce temps' }).click();
	await expect(row).toContainText('estimé');
});
