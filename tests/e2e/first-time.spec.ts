import { expectClean } from './inspect';
import { message } from './pages';
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

test('an empty server on PostgreSQL takes its first administrator, who opens a rally and invites a colleague', async ({
	as
}) => {
	test.setTimeout(120_000);
	const server = own.start('empty', {
		port: await freePort(),
		environment: database.environment
	});
	await answering(server);
	const page = await as('nobody', { baseURL: server.origin });
	await page.goto('/');
	await page.getByRole('link', { name: 'Créer le premier compte' }).click();
	await page.getByLabel('Nom de votre structure').fill('MIFE d’essai');
	await page.getByLabel('Réseau').selectOption('MIFE');
	await page.getByLabel('Votre prénom et votre nom').fill('Alex Premier');
	await page.getByLabel('Votre adresse e-mail').fill('alex@exemple.fr');
	await page.getByLabel('Votre mot de passe').fill('court');
	await page.getByRole('button', { name: 'Commencer' }).click();
	await expect(page.getByRole('alert')).toContainText('Votre mot de passe');
	await expect(page.getByLabel('Nom de votre structure')).toHaveValue('MIFE d’essai');
	await expectClean(page);
	await page.getByLabel('Votre mot de passe').fill('un mot de passe long');
	await page.getByRole('button', { name: 'Commencer' }).click();
	await expect(page.getByRole('heading', { name: 'Vos rallyes' })).toBeVisible();

	await page.getByRole('link', { name: 'Ouvrir le premier' }).click();
	await page.getByLabel('Nom du rallye').fill('Premier rallye');
	await page.getByLabel('Département').selectOption('74');
	await page.getByLabel('Premier jour').fill('2027-06-08');
	await page.getByRole('button', { name: 'Ouvrir le rallye' }).click();
	await expect(message(page, 'est ouvert')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Programme et réglages' })).toBeVisible();

	// Every page has something to say while nothing is entered yet.
	const menu = page.getByRole('navigation', { name: 'Rallye' });
	for (const [link, first] of [
		['Entreprises', 'Aucune entreprise pour l’instant'],
		['Participants', 'Personne n’est inscrit pour l’instant'],
		['Véhicules', 'Aucun véhicule pour l’instant'],
		['Accompagnateurs', 'Personne n’accompagne pour l’instant'],
		['Partenaires', 'Aucun partenaire pour l’instant'],
		['Trajets', 'Pas encore de trajet'],
		['Documents et liens', 'Rien à imprimer pour l’instant'],
		['Planning', 'Pas encore de planning']
	] as const) {
		await menu.getByRole('link', { name: link, exact: true }).click();
		await expect(page.getByRole('heading', { name: first })).toBeVisible();
	}
	await expect(page.getByText('Situer le point de rendez-vous')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Calculer le planning' })).toBeDisabled();
	await expectClean(page);

	await page.getByRole('link', { name: 'Organisation' }).click();
	await page.getByLabel('Adresse e-mail').fill('bea@exemple.fr');
	await page.getByRole('button', { name: 'Créer l’invitation' }).click();
	const link = await page.getByLabel('Invitation pour bea@exemple.fr').inputValue();
	const guest = await as('nobody', { baseURL: server.origin });
	await guest.goto(link);
	await expectClean(guest);
	await guest.getByLabel('Votre prénom et votre nom').fill('Béa Seconde');
	await guest.getByLabel('Choisissez un mot de passe').fill('quatre mots au hasard');
	await guest.getByRole('button', { name: 'Créer mon compte' }).click();
	await expect(guest.getByRole('link', { name: 'Premier rallye' })).toBeVisible();

	// The door closes behind the first one.
	expect((await guest.goto('/premiere-fois'))?.status()).toBe(404);

	server.kill('SIGTERM');
	expect(await server.ended).toBe(0);
});
