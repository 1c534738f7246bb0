import { expectClean } from './inspect';
import { rallyPath, signIn } from './pages';
import { emailOf, expect, test } from './people';
import { answering, freePort, servers } from './servers';

/* A server of its own: what is applied here becomes the plan in force. */
const own = servers();
let origin: string;
test.beforeAll(async () => {
	const server = own.start('day', { port: await freePort(), demo: true, copyOf: process.env.E2E_DEMO });
	await answering(server);
	origin = server.origin;
});
test.afterAll(() => own.clear());

test('eight o’clock: two people are absent, the best is applied and published, and everybody to warn is there', async ({
	as
}) => {
	const page = await as('nobody', { baseURL: origin });
	await signIn(page, emailOf('organizer'));
	const rally = await rallyPath(page);

	await page.goto(`${rally}/jour/imprevus`);
	await page.getByRole('link', { name: /^Quelqu’un est absent/ }).click();
	await page.getByRole('button', { name: 'Que faire ?' }).click();
	await expect(page.getByRole('alert')).toContainText('Dites qui est absent.');
	const people = page.getByRole('group', { name: 'Qui est absent ?' });
	for (const name of [/équipe E/, /équipe E/]) await people.getByLabel(name).and(page.locator(':not(:checked)')).first().check(); // prettier-ignore
	await page.getByRole('button', { name: 'Que faire ?' }).click();
	const best = page.getByRole('article').first();
	await expect(page.getByRole('heading', { name: /la meilleure d’abord$/ })).toBeVisible();
	await expect(best.getByText(/quitte l’équipe E/)).toHaveCount(2);
	await best.getByText(/^À prévenir/).click();
	await expectClean(page);
	await best.getByRole('button', { name: /^Appliquer et publier/ }).click();

	await expect(page.getByRole('heading', { name: 'Prévenir maintenant' })).toBeVisible();
	await expect(page.getByText(/La version 2 est en vigueur/)).toBeVisible();
	await expect(page.getByText(/viendra à \d\s*personnes au lieu de/).first()).toBeVisible();
	await expectClean(page);

	// Somebody else's page, opened before: nothing is done twice.
	await page.goBack();
	await page.goto(`${rally}/planning`);
	await expect(page.locator('strong', { hasText: 'Version 2' })).toBeVisible();
});

test('a company closes: the planner’s proposal changes the fewest visits; the board follows what is said', async ({
	as
}) => {
	const page = await as('nobody', { baseURL: origin });
	await signIn(page, emailOf('organizer'));
	const rally = await rallyPath(page);

	await page.goto(`${rally}/jour/imprevus/entreprise`);
	await page.getByLabel('Quelle entreprise ferme ?').selectOption({ index: 1 });
	await page.getByRole('button', { name: 'Que faire ?' }).click();
	await expect(page.getByRole('heading', { name: 'Changer le moins de visites possible' })).toBeVisible({
		timeout: 30_000
	});
	await expect(page.getByRole('heading', { name: 'Renoncer à la visite' })).toBeVisible();

	const board = await as('nobody', { baseURL: origin, storageState: await page.context().storageState() });
	await board.goto(`${rally}/jour`);
	await page.goto(`${rally}/jour`);
	const team = page.getByRole('article', { name: 'Équipe A' });
	await team.getByText('La journée').click();
	await team.getByRole('button', { name: /^Noter/ }).click();
	await expect(page.getByText('Noté pour l’équipe A.')).toBeVisible();
	await expect(team.getByRole('heading')).toContainText('En route vers');
	// The other page heard it.
	await expect(board.getByRole('article', { name: 'Équipe A' }).getByRole('heading')).toContainText(
		'En route vers'
	);
});
