import { expect, test } from '@playwright/test';
import { complaints, faults, overflow, rallyPath, signIn } from './pages';

const organizerPages = [
	'',
	'/reglages',
	'/entreprises',
	'/entreprises/nouvelle',
	'/entreprises?archives=1',
	'/entreprises/adresses',
	'/participants',
	'/participants/nouveau',
	'/vehicules',
	'/vehicules/nouveau',
	'/accompagnateurs',
	'/accompagnateurs/nouveau',
	'/partenaires',
	'/partenaires/nouveau',
	'/trajets',
	'/planning',
	'/documents',
	'/charte'
];

for (const scheme of ['light', 'dark'] as const) {
	test(`no page has an accessibility fault, an error or a breach, in the ${scheme} theme`, async ({
		browser
	}) => {
		test.setTimeout(180_000);
		const page = await browser.newPage({ colorScheme: scheme, viewport: { width: 1280, height: 800 } });
		const heard = complaints(page);
		await signIn(page);
		const rally = await rallyPath(page);
		const paths = [
			'/rallyes',
			'/rallyes/nouveau',
			'/compte',
			'/organisation',
			...organizerPages.map((path) => rally + path)
		];
		for (const path of paths) {
			const answer = await page.goto(path);
			expect(answer?.status(), path).toBe(200);
			await page.waitForLoadState('networkidle');
			expect(await faults(page), `${path} (${scheme})`).toEqual([]);
		}
		expect(heard).toEqual([]);
		await page.close();
	});
}

test('every page fits a phone of 320 pixels', async ({ browser }) => {
	test.setTimeout(120_000);
	const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
	await signIn(page);
	const rally = await rallyPath(page);
	for (const path of ['/rallyes', '/compte', ...organizerPages.map((path) => rally + path)]) {
		await page.goto(path);
		await page.waitForLoadState('networkidle');
		expect(await overflow(page), path).toBeLessThanOrEqual(0);
	}
	await page.close();
});

test('pages for anybody are clean too', async ({ page }) => {
	for (const path of [
		'/connexion',
		'/mot-de-passe-oublie',
		'/invitation/inconnue',
		'/nouveau-mot-de-passe/inconnu'
	]) {
		await page.goto(path);
		expect(await faults(page), path).toEqual([]);
	}
	expect((await page.goto('/n-importe-quoi'))?.status()).toBe(404);
	expect(await faults(page)).toEqual([]);
});
