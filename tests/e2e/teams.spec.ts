import { expectClean } from './inspect';
import { expect, test } from './people';

test('why somebody rides where they do, without JavaScript too', async ({ as, rally }) => {
	const page = await as('organizer', { javaScriptEnabled: false });
	await page.goto(`${rally}/planning`);
	await expect(page.getByText(/^Équipes (: les meilleures|reprises de la version)/)).toBeVisible();
	const card = page.locator('#equipe-B');
	await card
		.getByRole('link', { name: /^Pourquoi ici/ })
		.first()
		.click();
	await expect(card.getByRole('heading', { name: /^Pourquoi .+ est dans l’équipe B$/ })).toBeVisible();
	await expect(
		card.getByText(/^Échanger avec .+ : (mieux|moins bien|ni mieux ni moins bien)\./)
	).toBeVisible();
	await card.getByRole('link', { name: 'Fermer' }).click();
	await expect(card.getByRole('heading', { name: /^Pourquoi/ })).toHaveCount(0);
	expect(page.url()).not.toContain('pourquoi');
});

test('a reader sees the answer, and no status', async ({ as, rally }) => {
	const page = await as('reader');
	await page.goto(`${rally}/planning`);
	await page
		.locator('#equipe-A')
		.getByRole('link', { name: /^Pourquoi ici/ })
		.first()
		.click();
	const answer = page.getByRole('region', { name: /^Pourquoi .+ est dans l’équipe A$/ });
	await answer.getByText('Dans chaque autre équipe').click();
	await expect(answer.getByText(/^Passer dans l’équipe B/)).toBeVisible();
	expect(await answer.textContent()).not.toMatch(/RSA|RQTH|handicap|diplôme/i);
	await expectClean(page);
});

test('other teams are looked for, compared and planned with', async ({ as, rally }) => {
	test.setTimeout(120_000);
	const page = await as('organizer');
	await page.goto(`${rally}/planning`);
	await page.getByRole('link', { name: 'Autres équipes possibles' }).click();
	await expect(page.getByRole('heading', { name: 'Pas encore de propositions' })).toBeVisible();
	await page.getByRole('button', { name: 'Chercher des équipes' }).click();
	await expect(page.getByRole('heading', { name: 'Autre proposition 1' })).toBeVisible({ timeout: 60_000 });
	const [first, other] = [page.getByRole('listitem').filter({ hasText: 'Les meilleures équipes' }), page.getByRole('listitem').filter({ hasText: 'Autre proposition 1' })]; // prettier-ignore
	await expect(first.locator('mark')).toHaveCount(0);
	expect(await other.locator('mark').count()).toBeGreaterThan(0);
	await expect(other.getByText(/paires\s+sur\s+\d+\s+ne\s+roulent\s+plus/)).toBeVisible();
	await expectClean(page);

	await other.getByRole('button', { name: /^Planifier avec ces équipes/ }).click();
	await expect(page).toHaveURL(`${rally}/planning`);
	// The planner may be done before it is asked to stop.
	const stop = page.getByRole('button', { name: 'Arrêter et garder le meilleur trouvé' });
	const chosen = page.getByText(/^Équipes que vous avez choisies/);
	await expect(stop.or(chosen).first()).toBeVisible();
	if (await stop.isVisible()) await stop.click({ timeout: 2_000 }).catch(() => {});
	await expect(chosen).toBeVisible({ timeout: 60_000 });
});
