import { message, openRecord, save } from './pages';
import { expect, test } from './people';

test('settings refuse what no rally can be, keep what was typed, and save', async ({ as, rally }) => {
	const page = await as('organizer');
	await page.goto(`${rally}/reglages`);
	await page.getByLabel('Durée d’une visite').fill('des heures');
	await save(page);
	await expect(page.getByRole('alert')).toBeFocused();
	await expect(page.getByLabel('Durée d’une visite')).toHaveValue('des heures');
	await expect(page.getByLabel('Durée d’une visite')).toHaveAttribute('aria-invalid', 'true');

	await page.getByLabel('Durée d’une visite').fill('60');
	await page.getByLabel('Territoire').fill('Bassin d’Aubenas et vallées');
	await save(page);
	await expect(message(page, 'Le programme et les réglages sont enregistrés.')).toBeVisible();
	await expect(page.getByText(/Bassin d’Aubenas et vallées/)).toBeVisible();
});

test('a rally is moved by its first day, and all that was said of its days goes along', async ({
	as,
	rally
}) => {
	const page = await as('organizer');
	const first = () => page.locator('input[name="programme.0.date"]').inputValue();
	const move = async (to: string) => {
		await page.goto(`${rally}/reglages`);
		const before = await first();
		await page.getByLabel('Décaler tout le rallye').fill(to);
		await save(page);
		return before;
	};
	const later = (date: string, days: number) =>
		new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
	await page.goto(`${rally}/reglages`);
	const start = await first();
	expect(await move(later(start, 7))).toBe(start);
	await expect(message(page, /Tout le rallye a lieu 7\sjours plus tard/)).toContainText(
		/les créneaux de \d+\sentreprises.*la clôture.*les visites du planning/,
		// Every slot, closing and visit is written: seconds on a machine that does something else too.
		{ timeout: 30_000 }
	);
	await page.goto(`${rally}/planning`);
	await expect(
		page
			.locator('.screen')
			.getByRole('button', { name: /à \d+\sh/ })
			.first()
	).toBeVisible();
	await move(start);
	await expect(message(page, /7\sjours plus tôt/)).toBeVisible();
});

test('a road time typed by hand wins, and the estimate comes back', async ({ as, rally }) => {
	const page = await as('organizer');
	await page.goto(`${rally}/trajets`);
	const type = async (minutes: string) => {
		await page.getByLabel('À', { exact: true }).selectOption('Bricoval Aubenas');
		await page.getByLabel('Minutes').fill(minutes);
		await page.getByRole('button', { name: 'Enregistrer ce temps' }).click();
	};
	const row = page.getByRole('row', { name: /Bricoval Aubenas/ });
	await expect(row).toContainText('estimé');
	await type('41');
	await expect(message(page, 'Le temps saisi compte désormais.')).toBeVisible();
	await expect(row).toContainText('41');
	await expect(row).toContainText('saisi');
	await type('beaucoup');
	await expect(page.getByLabel('Minutes')).toHaveAttribute('aria-invalid', 'true');
	await expect(page.getByLabel('Minutes')).toHaveValue('beaucoup');
	await type('');
	await expect(message(page, 'Ce trajet n’a plus de temps saisi.')).toBeVisible();
	await expect(row).toContainText('estimé');
});

test('the charter is shown rule by rule, and follows what is entered', async ({ as, rally }) => {
	const page = await as('organizer');
	await page.goto(`${rally}/charte`);
	const rules = page.getByRole('region', { name: 'Respect de la charte' });
	await expect(rules.getByRole('list', { name: 'Règles par état' })).toContainText(
		/\d+\srègles? respectées?/
	);
	// Opened before the page is ready, it would be closed again.
	await page.waitForLoadState('networkidle');
	await rules.locator('details').first().locator('summary').click();
	await expect(rules.locator('details').first()).toHaveAttribute('open', '');

	const before = await rules.textContent();
	await openRecord(page, `${rally}/participants`, 'Ugo Valette');
	await page.getByLabel('Où en est l’inscription ?').selectOption('Désisté·e');
	await save(page);
	await expect(message(page, 'est enregistrée')).toBeVisible();
	await page.goto(`${rally}/charte`);
	expect(await rules.textContent()).not.toBe(before);
	await openRecord(page, `${rally}/participants`, 'Ugo Valette');
	await page.getByLabel('Où en est l’inscription ?').selectOption('Inscrit·e');
	await save(page);
	await expect(message(page, 'est enregistrée')).toBeVisible();
});
