import { message, openRecord, save, signIn } from './pages';
import { emailOf, expect, test } from './people';
import { answering, freePort, servers } from './servers';

const own = servers();
test.afterAll(() => own.clear());

test('one folder takes one server, one port too, and both ends are said', async () => {
	test.setTimeout(90_000);
	const port = await freePort();
	const first = own.start('shared', { port });
	await answering(first);

	const second = own.start('shared', { port: await freePort() });
	expect(await second.ended).toBe(1);
	expect(second.said()).toMatch(
		/La base de données du dossier « .*shared\/base » est déjà ouverte par un autre/
	);
	expect(second.said()).not.toMatch(/^\s+at /m);

	const third = own.start('elsewhere', { port });
	expect(await third.ended).toBe(1);
	expect(third.said()).toContain(`Le port ${port} est déjà pris par un autre programme.`);
	// Neither has harmed the one that runs.
	await answering(first);

	const asked = Date.now();
	first.kill('SIGTERM');
	expect(await first.ended).toBe(0);
	expect(Date.now() - asked).toBeLessThan(15_000);

	const again = own.start('shared', { port });
	await answering(again);
	again.kill('SIGTERM');
	expect(await again.ended).toBe(0);
});

test('stopped, then killed while it computes, it loses nothing acknowledged and takes the computation up again', async ({
	as
}) => {
	test.setTimeout(300_000);
	const port = await freePort();
	const first = own.start('computing', { port, demo: true, copyOf: process.env.E2E_DEMO });
	await answering(first);
	const page = await as('nobody', { baseURL: first.origin });
	await signIn(page, emailOf('organizer'));
	await page.getByRole('link', { name: 'Rallye pour l’emploi du bassin d’Aubenas' }).click();
	await expect(page.getByRole('heading', { name: 'Programme' })).toBeVisible();
	const rally = page.url();
	// The planner may prove its plan the best within seconds: the server ends as soon as it is seen at work.
	const compute = async () => {
		await page.goto(`${rally}/planning`);
		await page.getByLabel('Manière de recalculer').selectOption('En reprenant tout');
		await page.getByRole('button', { name: 'Recalculer' }).click();
		await expect(page.getByRole('progressbar')).toBeVisible();
	};
	const computed = async (version: number) => {
		await page.goto(`${rally}/planning`);
		const title = page.locator('strong', { hasText: `Version ${version}` });
		await expect(title).toBeVisible({ timeout: 60_000 });
		await expect(page.getByText('brouillon', { exact: true })).toBeVisible();
	};

	// A page listens to the computation: that does not hold the server back.
	await compute();
	const asked = Date.now();
	first.kill('SIGTERM');
	expect(await first.ended).toBe(0);
	expect(Date.now() - asked).toBeLessThan(15_000);
	const second = own.start('computing', { port, demo: true });
	await answering(second);
	await computed(2);

	await openRecord(page, `${rally}/vehicules`, 'Minibus blanc');
	await page.getByLabel('Nom du véhicule').fill('Minibus repeint');
	await save(page);
	await expect(message(page, 'Minibus repeint')).toBeVisible();
	await compute();
	second.kill('SIGKILL');
	expect(await second.ended).toBeNull();
	await answering(own.start('computing', { port, demo: true }));
	await page.goto(`${rally}/vehicules`);
	await expect(page.getByRole('link', { name: 'Minibus repeint' })).toBeVisible();
	await computed(3);
});
