import { expectClean, overflow } from './inspect';
import { expect, test } from './people';
import { message, openRecord } from './pages';

const phone = { viewport: { width: 390, height: 844 } };
const company = 'Médiathèque du Pays d’Olivier';

test('a company changes a slot on its page; the organizer accepts, the planning reacts, and it is undone', async ({
	as,
	rally
}) => {
	const organizer = await as('organizer');
	await openRecord(organizer, `${rally}/entreprises`, company);
	await organizer.getByText('Sa page, sans compte').click();
	await organizer.getByText('Lire le courriel prêt à envoyer').click();
	await expect(organizer.getByText('Gardez cette adresse pour vous', { exact: false })).toBeVisible();
	const address = (await organizer.locator('a[href*="/accueil/"]').getAttribute('href'))!;
	await expectClean(organizer);

	const host = await as('nobody', phone);
	expect((await host.goto(address))?.status()).toBe(200);
	await expect(host.getByRole('heading', { level: 1, name: company })).toBeVisible();
	await expect(host.getByText(/participants? au plus à la fois/)).toBeVisible();
	await expectClean(host);
	await host.getByRole('button', { name: 'Rien ne change, je confirme' }).click();
	await expect(host.getByText('Merci, c’est confirmé.')).toBeVisible();

	await host.getByText('Changer quelque chose').click();
	expect(await overflow(host)).toBeLessThanOrEqual(0);
	await host.locator('[name="slots.0.from"]').fill('11:00');
	await host.locator('[name="slots.0.to"]').fill('10:00');
	await host.getByRole('button', { name: 'Envoyer mes changements' }).click();
	await expect(host.getByText('La fin doit venir après le début.').first()).toBeVisible();
	await expect(host.locator('[name="slots.0.from"]')).toHaveValue('11:00');
	await host.locator('[name="slots.0.from"]').fill('08:30');
	await host.locator('[name="slots.0.to"]').fill('09:30');
	await host.locator('[name="slots.1.date"]').selectOption('');
	await host.locator('[name="slots.1.from"]').fill('');
	await host.locator('[name="slots.1.to"]').fill('');
	await host.getByLabel('Stationnement').fill('Place de l’Église');
	await expectClean(host);
	await host.getByRole('button', { name: 'Envoyer mes changements' }).click();
	await expect(host.getByText('Merci, votre réponse est partie.')).toBeVisible();
	await expect(host.getByText(/pas encore repris/)).toContainText('créneaux offerts et stationnement');

	await organizer.goto(`${rally}/entreprises/reponses`);
	await expect(organizer.getByRole('link', { name: /^Réponses reçues/ })).toContainText('2');
	const card = organizer.getByRole('article', { name: company });
	await expect(card.getByText('Place de l’Église')).toBeVisible();
	await expectClean(organizer);
	await card.getByRole('button', { name: 'Accepter les 2 changements' }).click();
	await expect(message(organizer, '2 réponses acceptées.')).toBeVisible();
	const done = await organizer.context().newPage();
	await done.goto(`${rally}/planning`);
	await expect(done.getByText('Ce planning n’est plus à jour.')).toBeVisible();
	await expect(done.getByText(`chez ${company}`, { exact: false }).first()).toContainText(
		'l’heure n’est plus offerte'
	);

	// Taken back, the answer waits again, and the rest of the demonstration stays as it was.
	await organizer.getByRole('button', { name: 'Annuler' }).click();
	await expect(message(organizer, 'C’est annulé.')).toBeVisible();
	await card.getByRole('button', { name: 'Tout refuser' }).click();
	await expect(message(organizer, '2 réponses refusées.')).toBeVisible();
	await done.reload();
	await expect(done.getByText('l’heure n’est plus offerte')).toHaveCount(0);
});

test('without JavaScript a company confirms, is told of a mistake and keeps what it typed', async ({
	as,
	rally
}) => {
	const organizer = await as('organizer');
	await openRecord(organizer, `${rally}/entreprises`, 'Garage de la Chaussée');
	const address = (await organizer.locator('a[href*="/accueil/"]').getAttribute('href'))!;
	const host = await as('nobody', { ...phone, javaScriptEnabled: false });
	await host.goto(address);
	await host.getByRole('button', { name: 'Rien ne change, je confirme' }).click();
	await expect(host.getByText('Merci, c’est confirmé.')).toBeVisible();
	await host.getByText('Changer quelque chose').click();
	await host.getByLabel('Qui accueille le jour même').fill('Lou');
	await host.getByLabel('Personnes en même temps').fill('cent');
	await host.getByRole('button', { name: 'Envoyer mes changements' }).click();
	await expect(host.getByText('Indiquez un nombre entier', { exact: false }).first()).toBeVisible();
	await expect(host.getByLabel('Qui accueille le jour même')).toHaveValue('Lou');
	expect((await host.goto(`${address}x`))?.status()).toBe(404);
});
