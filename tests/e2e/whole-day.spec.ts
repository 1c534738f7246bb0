import type { Page } from '@playwright/test';
import { expectClean } from './inspect';
import { message } from './pages';
import { expect, test } from './people';

const shownVersion = async (page: Page): Promise<number> =>
	Number(/\d+/.exec((await page.locator('strong', { hasText: /^Version \d/ }).textContent())!)![0]);

async function openTable(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Modifier à la main' }).click();
	await expect(page.getByRole('button', { name: 'Enregistrer comme version' })).toBeEnabled();
}
async function keep(page: Page): Promise<number> {
	await page.getByRole('button', { name: 'Enregistrer comme version' }).click();
	await expect(message(page, /La version \d+ est enregistrée/)).toBeVisible();
	return shownVersion(page);
}
async function publish(page: Page, version: number): Promise<void> {
	await page.getByRole('link', { name: 'Publier cette version' }).click();
	await page.getByRole('button', { name: /^Publier/ }).click();
	await expect(message(page, `La version ${version} est publiée`)).toBeVisible();
}

test('a whole day of work: plan, break by hand, understand, suppose, repair, publish, change one visit, publish again', async ({
	as,
	rally
}) => {
	test.setTimeout(120_000);
	const page = await as('organizer');

	// Plan.
	await page.goto(`${rally}/planning`);
	const before = await shownVersion(page);
	const manner = page.getByLabel('Manière de recalculer');
	if (await manner.count()) await manner.selectOption('En reprenant tout');
	await page.getByLabel('Temps de recherche').selectOption('5');
	await page.getByRole('button', { name: 'Recalculer' }).click();
	await expect(page.locator('strong', { hasText: `Version ${before + 1}` })).toBeVisible({ timeout: 60_000 });

	// Break it by hand: a visit goes, another starts when its company does not receive, a break lies over it.
	await openTable(page);
	const visits = page.locator('[data-visit]');
	const gone = (await visits.first().getAttribute('data-visit'))!;
	await page.locator(`[data-visit="${gone}"]`).focus();
	await page.keyboard.press('Delete');
	const moved = (await visits.first().getAttribute('data-visit'))!;
	await page.locator(`[data-visit="${moved}"]`).focus();
	await page.keyboard.press('Alt+ArrowRight');

	// Understand: each point in words, and the visit it speaks of.
	await expect(page.getByRole('heading', { name: /points? à voir$/ })).toBeVisible();
	const why = page.getByRole('button', { name: /pas un de ses créneaux/ });
	await why.click();
	await expect(page.locator(`[data-visit="${moved}"]`)).toHaveAttribute('aria-pressed', 'true');

	// Repair: put it back, and let the planner complete the rest.
	await page.getByRole('button', { name: 'Annuler', exact: true }).click();
	await expect(why).toHaveCount(0);
	await page.getByText('Demander au planificateur').click();
	await page.getByRole('button', { name: /^Réparer et compléter/ }).click();
	await expect(page.getByText(/La charte serait tenue/)).toBeVisible({ timeout: 20_000 });
	await page.getByRole('button', { name: /^Tout accepter/ }).click();
	await expect(page.getByRole('heading', { name: 'Tout tient' })).toBeVisible();

	// A break during a visit is judged like anything else.
	await page.locator('.rows > li .label').first().click();
	const detail = page.getByRole('complementary', { name: 'Détail' });
	await detail.getByText(/^Pauses/).click();
	const [, hour, minute] = /(\d{1,2})\sh(?:\s(\d{2}))?/.exec((await visits.first().textContent())!)!;
	await detail.getByLabel('À partir de').fill(`${hour!.padStart(2, '0')}:${minute ?? '00'}`);
	await detail.getByRole('button', { name: 'Ajouter la pause' }).click();
	await expect(page.getByRole('button', { name: /tombe pendant la visite/ })).toBeVisible();
	await page.getByRole('button', { name: 'Annuler', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Tout tient' })).toBeVisible();

	const first = await keep(page);
	await publish(page, first);

	// One visit changes: another company's hour, kept whatever it breaks, published knowingly.
	await page.goto(`${rally}/planning?version=${first}`);
	await openTable(page);
	await visits.first().focus();
	await page.keyboard.press('Delete');
	const second = await keep(page);
	expect(second).toBe(first + 1);
	await page.getByRole('link', { name: 'Publier cette version' }).click();
	await expect(page.getByText('Ce qui change de ce qui a été annoncé')).toBeVisible();
	await page.getByRole('button', { name: /^Publier/ }).click();
	await expect(message(page, `La version ${second} est publiée`)).toBeVisible();
	await expect(page.getByRole('heading', { level: 1, name: 'Qui prévenir' })).toBeVisible();
});

test('scenarios are tried, compared, opened, chosen and deleted, and the rally stays as it was', async ({
	as,
	rally
}) => {
	test.setTimeout(120_000);
	const page = await as('organizer');
	await page.goto(`${rally}/planning/scenarios`);
	await page.getByRole('button', { name: 'Essayer', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('Supposez au moins une chose');

	await page.getByLabel('Nom du scénario').fill('Une entreprise de moins');
	await page.getByLabel('Entreprise en moins').selectOption({ index: 1 });
	await page.getByRole('button', { name: 'Essayer', exact: true }).click();
	const kept = page.getByRole('heading', { level: 3, name: 'Une entreprise de moins' });
	await expect(kept).toBeVisible({ timeout: 40_000 });
	await expectClean(page);

	// Without JavaScript too; the same name is refused at its field, with what was typed.
	const plain = await as('organizer', { javaScriptEnabled: false });
	await plain.goto(`${rally}/planning/scenarios`);
	await plain.getByLabel('Nom du scénario').fill('Une entreprise de moins');
	await plain.getByLabel('Véhicule changé ou perdu').selectOption({ index: 1 });
	await plain.getByLabel('Ses places').fill('7');
	await plain.getByRole('button', { name: 'Essayer', exact: true }).click();
	await expect(plain.getByText('Un scénario porte déjà ce nom.').first()).toBeVisible();
	await expect(plain.getByLabel('Ses places')).toHaveValue('7');
	await plain.getByLabel('Nom du scénario').fill('Une voiture de 7');
	await plain.getByRole('button', { name: 'Essayer', exact: true }).click();
	await expect(plain.getByRole('columnheader', { name: 'Une voiture de 7' })).toBeVisible({
		timeout: 40_000
	});
	await expect(plain.getByRole('columnheader', { name: 'Une entreprise de moins' })).toBeVisible();

	// Opened, it is the table, judged as if.
	await page.getByRole('link', { name: 'Ouvrir' }).first().click();
	await expect(page.getByRole('heading', { level: 1, name: /^Scénario/ })).toBeVisible();
	await expect(page.getByText('On suppose')).toBeVisible();
	await expectClean(page);
	await page.getByRole('link', { name: 'Scénarios' }).first().click();

	await page.getByRole('button', { name: 'Appliquer Une entreprise de moins' }).click();
	await expect(message(page, /Le scénario est repris ici/)).toBeVisible();
	await page.getByText(/^Ce qui a été fait/).click();
	await page.getByRole('button', { name: 'Abandonner' }).click();
	await expect(message(page, /abandonnées/)).toBeVisible();
	for (const name of ['Une entreprise de moins', 'Une voiture de 7']) {
		await page.goto(`${rally}/planning/scenarios`);
		await page.getByRole('button', { name: `Supprimer ${name}` }).click();
		await expect(message(page, /Le scénario est supprimé/)).toBeVisible();
	}
	const answer = await page.goto(`${rally}/planning/table?scenario=00000000-0000-4000-8000-000000000000`);
	expect(answer?.status()).toBe(404);
});
