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

test('a document starts its download from the page, as it was asked for', async ({ as, rally }) => {
	const page = await as('organizer');
	await page.goto(`${rally}/documents`);
	const badges = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Badges' }) });
	await badges.getByLabel('Planche').selectOption('L7160, 21 étiquettes (64 × 38 mm)');
	await badges.getByLabel('Première place').fill('20');
	const answer = page.waitForResponse(/\/documents\/badges\?/);
	await badges.getByRole('button', { name: 'Badges (PDF)' }).click();
	expect((await answer).url()).toMatch(/format=l7160.*debut=20/);
	expect((await answer).headers()['content-disposition']).toMatch(/badges-l7160\.pdf/);
	// 29 badges from the twentieth place of 21: 2, 21, then 6.
	expect((await download(page, new URL((await answer).url()).pathname + '?format=l7160&debut=20')).pages).toHaveLength(3); // prettier-ignore
	expect((await page.request.get(`${rally}/documents/feuilles-de-route?equipe=Z`)).status()).toBe(404);
	expect((await page.request.get(`${rally}/documents/inconnu`)).status()).toBe(404);
});

/** The organisation and the accompanists' employers may also send people: named for themselves, they say nothing. */
const ofTheTeams = (text: string): string =>
	text.replaceAll('MIFE des Trois Rivières', '').replaceAll(/Employeur .{1,60}? Missionnée/g, 'Missionnée');

test('everything else that is printed is there, says no situation, and tells if it is out of date', async ({
	as,
	rally
}) => {
	const page = await as('organizer');
	for (const path of [
		'feuilles-de-route?equipe=A&format=a5',
		'ordres-de-mission',
		'carnets-de-bord',
		'emargement?par=rallye',
		'fiches-participants?equipe=A',
		'convocations?equipe=A',
		'diplomes?equipe=A',
		'fiches-accueil',
		'affichettes',
		'lots',
		'affiche?format=a4'
	]) {
		const { text } = await download(page, `${rally}/documents/${path}`);
		// A poster names the partners, who also send people, and nobody else.
		if (!path.startsWith('affiche'))
			for (const words of situations) expect(ofTheTeams(text), path).not.toMatch(words);
		for (const { phone } of demoParticipants) if (phone) expect(text, path).not.toContain(phone);
	}
	const calls = await download(page, `${rally}/documents/appels?jours=1`);
	expect(demoParticipants.some(({ phone }) => phone && calls.text.includes(phone))).toBe(true);
	await page.goto(`${rally}/documents?papier=1`);
	await expect(page.getByText(/Votre papier est (à jour|la version 1|un brouillon)/)).toBeVisible();
});

test('the backup pack is prepared while one waits, then taken; places leave for a GPS', async ({
	as,
	rally
}) => {
	const page = await as('organizer');
	await page.goto(`${rally}/documents`);
	const pack = page.getByRole('region', { name: 'Dossier de secours' });
	await pack.getByRole('button', { name: /Préparer/ }).click();
	const link = pack.getByRole('link', { name: 'Télécharger le dossier (PDF)' });
	await expect(link).toBeVisible({ timeout: 30_000 });
	const { text, pages } = await download(page, (await link.getAttribute('href'))!);
	expect(pages.length).toBeGreaterThan(30);
	for (const said of ['Numéros utiles', 'Feuille d’émargement', 'Incidents']) expect(text).toContain(said);
	for (const words of situations) expect(ofTheTeams(text)).not.toMatch(words);

	await pack.getByText('L’envoyer la veille').click();
	await pack.getByLabel('Adresse').fill('pas une adresse');
	await pack.getByRole('button', { name: 'Enregistrer l’envoi' }).click();
	await expect(pack.getByLabel('Adresse')).toHaveValue('pas une adresse');
	await expect(pack.getByLabel('Adresse')).toHaveAttribute('aria-invalid', 'true');

	for (const format of ['gpx', 'geojson']) {
		const track = await page.request.get(`${rally}/documents/trace?equipe=A&format=${format}`);
		expect(track.status()).toBe(200);
		expect(track.headers()['content-disposition']).toContain(`equipe-a.${format}`);
		const body = await track.text();
		for (const person of demoParticipants) expect(body).not.toMatch(lastNameOf(person));
	}
});
