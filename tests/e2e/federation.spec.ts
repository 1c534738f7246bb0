import { expectClean } from './inspect';
import { message, password, signIn } from './pages';
import { expect, test } from './people';

const federation = 'federation@demo.example';
const pages = [
	'',
	'/calendrier',
	'/carte',
	'/tableau',
	'/tableau/chiffres-cites/nouveau',
	'/conformite',
	'/structures',
	'/campagnes',
	'/rencontres',
	'/bibliotheque',
	'/referentiel',
	'/referentiel/charte/nouvelle',
	'/referentiel/indicateurs'
];

test('the federation follows its network, and every page of it is clean', async ({ as }) => {
	test.setTimeout(120_000);
	const page = await as('nobody');
	await signIn(page, federation, password, 'Les rallyes du réseau');
	for (const path of pages) {
		expect((await page.goto(`/federation${path}`))?.status(), path).toBe(200);
		await expectClean(page);
	}

	await page.goto('/federation');
	await page.getByLabel('Bilan').selectOption({ label: 'Correction demandée' });
	await expect(page.getByRole('row')).toHaveCount(2);

	await page.goto('/federation/structures');
	await page.getByRole('link', { name: /CREPI des Deux Vallées/ }).click();
	await page.getByLabel('Décision').selectOption({ label: 'Suspendu' });
	await page.getByRole('button', { name: 'Écrire cette décision' }).click();
	await expect(page.getByRole('alert')).toContainText('Dites pourquoi');
	await page.getByLabel('Motif').fill('Essai');
	await page.getByRole('button', { name: 'Écrire cette décision' }).click();
	await expect(message(page, 'Nom et logo : suspendu.')).toBeVisible();

	await page.getByLabel('Ajouter un département ou une commune').fill('Loire');
	await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
	await expect(page.getByText('est déjà couverte')).toBeVisible();
	await expect(page.getByText('Loire : Passerelles en Loire')).toBeVisible();
	await expectClean(page);

	await page.goto('/federation/conformite');
	await page.getByRole('link', { name: 'Rallye du Voironnais' }).click();
	const days = 'Organisé sur deux ou trois jours consécutifs';
	await page.getByLabel(`Note de la fédération : ${days}`).selectOption('3');
	await page.getByRole('button', { name: 'Enregistrer les notes de la fédération' }).click();
	await expect(message(page, '1 ligne')).toBeVisible();
	await expect(page.getByLabel(`Note de la fédération : ${days}`)).toHaveValue('3');
	await expectClean(page);

	await page.goto('/federation/campagnes');
	await page.getByRole('rowheader').getByRole('link').first().click();
	await expect(page.getByRole('heading', { level: 1, name: /Campagne/ })).toBeVisible();
	await expectClean(page);
});

test('without JavaScript, an organiser proposes a tool and the federation publishes it', async ({ as }) => {
	const organizer = await as('organizer', { javaScriptEnabled: false });
	await organizer.goto('/organisation/bibliotheque/proposer');
	await organizer.getByLabel('Titre').fill('Le jeu des métiers');
	await organizer.getByLabel('Sorte d’outil').selectOption({ label: 'Jeu, défi' });
	await organizer.getByLabel('L’outil').fill('Chaque équipe mime un métier.');
	await organizer.getByRole('button', { name: 'Proposer' }).click();
	await expect(message(organizer, 'L’outil est proposé')).toBeVisible();

	const page = await as('nobody', { javaScriptEnabled: false });
	await signIn(page, federation, password, 'Les rallyes du réseau');
	await page.goto('/federation/bibliotheque');
	await page.getByRole('link', { name: 'Le jeu des métiers' }).click();
	await page.getByRole('button', { name: 'Publier pour toutes les structures' }).click();
	await expect(message(page, 'L’outil : publié.')).toBeVisible();

	await page.goto('/federation?dates=over&annee=2000');
	await expect(page.getByRole('heading', { name: 'Aucun rallye ne correspond' })).toBeVisible();
});
