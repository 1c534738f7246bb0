import { rallyPath, signIn } from './pages';
import { ownPostgres } from './own-postgres';
import { expect, test } from './people';
import { answering, freePort, servers } from './servers';

const own = servers();
let database: Awaited<ReturnType<typeof ownPostgres>>;
test.beforeAll(async () => {
	database = await ownPostgres();
});
test.afterAll(async () => {
	await own.clear();
	await database.drop();
});

test('two browsers edit at once on PostgreSQL: nothing is lost, the second is told, and each sees the other', async ({
	as
}) => {
	test.setTimeout(180_000);
	const server = own.start('table', {
		port: await freePort(),
		demo: true,
		environment: database.environment
	});
	await answering(server);
	const [one, two] = [
		await as('nobody', { baseURL: server.origin }),
		await as('nobody', { baseURL: server.origin })
	];
	for (const page of [one, two]) await signIn(page);
	const rally = await rallyPath(one);
	for (const page of [one, two]) {
		await page.goto(`${rally}/planning`);
		await page.getByRole('button', { name: 'Modifier à la main' }).click();
		await expect(page.getByRole('button', { name: 'Enregistrer comme version' })).toBeEnabled();
	}
	const here = two.getByRole('list', { name: 'Aussi ici' });
	await expect(here).toContainText('Vous, sur une autre page');

	// Both at the same moment, each on a visit of their own: both edits stand, on both screens.
	const ids = await one
		.locator('[data-visit]')
		.evaluateAll((all) => [all[0]!, all.at(-1)!].map((visit) => (visit as HTMLElement).dataset.visit!));
	const press = async (page: typeof one, id: string, key: string) => {
		await page.locator(`[data-visit="${id}"]`).focus();
		await page.keyboard.press(key);
	};
	await Promise.all([press(one, ids[0]!, 'Alt+ArrowRight'), press(two, ids[1]!, 'Alt+ArrowLeft')]);
	for (const page of [one, two]) await expect(page.getByText('Ce qui a été fait (2)')).toBeVisible();

	// The same visit, the second not hearing the first: told with both versions, and nothing moves unseen.
	await one.locator(`[data-visit="${ids[0]}"]`).click();
	await expect(here).toContainText(/sur .+, équipe/);
	await two.route('**/modifications?*', (route) => route.abort());
	await two.reload();
	await press(one, ids[0]!, 'Alt+ArrowRight');
	await expect(one.getByText('Ce qui a été fait (3)')).toBeVisible();
	await press(two, ids[0]!, 'Alt+ArrowLeft');
	await expect(two.getByRole('alertdialog', { name: /vient de changer la même chose/ })).toBeVisible();

	// Whoever leaves is no longer there.
	await two.goto(`${rally}/planning`);
	await expect(one.getByRole('list', { name: 'Aussi ici' })).toHaveCount(0);
});
