import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { answering, freePort, servers, temporaryFolder } from '../../tests/e2e/servers';
import { openBrowser } from './open-browser';

/** Times each measure is taken. */
const TIMES = 30;
const OPENINGS = 5;

/**
 * The planning table in a real browser, 28 teams, 56 companies, 280 visits: from the address to all rows drawn and the
 * page listening, from a key to what it changed on screen, and the frames of a scroll. Milliseconds of the wall clock.
 */
export async function benchTablePage(): Promise<void> {
	const data = temporaryFolder();
	process.env.DATA_DIR = data;
	process.env.DATABASE_URL = '';
	// Settings are read once, with what reads them: only now.
	const { openOwnDatabase } = await import('../lib/server/db/client');
	const { account, seedLargeRally } = await import('./bench-large-rally');
	const own = await openOwnDatabase();
	const rally = await seedLargeRally(own.db, '2027-06-08');
	await own.close();
	const started = servers();
	const server = started.start('large', { port: await freePort(), copyOf: data, aloud: true });
	await answering(server);
	const browser = await openBrowser();
	try {
		const page = await browser.newPage({
			baseURL: server.origin,
			viewport: { width: 1366, height: 768 },
			locale: 'fr-FR'
		});
		await page.goto('/connexion');
		await page.getByLabel('Adresse e-mail').fill(account.email);
		await page.getByLabel('Mot de passe', { exact: true }).fill(account.password);
		await page.getByRole('button', { name: 'Se connecter' }).click();
		await page.waitForURL('**/rallyes');
		// Opened as the planning page does: its plan, made by rule, has no problem to explain there.
		await page.request.post(`/rallyes/${rally}/planning/table?/open`, {
			form: { number: 1 },
			headers: { origin: server.origin }
		});
		await page.goto(`/rallyes/${rally}/planning/table`);
		await page.waitForSelector('[data-visit]');
		const visits = await page.locator('[data-visit]').count();

		const painted: number[] = [];
		const ready: number[] = [];
		for (let i = 0; i < OPENINGS; i++) {
			await page.goto(`/rallyes/${rally}/planning/table`);
			await page.waitForSelector('form[action="?/keep"] button:enabled');
			ready.push(await page.evaluate(() => performance.now()));
			painted.push(
				await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]!.startTime)
			);
		}
		// Nobody edits in the second when a page opens: what it prepares while nothing is asked is prepared.
		await page.waitForTimeout(2000);
		const edits = await gestures(page);
		await page.locator('[data-visit]').first().click();
		const edited = await gestures(page);
		const frames = await page.evaluate(async () => {
			const grid = document.querySelector<HTMLElement>('.grid')!;
			const took: number[] = [];
			let last = performance.now();
			for (let i = 0; i < 60; i++) {
				grid.scrollTop += 24;
				grid.scrollLeft += 12;
				await new Promise((resolve) => requestAnimationFrame(resolve));
				took.push(performance.now() - last);
				last = performance.now();
			}
			return took;
		});
		console.log(
			'\nTable du planning dans le navigateur (ms d’horloge, médiane ; neuf fois sur dix ; au plus)'
		);
		console.log(`${visits} visites`);
		console.log(`première image ${told(painted)}, prête à modifier ${told(ready)}`);
		console.log(`geste visible ${told(edits)}, une visite ouverte à côté ${told(edited)}`);
		console.log(`le premier geste ${edits[0]!.toFixed(0)}, et les plus longs : ${longest(edits)}`);
		console.log(`image pendant le défilement ${told(frames)}`);
	} finally {
		await browser.close();
		await started.clear();
		rmSync(data, { recursive: true, force: true });
	}
}

/** From a key to the frame after which what it changed is drawn, again and again. */
const gestures = (page: Page): Promise<number[]> =>
	page.evaluate(async (times) => {
		const all = [...document.querySelectorAll<HTMLElement>('[data-visit]')];
		const took: number[] = [];
		for (let i = 0; i < times; i++) {
			const id = all[(i * 7) % all.length]!.dataset.visit!;
			const button = document.querySelector<HTMLElement>(`[data-visit="${id}"]`)!;
			button.focus({ preventScroll: true });
			const began = performance.now();
			const key = i % 2 ? 'ArrowLeft' : 'ArrowRight';
			button.dispatchEvent(
				new KeyboardEvent('keydown', { key, altKey: true, bubbles: true, cancelable: true })
			);
			// What comes after the frame in which it is drawn.
			await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
			took.push(performance.now() - began);
			await new Promise((resolve) => setTimeout(resolve, 60));
		}
		return took;
	}, TIMES);

/** Which gestures took longest, and how long. */
const longest = (times: number[]): string =>
	times
		.map((time, at) => ({ time, at }))
		.sort((a, b) => b.time - a.time)
		.slice(0, 4)
		.map(({ time, at }) => `${time.toFixed(0)} (${at + 1}ᵉ)`)
		.join(', ');

function told(times: number[]): string {
	const sorted = [...times].sort((a, b) => a - b);
	const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
	return [at(0.5), at(0.9), sorted.at(-1)!].map((time) => time.toFixed(0)).join(' ; ');
}
