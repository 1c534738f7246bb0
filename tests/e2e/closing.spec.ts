import { expectClean } from './inspect';
import { message } from './pages';
import { expect, test } from './people';

test('sheets are typed fast, the same sheet is answered by link, and means say how many stand behind them', async ({
	as,
	rally
}) => {
	const organizer = await as('organizer');
	await organizer.goto(`${rally}/questionnaires/saisie?public=participant&moment=before`);
	const row = organizer.getByRole('row').filter({ hasText: 'Carole Dupuy' });
	const boxes = row.locator('input.score');
	await boxes.first().fill('');
	await boxes.first().focus();
	// Each figure goes on to the next box; the last one takes a figure that is none.
	const count = await boxes.count();
	await organizer.keyboard.type('3'.repeat(count - 1));
	await expect(boxes.last()).toBeFocused();
	await boxes.last().fill('9');
	await organizer.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(organizer.getByRole('alert')).toContainText('entre 0 et 5');
	await expect(boxes.first()).toHaveValue('3');
	await boxes.last().fill('4');
	await organizer.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(message(organizer, '1 feuille enregistrée')).toBeVisible();

	await organizer.goto(`${rally}/questionnaires`);
	const searching = organizer.getByRole('row').filter({ hasText: 'Se sentir capable de chercher' });
	await expect(searching).toContainText(/réponses sur \d+ \(\d+\s%\)/);
	await expect(searching).toContainText('non évalué');
	await expectClean(organizer);
});

test('the closing: a run sheet too institutional is told, a guest answers, an invitation is taken back', async ({
	as,
	rally
}) => {
	const organizer = await as('organizer');
	await organizer.goto(`${rally}/cloture`);
	await organizer.getByLabel('La parole à').nth(2).selectOption('Élu·e, institution, financeur');
	await organizer.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(message(organizer, 'Le déroulé de la clôture est enregistré')).toBeVisible();
	await expect(organizer.getByText('Les participants n’ont pas la parole.')).toBeVisible();
	await organizer.getByLabel('La parole à').nth(2).selectOption('Participants');
	await organizer.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(organizer.getByText('Les participants n’ont pas la parole.')).toHaveCount(0);

	await organizer.goto(`${rally}/cloture/invites`);
	await organizer.getByRole('button', { name: /^Inviter \d+ entreprises confirmées/ }).click();
	await expect(message(organizer, 'invitations ajoutées')).toBeVisible();
	await organizer.getByRole('button', { name: 'Annuler' }).click();
	await expect(organizer.getByRole('row').filter({ hasText: 'Bricoval Aubenas' })).toHaveCount(0);
});

test('a guest answers by link, without an account, and the list says it', async ({ as, rally }) => {
	const organizer = await as('organizer');
	await organizer.goto(`${rally}/cloture/invites/nouveau`);
	await organizer.getByLabel('Qui est invité').fill('Mairie du Gravier');
	await organizer.getByLabel('À quel titre').selectOption({ label: 'Élu·e, institution' });
	await organizer.getByLabel('Personnes invitées').fill('2');
	await organizer.getByRole('button', { name: 'Ajouter' }).click();
	await organizer.waitForURL(/\/cloture\/invites(\?|$)/);
	await organizer.goto(`${rally}/cloture/invites/liens`);
	const card = organizer.getByRole('listitem').filter({ hasText: 'Mairie du Gravier' });
	await card.getByRole('button', { name: 'Ouvrir sa page' }).click();
	await expect(message(organizer, 'a un nouveau lien')).toBeVisible();
	const address = (await card.getByRole('link', { name: /\/invite\// }).getAttribute('href'))!;
	await expectClean(organizer);

	const guest = await as('nobody');
	await guest.goto(new URL(address).pathname);
	await guest.getByLabel('À combien').fill('3');
	await expectClean(guest);
	await guest.getByRole('button', { name: 'Je viens', exact: true }).click();
	await expect(message(guest, 'C’est noté : vous venez')).toBeVisible();
	await expect(guest.getByText('Vous avez dit que vous venez, à 3 personnes.')).toBeVisible();

	await organizer.reload();
	await expect(card).toContainText('Vient');
	await card.getByRole('button', { name: 'Fermer' }).click();
	await expect(message(organizer, 'est fermé')).toBeVisible();
	expect((await guest.reload())?.status()).toBe(404);
});

test('a reader sees no answer and no follow-up', async ({ as, rally }) => {
	const reader = await as('reader');
	for (const path of ['/questionnaires', '/suivi'])
		expect((await reader.goto(rally + path))?.status()).toBe(404);
	expect((await reader.goto(`${rally}/cloture`))?.status()).toBe(200);
	await expect(reader.getByRole('button', { name: 'Enregistrer' })).toHaveCount(0);
});
