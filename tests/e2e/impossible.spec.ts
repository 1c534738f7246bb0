import { expectClean } from './inspect';
import { message, openRecord, save } from './pages';
import { expect, test } from './people';

const COMPANY = 'Confiserie du Coiron';

test('what cannot hold is proven, named, and repaired by one click in a scenario of its own', async ({
	as,
	rally
}) => {
	test.setTimeout(120_000);
	const page = await as('organizer');
	const promise = async (visits: string): Promise<string> => {
		await openRecord(page, `${rally}/entreprises`, COMPANY);
		const field = page.getByLabel('Visites au moins');
		const before = await field.inputValue();
		await field.fill(visits);
		await save(page);
		await expect(message(page, /enregistré/)).toBeVisible();
		return before;
	};
	// A team visits a company once: more visits promised than there are teams. Counted, so proven however slow the machine.
	const usual = await promise('6');
	await page.goto(`${rally}/planning`);
	const first = /\d+/.exec(
		(await page
			.locator('main strong', { hasText: /^Version/ })
			.first()
			.textContent())!
	)![0];
	await page.getByLabel('Manière de recalculer').selectOption('En reprenant tout');
	await page.getByLabel('Temps de recherche').selectOption('5');
	await page.getByRole('button', { name: 'Recalculer' }).click();
	// The search, then what cannot hold, then what repairs: each has its own time.
	await expect(page.getByText('Il est prouvé qu’on ne peut pas tout tenir')).toBeVisible({ timeout: 60_000 });
	await expect(page.getByText('Pas mieux trouvé dans le temps donné')).toHaveCount(0);
	const conflict = page.locator('.note', { hasText: 'Ce qui ne peut pas tenir ensemble :' });
	await expect(conflict.getByRole('listitem')).toHaveText([`la visite promise à ${COMPANY}`]);
	const repair = page.getByRole('listitem').filter({ hasText: `Prévenir ${COMPANY}` });
	await expect(repair).toContainText('tout tient alors');
	await expectClean(page);

	await repair.getByRole('button', { name: /^Essayer dans un scénario/ }).click();
	await expect(page).toHaveURL(/scenarios#scenario-/, { timeout: 40_000 });
	const scenario = page
		.locator('li[id^="scenario-"]')
		.filter({ hasText: `Aucune visite promise à ${COMPANY}` });
	await expect(scenario).toHaveCount(1);
	await expect(page.getByRole('heading', { name: 'Côte à côte' })).toBeVisible();
	await expectClean(page);

	// The scenario is open to be worked on, and says what it supposes: nothing of it is in the records.
	await scenario.getByRole('link', { name: 'Ouvrir' }).click();
	await expect(page.getByText(`On suppose : aucune visite promise à ${COMPANY}.`)).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Tout tient' })).toBeVisible();
	await page.goto(`${rally}/planning/scenarios`);
	await scenario.getByRole('button', { name: /^Supprimer/ }).click();
	await expect(message(page, /Le scénario est supprimé/)).toBeVisible();

	// As the next one expects it: the promise of before, and a last version that holds.
	expect(await promise(usual)).toBe('6');
	await page.goto(`${rally}/planning?version=${first}`);
	await page.getByRole('button', { name: 'Modifier à la main' }).click();
	await page.getByRole('button', { name: 'Enregistrer comme version' }).click();
	await expect(message(page, /La version \d+ est enregistrée/)).toBeVisible();
});
