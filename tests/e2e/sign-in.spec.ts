import { signIn, tabTo } from './pages';
import { emailOf, expect, test } from './people';

test('a wrong password is refused without saying which part was wrong', async ({ as }) => {
	const page = await as('nobody');
	await page.goto('/connexion');
	await page.getByLabel('Adresse e-mail').fill(emailOf('organizer'));
	await page.getByLabel('Mot de passe', { exact: true }).fill('ce n’est pas lui');
	await page.getByRole('button', { name: 'Se connecter' }).click();
	await expect(page.getByRole('alert')).toContainText('L’adresse e-mail ou le mot de passe ne convient pas.');
	await expect(page.getByLabel('Adresse e-mail')).toHaveValue(emailOf('organizer'));
	expect(await page.content()).not.toContain('ce n’est pas lui');
});

test('whoever is sent to sign in comes back to the page they asked for, and leaves', async ({
	as,
	rally
}) => {
	const page = await as('nobody');
	await page.goto(`${rally}/charte`);
	await expect(page).toHaveURL(/\/connexion\?suite=/);
	await page.getByLabel('Adresse e-mail').fill(emailOf('organizer'));
	await page.getByLabel('Mot de passe', { exact: true }).fill('rallye-de-demonstration');
	await page.getByRole('button', { name: 'Se connecter' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Charte' })).toBeVisible();

	await page.getByRole('button', { name: 'Se déconnecter' }).click();
	await expect(page.getByText('La session est fermée. À bientôt')).toBeVisible();
	await page.goto(`${rally}/participants`);
	await expect(page).toHaveURL(/\/connexion\?suite=/);
});

test('the list of rallies leads to an overview, and the overview to everything', async ({ as, rally }) => {
	const page = await as('organizer');
	await page.goto('/');
	await page.getByRole('link', { name: 'Rallye pour l’emploi du bassin d’Aubenas' }).click();
	await expect(page).toHaveURL(rally);
	await expect(page.getByRole('link', { name: /^Entreprises 14 confirmées sur/ })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Programme' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Voir la charte règle par règle' })).toBeVisible();

	const menu = page.getByRole('navigation', { name: 'Rallye' });
	const titles = {
		'Programme et réglages': 'Programme et réglages',
		Entreprises: 'Entreprises',
		Participants: 'Participants',
		Véhicules: 'Véhicules',
		Accompagnateurs: 'Accompagnateurs et accompagnatrices',
		Partenaires: 'Partenaires',
		Trajets: 'Trajets',
		Planning: 'Planning',
		'Documents et liens': 'Documents et liens',
		Charte: 'Charte'
	};
	for (const [link, title] of Object.entries(titles)) {
		await menu.getByRole('link', { name: link, exact: true }).click();
		await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
		await expect(menu.getByRole('link', { name: link, exact: true })).toHaveAttribute('aria-current', 'page');
	}
});

test('signing in, the skip link and the menu work by keyboard', async ({ as, rally }) => {
	const page = await as('nobody');
	await page.goto('/connexion');
	await tabTo(page, page.getByLabel('Adresse e-mail'));
	await page.keyboard.type(emailOf('organizer'));
	await page.keyboard.press('Tab');
	await page.keyboard.type('rallye-de-demonstration');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Vos rallyes' })).toBeVisible();

	await page.goto(rally);
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: 'Aller au contenu' });
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport();
	await page.keyboard.press('Enter');
	await expect(page.locator('#contenu')).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(page.locator('#contenu :focus')).toHaveCount(1);

	const companies = page
		.getByRole('navigation', { name: 'Rallye' })
		.getByRole('link', { name: 'Entreprises' });
	await page.reload();
	await tabTo(page, companies);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Entreprises' })).toBeVisible();
});

test('without JavaScript one signs in, adds a company and finds it', async ({ as, rally }) => {
	const page = await as('nobody', { javaScriptEnabled: false });
	await signIn(page, emailOf('organizer'));
	await page.goto(`${rally}/entreprises/nouvelle`);
	await page.getByLabel('Nom de l’entreprise').fill('Boulangerie sans script');
	await page.getByRole('button', { name: 'Ajouter l’entreprise' }).click();
	await expect(page.getByText('Choisissez le secteur').first()).toBeVisible();
	await expect(page.getByLabel('Nom de l’entreprise')).toHaveValue('Boulangerie sans script');
	await page.getByLabel('Secteur du rallye').selectOption('Agroalimentaire');
	await page.getByRole('button', { name: 'Ajouter l’entreprise' }).click();
	await expect(page.getByText('est ajoutée')).toBeVisible();
	await page.getByRole('searchbox').fill('sans script');
	await page.getByRole('button', { name: 'Rechercher' }).click();
	await expect(page.getByRole('link', { name: 'Boulangerie sans script' })).toBeVisible();
});
