import type { Page } from '@playwright/test';
import { expectClean } from './inspect';
import { message, tabTo } from './pages';
import { expect, test } from './people';

const version = async (page: Page): Promise<number> =>
	Number(/\d+/.exec((await page.locator('strong', { hasText: /^Version \d+$/ }).textContent())!)![0]);

const recompute = async (page: Page, seconds: string) => {
	await page.getByLabel('Temps de recherche').selectOption(seconds);
	await page.getByLabel('Manière de recalculer').selectOption('En reprenant tout');
	await page.getByRole('button', { name: 'Recalculer' }).click();
	await expect(page.getByRole('progressbar', { name: 'Avancement du calcul' })).toBeVisible();
};

test('the demonstration opens on a published plan that keeps the charter', async ({ as, rally }) => {
	const page = await as('organizer');
	await page.goto(`${rally}/planning`);
	await expect(page.getByText('Chaque équipe fait les visites que demande la charte.')).toBeVisible();
	await expect(page.locator('.screen').getByRole('button', { name: /^Équipe/ })).toHaveCount(5);
	await page.getByRole('button', { name: 'Par personne' }).click();
	await expect(page.getByRole('table', { name: 'Équipe de chaque personne' }).getByRole('row')).toHaveCount(
		25
	);
	await page.getByRole('button', { name: 'Par entreprise' }).click();
	await expect(page.getByText('aucune visite')).toHaveCount(0);
});

test('timeline, map and lists share one selection, by mouse and by keyboard', async ({ as, rally }) => {
	const page = await as('organizer');
	await page.goto(`${rally}/planning`);
	await page.getByRole('button', { name: 'Par entreprise' }).click();

	const visit = page.locator('.screen .visit button').first();
	const company = (await visit.locator('.name').textContent())!;
	const inTable = page
		.getByRole('table', { name: 'Visites reçues par chaque entreprise' })
		.getByRole('button', { name: company, exact: true });
	const onMap = page.locator(`.leaflet-marker-icon[aria-label^="${company},"]`);
	await expect(onMap).toHaveCount(1);

	await tabTo(page, visit);
	await page.keyboard.press('Enter');
	await expect(visit).toHaveAttribute('aria-pressed', 'true');
	await expect(inTable).toHaveAttribute('aria-pressed', 'true');
	await expect(onMap).toHaveClass(/map-point-selected/);

	await inTable.click();
	await expect(visit).toHaveAttribute('aria-pressed', 'false');
	await expect(onMap).not.toHaveClass(/map-point-selected/);

	await onMap.focus();
	await page.keyboard.press('Enter');
	await expect(visit).toHaveAttribute('aria-pressed', 'true');
	await expect(inTable).toHaveAttribute('aria-pressed', 'true');

	const team = page.locator('.screen').getByRole('button', { name: 'Équipe B' });
	await tabTo(page, team);
	await page.keyboard.press('Space');
	await expect(team).toHaveAttribute('aria-pressed', 'true');
	await expect(visit).toHaveAttribute('aria-pressed', 'false');
	await page.getByRole('button', { name: 'Par équipe' }).click();
	await expect(page.locator('#equipe-B')).toHaveClass(/chosen/);

	// The other day is another set of visits, on the timeline and in the map's title.
	const days = page.getByRole('group', { name: 'Jour montré' }).getByRole('button');
	const other = (await days.nth(1).textContent())!;
	await days.nth(1).click();
	await expect(page.getByRole('region', { name: `Planning du ${other}` })).toBeVisible();
	await expect(page.getByRole('heading', { name: `Carte du ${other}` })).toBeVisible();
	await expectClean(page);
});

test('a plan is computed again, stopped, read and published', async ({ as, rally }) => {
	test.setTimeout(120_000);
	const [page, other] = [await as('organizer'), await as('organizer')];
	for (const one of [page, other]) await one.goto(`${rally}/planning`);
	const first = await version(page);
	// The planner may prove its plan the best within seconds: what is seen meanwhile is looked at without delay.
	await recompute(page, '60');
	// One at a time for a rally: somebody else sees the same run and cannot start another.
	await other.reload();
	await expect(other.getByRole('progressbar')).toBeVisible();
	await expect(other.getByRole('button', { name: 'Recalculer' })).toBeDisabled();
	await page.getByRole('button', { name: 'Arrêter et garder le meilleur trouvé' }).click();
	await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 20_000 });
	await expect(other.getByRole('progressbar')).toHaveCount(0, { timeout: 20_000 });

	const second = first + 1;
	await expect(page.locator('strong', { hasText: `Version ${second}` })).toBeVisible();
	await expect(page.getByText('brouillon', { exact: true })).toBeVisible();
	await expect(page.getByText('Chaque équipe fait les visites que demande la charte.')).toBeVisible();

	await page.goto(`${rally}/documents`);
	// A draft is not printed as long as another version is published.
	const printed = new RegExp(`^On imprime la version \\d+, publiée. La version ${second}, plus récente`);
	await expect(page.getByText(printed)).toBeVisible();
	await page.goto(`${rally}/planning`);
	await page.getByRole('link', { name: 'Publier cette version' }).click();
	await page.getByRole('button', { name: /^Publier/ }).click();
	await expect(message(page, `La version ${second} est publiée`)).toBeVisible();
	await page.goto(`${rally}/planning`);
	await page.getByLabel('Version', { exact: true }).selectOption(`Version ${first}`);
	await expect(page.locator('strong', { hasText: `Version ${first}` })).toBeVisible();
	await expect(page).toHaveURL(new RegExp(`version=${first}`));
});

test('a run left to itself ends with a new version, in a page that stays open', async ({ as, rally }) => {
	const page = await as('organizer');
	await page.goto(`${rally}/planning`);
	const before = await version(page);
	await recompute(page, '5');
	await expect(page.getByText(/\d+\svisites placées/)).toBeVisible({ timeout: 20_000 });
	// The server falls silent when the run ends: the page says so, and goes on by itself.
	await page.route('**/healthz', (route) => route.abort());
	await expect(page.getByText('Le serveur ne répond pas.')).toBeVisible({ timeout: 30_000 });
	await page.unroute('**/healthz');
	await expect(page.locator('strong', { hasText: `Version ${before + 1}` })).toBeVisible({ timeout: 30_000 });
	await expect(page.getByText('Le serveur ne répond pas.')).toHaveCount(0);
	await expect(page.getByRole('progressbar')).toHaveCount(0);
});

test('recalculated with the fewest changes, the plan says what it changes; the planner answers questions', async ({
	as,
	rally
}) => {
	test.setTimeout(120_000);
	const page = await as('organizer');
	await page.goto(`${rally}/planning`);
	await page.getByLabel('Temps de recherche').selectOption('5');
	await expect(page.getByLabel('Manière de recalculer')).toContainText('En changeant le moins possible');
	const before = await version(page);
	await page.getByRole('button', { name: 'Recalculer' }).click();
	await expect(page.locator('strong', { hasText: `Version ${before + 1}` })).toBeVisible({ timeout: 60_000 });
	await expect(page.getByText(/en changeant le moins possible de la version \d/)).toBeVisible();
	await page.getByText(/^Par rapport à la version/).click();
	await expect(page.getByText('Mêmes visites aux mêmes heures, mêmes équipages.')).toBeVisible();

	await page.getByRole('link', { name: 'Questions' }).click();
	await page.getByRole('combobox', { name: 'Équipe' }).selectOption('Équipe B');
	await page.getByRole('button', { name: 'Demander' }).click();
	await expect(page.getByText('On cherche un plan qui tient cette visite.')).toHaveCount(0, {
		timeout: 30_000
	});
	await expect(page.getByRole('status').getByRole('listitem').first()).toBeVisible();
	await expectClean(page);
	await page.getByRole('button', { name: 'Éprouver le planning' }).click();
	await expect(page.getByRole('columnheader', { name: 'Il resterait' })).toBeVisible({ timeout: 60_000 });
	await expectClean(page);
});
