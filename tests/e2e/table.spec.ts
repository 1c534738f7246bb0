import type { Page } from '@playwright/test';
import { expectClean } from './inspect';
import { message, tabTo } from './pages';
import { expect, test } from './people';

/** Opens the last version to be changed by hand, and waits until the page listens. */
async function byHand(page: Page, rally: string) {
	await page.goto(`${rally}/planning`);
	await page.getByRole('button', { name: 'Modifier à la main' }).click();
	await expect(page.getByRole('button', { name: 'Enregistrer comme version' })).toBeEnabled();
}
const visits = (page: Page) => page.locator('[data-visit]');
const holds = (page: Page) => page.getByRole('heading', { name: 'Tout tient' });
const wrong = (page: Page) => page.getByRole('heading', { name: /points? à voir$/ });

test('a plan is broken by hand, understood, repaired and saved', async ({ as, rally }) => {
	test.setTimeout(120_000);
	const page = await as('organizer');
	await byHand(page, rally);
	await expect(holds(page)).toBeVisible();
	await expectClean(page);

	// By keyboard: five minutes earlier is no start of the company's, and it is said.
	const id = (await visits(page).first().getAttribute('data-visit'))!;
	const visit = page.locator(`[data-visit="${id}"]`);
	await tabTo(page, visit);
	await page.keyboard.press('Alt+ArrowLeft');
	await expect(wrong(page)).toBeVisible();
	await expect(page.getByRole('button', { name: /pas un de ses créneaux/ })).toBeVisible();
	await expect(visit).toBeFocused();
	await page.keyboard.press('Alt+ArrowDown');
	await expect(page.locator('li[data-team="B"]').locator(`[data-visit="${id}"]`)).toBeFocused();
	await expectClean(page);
	await page.keyboard.press('Control+z');
	await page.keyboard.press('Control+z');
	await expect(holds(page)).toBeVisible();
	await expect(page.locator('li[data-team="A"]').locator(`[data-visit="${id}"]`)).toHaveCount(1);

	// By mouse: the reason is there while it is held, Escape puts it back, and letting go is never refused.
	const hold = async () => {
		const [from, to] = [
			(await visit.boundingBox())!,
			(await page.locator('li[data-team="C"]').boundingBox())!
		];
		await page.mouse.move(from.x + 12, from.y + 12);
		await page.mouse.down();
		await page.mouse.move(from.x + 40, to.y + 20, { steps: 6 });
		await expect(page.getByText(/^Équipe C, .+ à .+ :/)).toBeVisible();
	};
	await hold();
	expect(await page.locator('.place').count()).toBeGreaterThan(0);
	await page.keyboard.press('Escape');
	await page.mouse.up();
	await expect(holds(page)).toBeVisible();
	await hold();
	await page.mouse.up();
	await expect(wrong(page)).toBeVisible();
	await page.getByRole('button', { name: 'Annuler', exact: true }).click();
	await expect(holds(page)).toBeVisible();

	// By the panel, open on what was let go: the best places first, and what speaks against an hour before it is chosen.
	const detail = page.getByRole('complementary', { name: 'Détail' });
	await detail.getByLabel('Heure', { exact: true }).fill('05:00');
	await expect(detail.getByText(/avant le début de sa journée/)).toBeVisible();
	await detail.getByText('Durée et ce qu’il faut garder').click();
	await detail.getByLabel('l’heure', { exact: true }).check();
	await expect(page.getByText(/^Ce qui a été fait \(\d+\)$/)).toBeVisible();

	// Nothing is lost when the page is left.
	await page.reload();
	await page.getByText(/^Ce qui a été fait/).click();
	await expect(page.getByText(/l’heure à garder/)).toBeVisible();

	// The planner puts back what was taken away, and nothing changes before it is accepted.
	await page.locator(`[data-visit="${id}"]`).focus();
	await page.keyboard.press('Delete');
	await expect(page.locator(`[data-visit="${id}"]`)).toHaveCount(0);
	await page.getByText('Demander au planificateur').click();
	await page.getByRole('button', { name: /^Réparer et compléter/ }).click();
	await expect(page.getByText(/La charte serait tenue/)).toBeVisible({ timeout: 20_000 });
	await expectClean(page);
	await page.getByRole('button', { name: 'Laisser' }).click();
	await page.getByRole('button', { name: 'Annuler', exact: true }).click();
	await expect(page.locator(`[data-visit="${id}"]`)).toHaveCount(1);

	// Somebody changes team, and everybody's list follows.
	await page.getByLabel('Vue').selectOption('person');
	const row = page.locator('.rows > li').first();
	const name = (await row.locator('.label .name').textContent())!;
	await row.locator('.label').click();
	await detail.getByLabel('Équipe', { exact: true }).selectOption('');
	await expect(row.getByText('sans équipe')).toBeVisible();
	await page.getByRole('button', { name: 'Annuler', exact: true }).click();
	await expect(row.getByText('sans équipe')).toHaveCount(0);
	await expect(page.getByText(`Annulé : ${name} rejoint`).first()).toBeAttached();
	await expectClean(page);

	await page.getByRole('button', { name: 'Enregistrer comme version' }).click();
	await expect(message(page, /La version \d+ est enregistrée/)).toBeVisible();
	await expect(page.getByText(/modifiée à la main le .+ à partir de la version/)).toBeVisible();
	await expect(page.getByText('Chaque équipe fait les visites que demande la charte.')).toBeVisible();
});

test('two people at once see each other’s changes, and a clash is told with both versions', async ({
	as,
	rally
}) => {
	test.setTimeout(90_000);
	const [one, two] = [await as('organizer'), await as('organizer')];
	// The second does not hear the first: as when the network is slow.
	await byHand(one, rally);
	await byHand(two, rally);
	const id = (await visits(one).first().getAttribute('data-visit'))!;
	const here = two.getByRole('list', { name: 'Aussi ici' });
	await expect(here).toContainText('Vous, sur une autre page');
	await one.locator(`[data-visit="${id}"]`).click();
	await expect(here).toContainText(/sur .+, équipe/);
	await expect(two.locator(`[data-visit="${id}"].other`)).toBeVisible();
	await expectClean(two);
	await one.locator(`[data-visit="${id}"]`).focus();
	await one.keyboard.press('Alt+ArrowRight');
	await expect(wrong(two)).toBeVisible();

	await two.route('**/modifications?*', (route) => route.abort());
	await two.reload();
	const done = one.getByText(/^Ce qui a été fait \(\d+\)$/);
	const before = Number(/\d+/.exec((await done.textContent())!)![0]);
	await one.locator(`[data-visit="${id}"]`).focus();
	await one.keyboard.press('Alt+ArrowRight');
	await expect(one.getByText(`Ce qui a été fait (${before + 1})`)).toBeVisible();
	await two.locator(`[data-visit="${id}"]`).focus();
	await two.keyboard.press('Alt+ArrowLeft');
	const clash = two.getByRole('alertdialog', { name: /vient de changer la même chose/ });
	await expect(clash).toBeVisible();
	await expect(clash.getByText('Ce qui est en place', { exact: true })).toBeVisible();
	await expectClean(two);
	await clash.getByRole('button', { name: 'Garder ce qui est en place' }).click();
	await expect(clash).toHaveCount(0);

	await one.getByRole('button', { name: 'Abandonner' }).click();
	await expect(message(one, /abandonnées/)).toBeVisible();
});

test('the table fits a phone, in the dark too', async ({ as, rally }) => {
	const page = await as('organizer', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
	await byHand(page, rally);
	await visits(page).first().click();
	await expect(page.getByRole('button', { name: 'Retirer cette visite' })).toBeVisible();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	await expectClean(page);
	await page.getByRole('button', { name: 'Abandonner' }).click();
	await expect(message(page, /abandonnées/)).toBeVisible();
});

test('a finger scrolls the table, and takes a visit only once asked to', async ({ as, rally }) => {
	const page = await as('organizer', {
		viewport: { width: 390, height: 844 },
		hasTouch: true,
		isMobile: true
	});
	await byHand(page, rally);
	const visit = visits(page).first();
	const id = (await visit.getAttribute('data-visit'))!;
	const finger = await page.context().newCDPSession(page);
	const drag = async () => {
		await page.locator(`[data-visit="${id}"]`).scrollIntoViewIfNeeded();
		const box = (await page.locator(`[data-visit="${id}"]`).boundingBox())!;
		const at = (dx: number) => [{ x: box.x + box.width / 2 + dx, y: box.y + box.height / 2 }];
		await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
		for (const dx of [8, 16, 24, 32])
			await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(dx) });
		await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	};
	const done = page.getByText(/^Ce qui a été fait/);
	await drag();
	await expect(done).toHaveText(/\(0\)/);
	await page.getByRole('button', { name: 'Déplacer au doigt' }).click();
	await drag();
	await expect(done).toHaveText(/\(1\)/);
	await expectClean(page);
	await page.getByRole('button', { name: 'Abandonner' }).click();
	await expect(message(page, /abandonnées/)).toBeVisible();
});
