import { expect, test } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rallyPath, signIn } from './pages';

const root = mkdtempSync(join(tmpdir(), 'equipage-server-'));
let running: ChildProcess[] = [];
test.afterEach(() => {
	for (const one of running) one.kill('SIGKILL');
	running = [];
});
test.afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Started {
	server: ChildProcess;
	/** What it wrote so far. */
	said: () => string;
	ended: Promise<number | null>;
}

function start(port: number, folder: string, demo = false): Started {
	const server = spawn('node', ['src/commands/start.mjs'], {
		env: {
			...process.env,
			PORT: String(port),
			ORIGIN: '',
			DATA_DIR: join(root, folder),
			LOG_LEVEL: 'warn',
			EQUIPAGE_DEMO: demo ? '1' : ''
		}
	});
	running.push(server);
	let text = '';
	server.stdout.on('data', (chunk) => (text += chunk));
	server.stderr.on('data', (chunk) => (text += chunk));
	return { server, said: () => text, ended: new Promise((resolve) => server.once('exit', resolve)) };
}

const up = (port: number) =>
	expect
		.poll(
			() =>
				fetch(`http://localhost:${port}/healthz`).then(
					(answer) => answer.status,
					() => 0
				),
			{ timeout: 60_000 }
		)
		.toBe(200);

test('an empty server takes its first administrator and opens a first rally', async ({ browser }) => {
	test.setTimeout(120_000);
	const first = start(4181, 'vide');
	await up(4181);
	const context = await browser.newContext({ baseURL: 'http://localhost:4181' });
	const page = await context.newPage();
	await page.goto('/');
	await page.getByRole('link', { name: 'Créer le premier compte' }).click();
	await page.getByLabel('Nom de votre structure').fill('MIFE d’essai');
	await page.getByLabel('Réseau').selectOption('MIFE');
	await page.getByLabel('Votre prénom et votre nom').fill('Alex Premier');
	await page.getByLabel('Votre adresse e-mail').fill('alex@exemple.fr');
	await page.getByLabel('Votre mot de passe').fill('un mot de passe long');
	await page.locator('form button.primary').click();
	await expect(page.getByRole('heading', { name: 'Vos rallyes' })).toBeVisible();

	await page.getByRole('link', { name: 'Ouvrir le premier' }).click();
	await page.getByLabel('Nom du rallye').fill('Premier rallye');
	await page.getByLabel('Département').selectOption('74');
	await page.getByLabel('Premier jour').fill('2027-06-08');
	await page.getByRole('button', { name: 'Ouvrir le rallye' }).click();
	await expect(page.getByRole('heading', { name: 'Programme et réglages' })).toBeVisible();
	await page.getByRole('link', { name: 'Planning' }).click();
	await expect(page.getByText('Situer le point de rendez-vous')).toBeVisible();
	await context.close();

	const second = start(4182, 'vide');
	expect(await second.ended).toBe(1);
	expect(second.said()).toContain('est déjà ouverte par un autre Équipage');
	const third = start(4181, 'ailleurs');
	expect(await third.ended).toBe(1);
	expect(third.said()).toContain('Le port 4181 est déjà pris');

	first.server.kill('SIGTERM');
	expect(await first.ended).toBe(0);
});

test('killed in the middle, it loses nothing acknowledged and takes the computation up again', async ({
	browser
}) => {
	test.setTimeout(180_000);
	const before = start(4183, 'tue', true);
	await up(4183);
	const context = await browser.newContext({ baseURL: 'http://localhost:4183' });
	const page = await context.newPage();
	await signIn(page);
	const rally = await rallyPath(page);
	await page.goto(`${rally}/vehicules`);
	await page.getByRole('link', { name: 'Minibus blanc' }).click();
	await expect(page.getByRole('heading', { name: 'Minibus blanc' })).toBeVisible();
	await page.locator('input[name="name"]').fill('Minibus repeint');
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByText('Minibus repeint').first()).toBeVisible();
	await page.goto(`${rally}/planning`);
	await page.getByRole('button', { name: 'Recalculer' }).click();
	await expect(page.getByRole('progressbar')).toBeVisible();
	before.server.kill('SIGKILL');
	await before.ended;

	start(4183, 'tue', true);
	await up(4183);
	await page.goto(`${rally}/vehicules`);
	await expect(page.getByRole('link', { name: 'Minibus repeint' })).toBeVisible();
	await page.goto(`${rally}/planning`);
	await expect(page.locator('strong', { hasText: 'Version 2' })).toBeVisible({ timeout: 60_000 });
	await context.close();
});
