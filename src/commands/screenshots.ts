import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { answering, freePort, servers } from '../../tests/e2e/servers';
import { rallyPath, signIn } from '../../tests/e2e/pages';
import { openBrowser } from './open-browser';

/**
 * Makes the pictures of the README and of the guide again, from the demonstration: `npm run build && npm run screenshots`.
 * Everything on them is invented.
 */
const GUIDE = 'docs/guide/images';
const own = servers();
const server = own.start('demo', { port: await freePort(), demo: true, aloud: true });
await answering(server);
const browser = await openBrowser();
try {
	mkdirSync(GUIDE, { recursive: true });
	const page = await browser.newPage({
		baseURL: server.origin,
		viewport: { width: 1366, height: 768 },
		locale: 'fr-FR',
		timezoneId: 'Europe/Paris'
	});
	// The demonstration computes and publishes its plan before anybody can sign in.
	await signIn(page);
	const rally = await rallyPath(page);
	await page.goto(`${rally}/planning`);
	await picture(page, 'docs/images/planning.png');

	await page.getByRole('button', { name: 'Modifier à la main' }).click();
	await page.waitForSelector('form[action="?/keep"] button:enabled');
	for (const [view, name] of [
		['team', 'table-equipes'],
		['company', 'table-entreprises'],
		['person', 'table-personnes'],
		['map', 'table-carte']
	] as const) {
		await page.getByLabel('Vue').selectOption(view);
		await picture(page, `${GUIDE}/${name}.png`);
	}
	await page.getByLabel('Vue').selectOption('team');
	const visit = page.locator('[data-visit]').nth(2);
	await visit.click();
	await visit.press('Alt+ArrowRight');
	await page.getByRole('heading', { name: /points? à voir$/ }).waitFor();
	await picture(page, `${GUIDE}/table-ce-qui-ne-va-pas.png`);
	await page.getByRole('button', { name: 'Abandonner' }).click();
	await page.waitForURL(/planning$/);

	await page.goto(`${rally}/planning/scenarios`);
	await page.getByLabel('Entreprise en moins').selectOption({ index: 1 });
	await page.getByRole('button', { name: 'Essayer', exact: true }).click();
	await page.getByRole('heading', { name: 'Côte à côte' }).waitFor({ timeout: 60_000 });
	await page.getByRole('heading', { name: 'Côte à côte' }).scrollIntoViewIfNeeded();
	await picture(page, `${GUIDE}/scenarios.png`);

	await page.goto(`${rally}/planning/publier?version=1`);
	await picture(page, `${GUIDE}/publier.png`);
	await page.goto(`${rally}/planning/avis`);
	await picture(page, `${GUIDE}/qui-prevenir.png`);
} finally {
	await browser.close();
	await own.clear();
}

async function picture(page: Page, path: string): Promise<void> {
	await page.waitForLoadState('networkidle');
	await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
	console.log(path);
}
