import { expect, test } from '@playwright/test';
import { rallyPath, reader, signIn } from './pages';

test('who may only read sees everything and changes nothing', async ({ page }) => {
	await signIn(page, reader);
	const rally = await rallyPath(page);
	await page.goto(`${rally}/entreprises`);
	await expect(page.getByRole('link', { name: 'Ajouter une entreprise' })).toHaveCount(0);
	await expect(page.getByRole('button', { name: /Archiver/ })).toHaveCount(0);
	await page.getByRole('link', { name: 'Bricoval Aubenas' }).click();
	await expect(page.getByLabel('Nom de l’entreprise')).toBeDisabled();
	await expect(page.getByRole('button', { name: 'Enregistrer' })).toHaveCount(0);
	await expect(page.locator('.map-pin')).toBeVisible();
	await expect(page.locator('.map-pin.leaflet-interactive, .map-pin[tabindex="0"]')).toHaveCount(0);
	await expect(page.getByText('Faites glisser le repère')).toHaveCount(0);
	await page.goto(`${rally}/planning`);
	await expect(page.getByRole('button', { name: 'Recalculer' })).toHaveCount(0);

	const origin = new URL(page.url()).origin;
	for (const path of ['/entreprises?/archive', '/planning?/plan', '/reglages', '/documents?/give']) {
		const answer = await page.request.post(rally + path, {
			headers: { origin },
			form: { id: crypto.randomUUID() }
		});
		expect(answer.status(), path).toBe(404);
	}
	await page.goto('/rallyes');
	await page.getByRole('button', { name: 'Se déconnecter' }).click();
	await page.goto(`${rally}/participants`);
	await expect(page).toHaveURL(/connexion\?suite=/);
});
