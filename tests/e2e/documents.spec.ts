import type { Page } from '@playwright/test';
import { demoParticipants } from '../../src/lib/server/demo/people';
import { readPdf } from '../documents/pdf';
import { lastNameOf, situations } from './demo-people';
import { expect, test } from './people';

const download = async (page: Page, path: string) => {
	const answer = await page.request.get(path);
	expect(answer.status(), path).toBe(200);
	expect(answer.headers()['content-type']).toBe('application/pdf');
	const bytes = await answer.body();
	expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
	return readPdf(bytes);
};

/** Companies that the published plan visits, read from the planning page. */
async function visited(page: Page, rally: string): Promise<string[]> {
	await page.goto(`${rally}/planning`);
	const versions = page.getByLabel('Version', { exact: true });
	if (await versions.isVisible()) await versions.selectOption({ label: await published(page) });
	await expect(page.getByText('publiée', { exact: true })).toBeVisible();
	await page.getByRole('button', { name: 'Par entreprise' }).click();
	return page
		.getByRole('table', { name: 'Visites reçues par chaque entreprise' })
		.getByRole('row')
		.filter({ hasNotText: 'aucune visite' })
		.getByRole('rowheader')
		.allTextContents();
}

const published = async (page: Page): Promise<string> =>
	(await page.locator('#version option', { hasText: '(publiée)' }).textContent())!.trim();

test('the road books say everything of the visits and nothing of the people', async ({ as, rally }) => {
	const page = await as('organizer');
	const companies = await visited(page, rally);
	expect(companies.length).toBeGreaterThanOrEqual(12);
	const { pages, text, lang } = await download(page, `${rally}/documents/feuilles-de-route`);
	// A cover and two days for each of the five teams.
	expect(pages.length).toBeGreaterThanOrEqual(15);
	expect(lang).toMatch(/^fr/);
	for (const company of companies) expect(text).toContain(company);
	for (const person of demoParticipants) {
		expect(text).toContain(person.chosenName || person.firstName);
		expect(text).not.toMatch(lastNameOf(person));
		expect(text).not.toContain(person.phone);
	}
	for (const words of situations) expect(text).not.toMatch(words);

	const [one] = (await download(page, `${rally}/documents/feuilles-de-route?equipe=A`)).pages;
	expect(one).toContain('Équipe A');
});

test('the badges name everybody as they wish, and say no situation', async ({ as, rally }) => {
	const page = await as('organizer');
	for (const [format, perPage] of [
		['', 8],
		['?format=ten-die-cut', 10]
	] as const) {
		const { pages, text } = await download(page, `${rally}/documents/badges${format}`);
		// 24 participants and five accompanists.
		expect(pages).toHaveLength(Math.ceil(29 / perPage));
		for (const person of demoParticipants) {
			expect(text).toContain(person.chosenName || person.firstName);
			expect(text).not.toMatch(lastNameOf(person));
		}
		expect(text).not.toContain('Tatiana');
		for (const words of situations) expect(text).not.toMatch(words);
	}
});

test('the wall plan has one page a day and names every company visited', async ({ as, rally }) => {
	const page = await as('organizer');
	const companies = await visited(page, rally);
	const { pages, text } = await download(page, `${rally}/documents/tableau`);
	expect(pages).toHaveLength(2);
	// A long name is cut where it may be: the pieces are all there.
	for (const company of companies) expect(text.replaceAll(' ', '')).toContain(company.replaceAll(' ', ''));
});

test('a document starts its download from the page', async ({ as, rally }) => {
	const page = await as('organizer');
	await page.goto(`${rally}/documents`);
	const answer = page.waitForResponse(/\/documents\/badges$/);
	await page.getByRole('link', { name: 'À découper, huit par page (PDF)' }).click();
	expect((await answer).headers()['content-disposition']).toMatch(/badges.*\.pdf/);
	expect((await page.request.get(`${rally}/documents/feuilles-de-route?equipe=Z`)).status()).toBe(404);
});
