import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The demonstration's accounts (src/lib/server/demo/seed-demo.ts). */
export const password = 'rallye-de-demonstration';
export const organizer = 'organisation@demo.example';
export const reader = 'lecture@demo.example';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function signIn(page: Page, email = organizer): Promise<void> {
	await page.goto('/connexion');
	await page.getByLabel('Adresse e-mail').fill(email);
	await page.getByLabel('Mot de passe', { exact: true }).fill(password);
	await page.getByRole('button', { name: 'Se connecter' }).click();
	await expect(page.getByRole('heading', { name: 'Vos rallyes' })).toBeVisible();
}

/** Address of the demonstration's rally; somebody must be signed in. */
export async function rallyPath(page: Page): Promise<string> {
	await page.goto('/rallyes');
	return (await page
		.getByRole('link', { name: 'Rallye pour l’emploi du bassin d’Aubenas' })
		.getAttribute('href'))!;
}

/** What axe finds wrong: WCAG 2.2 AA and good practice. */
export async function faults(page: Page): Promise<string[]> {
	await page.evaluate(`${axe};undefined`);
	return page.evaluate(async () => {
		const tool = (
			window as unknown as {
				axe: {
					run: (
						root: Document,
						options: object
					) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
				};
			}
		).axe;
		const only = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
		const { violations } = await tool.run(document, { runOnly: only });
		// 2.5.8 excepts a target whose function another one of the page has: what a marker does, the lists do too.
		const excepted = (id: string, html: string) =>
			id === 'target-size' && html.includes('leaflet-marker-icon');
		return violations
			.map(({ id, nodes }) => ({
				id,
				html: nodes.map(({ html }) => html).filter((html) => !excepted(id, html))
			}))
			.filter(({ html }) => html.length > 0)
			.map(({ id, html }) => `${id}: ${html.map((node) => node.slice(0, 160)).join(' | ')}`);
	});
}

/** Collects what the browser complains about: script errors, content that the security policy stops. */
export function complaints(page: Page): string[] {
	const heard: string[] = [];
	page.on('pageerror', (error) => heard.push(String(error)));
	page.on('console', (message) => {
		// The browser itself notes every answer of 4xx; the tests look at those on purpose.
		if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
			heard.push(message.text());
	});
	return heard;
}

export const overflow = (page: Page): Promise<number> =>
	page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
