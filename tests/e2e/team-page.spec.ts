import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { demoParticipants } from '../../src/lib/server/demo/people';
import { lastNameOf } from './demo-people';
import { expectClean, faults } from './inspect';
import { message } from './pages';
import { expect, test } from './people';

const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };

/** The address of a team's page, as the organizer finds it. */
async function addressOf(page: Page, rally: string, letter: string): Promise<string> {
	await page.goto(`${rally}/documents`);
	const address = page
		.getByRole('listitem')
		.filter({ hasText: `Équipe ${letter}` })
		.locator('a.address');
	return (await address.getAttribute('href'))!;
}

/** Its visits on the first day, as the organizer reads them: name and hours. */
const statusWords =
	/RSA|RQTH|DELD|\bQPV\b|\bSIAE\b|\bPLIE\b|job-seeker|long-term|retraining|disabled|refugee|wheelchair|insertion|handicap|réfugié|demandeu/i;

/** A team's card among the pages of the teams. */
const cardOf = (page: Page, letter: string) =>
	page
		.getByRole('region', { name: 'La page de chaque équipe' })
		.getByRole('listitem')
		.filter({ hasText: `Équipe ${letter}` });

test('an address is copied, and opens the team’s page for whoever has it', async ({ as, rally }) => {
	const page = await as('organizer', { permissions: ['clipboard-read', 'clipboard-write'] });
	const address = await addressOf(page, rally, 'A');
	await page.getByRole('button', { name: 'Copier l’adresse : Copier l’adresse de l’équipe A' }).click();
	await expect(page.getByRole('button', { name: /^Copiée/ })).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);

	const seen = await as('nobody', phone);
	const answer = await seen.goto(address);
	expect(answer?.status()).toBe(200);
	expect(answer?.headers()['referrer-policy']).toBe('same-origin');
	expect(answer?.headers()['x-robots-tag']).toBe('noindex');
	expect(answer?.headers()['cache-control']).toContain('no-store');
	await expect(seen.getByRole('heading', { level: 1, name: 'Équipe A' })).toBeVisible();
	await expect(seen.getByRole('link', { name: 'Appeler Camille Organise' })).toHaveAttribute(
		'href',
		'tel:0475000001'
	);
	for (const call of await seen.getByRole('link', { name: /^Appeler/ }).all())
		await expect(call).toHaveAttribute('href', /^tel:0\d{9}$/);
	for (const way of await seen.getByRole('link', { name: /^Waze vers/ }).all())
		await expect(way).toHaveAttribute('href', /^https:\/\/waze\.com\/ul\?/);
	await expectClean(seen);

	await page.reload();
	await expect(cardOf(page, 'A')).toContainText('Ouverte le');
});

test('it holds first names only: no situation, last name nor number of a participant', async ({
	as,
	rally
}) => {
	const page = await as('organizer');
	const seen = await as('nobody', phone);
	const everybody = new Set<string>();
	for (const letter of ['A', 'B', 'C', 'D', 'E']) {
		const address = await addressOf(page, rally, letter);
		// What is sent and what the page makes of it.
		const sent = await (await seen.request.get(address)).text();
		await seen.goto(address);
		for (const source of [sent, await seen.content()]) {
			for (const person of demoParticipants) {
				expect(source).not.toMatch(lastNameOf(person));
				expect(source).not.toContain(person.phone);
				expect(source).not.toContain(person.phone.replaceAll(' ', ''));
			}
			expect(source).not.toMatch(statusWords);
		}
		const inTheCar = await seen.getByRole('region', { name: 'Dans la voiture' }).textContent();
		for (const { firstName, chosenName } of demoParticipants)
			if (inTheCar!.includes(chosenName || firstName)) everybody.add(firstName);
	}
	expect(everybody.size).toBe(24);
});

test('on the day it says what goes on now and what comes next', async ({ as, rally }) => {
	const page = await as('organizer');
	const address = await addressOf(page, rally, 'A');
	await page.goto(`${rally}/planning`);
	const date = await page.locator('.screen').getByRole('region').getAttribute('aria-label');

	const seen = await as('nobody', phone);
	await seen.goto(address);
	const day = seen.getByRole('region', { name: date!.replace('Planning du ', '') });
	const visits = await day.getByRole('heading', { level: 3 }).allTextContents();
	const hours = await day.locator('.hours').allTextContents();
	const first = hours.findIndex((text) => / à /.test(text) && !text.startsWith('Départ'));
	const [hour, minute] = /(\d+)\s*h\s*(\d*)/.exec(hours[first]!)!.slice(1).map(Number);

	const iso = await rallyDate(page, rally);
	const at = new Date(`${iso}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00`);
	await seen.clock.install({ time: at.getTime() + offset(iso) + 5 * 60_000 });
	await seen.goto(address);
	const now = seen.getByRole('region', { name: 'Maintenant' });
	// The page looks at the clock every twenty seconds, once it is ready.
	const tick = (text: string) =>
		expect(async () => {
			await seen.clock.runFor(21_000);
			await expect(now).toContainText(text, { timeout: 500 });
		}).toPass({ timeout: 15_000 });
	await tick(visits[first]!);
	await expect(now).toContainText('Ensuite, à');
	await expect(day.getByText('passé')).toHaveCount(1);

	await seen.clock.setSystemTime(new Date(`${iso}T22:00:00`).getTime() + offset(iso));
	await tick('La journée est terminée. Merci');
	// Every stop is behind: paler, and still read with ease.
	expect(await faults(seen)).toEqual([]);
});

test('it weighs little and is read without JavaScript', async ({ as, rally }) => {
	const page = await as('organizer');
	const address = await addressOf(page, rally, 'B');

	const seen = await as('nobody', phone);
	const scripts: Promise<number>[] = [];
	seen.on('response', (answer) => {
		if (/\.js(\?|$)/.test(answer.url())) scripts.push(answer.body().then((body) => gzipSync(body).length));
	});
	await seen.goto(address);
	await seen.waitForLoadState('networkidle');
	const bytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
	expect(bytes).toBeGreaterThan(0);
	expect(bytes, 'bytes of script, gzipped').toBeLessThan(100_000);

	const plain = await as('nobody', { ...phone, javaScriptEnabled: false });
	await plain.goto(address);
	await expect(plain.getByRole('heading', { level: 1, name: 'Équipe B' })).toBeVisible();
	await expect(plain.getByRole('region', { name: 'Dans la voiture' })).toBeVisible();
	await expect(plain.getByRole('link', { name: /^Appeler/ }).first()).toBeVisible();
	expect(await plain.getByRole('article').count()).toBeGreaterThanOrEqual(8);
});

test('a page that is closed shows nothing more; another address opens again', async ({ as, rally }) => {
	const page = await as('organizer');
	const seen = await as('nobody', phone);
	const before = await addressOf(page, rally, 'C');
	const team = cardOf(page, 'C');
	await team.getByRole('button', { name: 'Fermer la page' }).click();
	await expect(message(page, 'La page de l’équipe C est fermée.')).toBeVisible();
	await expect(team).toContainText('Pas de page ouverte.');

	const answer = await seen.goto(before);
	expect(answer?.status()).toBe(404);
	await expect(seen.getByText('Ce lien ne mène plus à une feuille de route.')).toBeVisible();
	await expectClean(seen);
	expect((await seen.goto('/itineraire/nimporte-quoi'))?.status()).toBe(404);

	await page.getByRole('button', { name: 'Ouvrir les pages des équipes' }).click();
	await expect(page.locator('a.address')).toHaveCount(5);
	const after = await addressOf(page, rally, 'C');
	expect(after).not.toBe(before);
	expect((await seen.goto(before))?.status()).toBe(404);
	expect((await seen.goto(after))?.status()).toBe(200);

	await team.getByRole('button', { name: 'Changer l’adresse' }).click();
	await expect(message(page, 'L’équipe C a une nouvelle adresse')).toBeVisible();
	expect((await seen.goto(after))?.status()).toBe(404);
});

/** First day of the rally, from its settings. */
async function rallyDate(page: Page, rally: string): Promise<string> {
	await page.goto(`${rally}/reglages`);
	return page.locator('input[name="programme.0.date"]').inputValue();
}

/** Milliseconds from this machine's wall clock to that of France on that day. */
const offset = (date: string): number => {
	const noon = new Date(`${date}T12:00:00`);
	const hour = new Intl.DateTimeFormat('fr-FR', {
		hour: 'numeric',
		hourCycle: 'h23',
		timeZone: 'Europe/Paris'
	})
		.formatToParts(noon)
		.find(({ type }) => type === 'hour')!.value;
	return (12 - Number(hour)) * 3_600_000;
};
