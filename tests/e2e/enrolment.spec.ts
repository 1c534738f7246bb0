import { expectClean } from './inspect';
import { message, openRecord } from './pages';
import { expect, test } from './people';

test('a prescriber refers somebody by their link; the organiser enrols them; the prescriber is told', async ({
	as,
	rally
}) => {
	const organizer = await as('organizer');
	await organizer.goto(`${rally}/participants/prescripteurs`);
	const card = organizer.getByRole('listitem').filter({ hasText: 'Mission locale' });
	const address = (await card.locator('a.address').getAttribute('href'))!;

	const prescriber = await as('nobody', { viewport: { width: 390, height: 844 } });
	await prescriber.goto(new URL(address).pathname);
	await expect(prescriber.getByText('Cette page est celle de Mission locale')).toBeVisible();
	// Nobody that they did not send themselves.
	await expect(prescriber.getByRole('main')).not.toContainText(/Bastien|Coste|Yasmine/);
	await prescriber.getByLabel('Prénom', { exact: true }).fill('Lilou');
	await prescriber.getByLabel('Nom', { exact: true }).fill('Référée');
	await prescriber.getByLabel('Bénéficiaire du RSA', { exact: true }).check();
	await prescriber.getByRole('button', { name: 'Orienter cette personne' }).click();
	// Without a contact nor their word: told at the fields, everything typed is kept.
	await expect(prescriber.getByRole('alert')).toContainText('sans son accord');
	await expect(prescriber.getByLabel('Prénom', { exact: true })).toHaveValue('Lilou');
	await prescriber.getByLabel('Téléphone', { exact: false }).first().fill('06 00 00 07 07');
	await prescriber.getByLabel('La personne est d’accord').check();
	await prescriber.getByLabel('Comment a-t-elle donné son accord ?').selectOption('De vive voix');
	await expectClean(prescriber);
	await prescriber.getByRole('button', { name: 'Orienter cette personne' }).click();
	await expect(message(prescriber, 'Lilou est bien parmi les candidatures')).toBeVisible();

	const sent = prescriber.getByRole('listitem').filter({ hasText: 'Lilou' });
	await sent.getByRole('link', { name: /Corriger/ }).click();
	await expect(prescriber.getByLabel('Nom', { exact: true })).toHaveValue('Référée');
	await prescriber.getByLabel('Nom', { exact: true }).fill('Corrigée');
	await prescriber.getByRole('button', { name: 'Corriger' }).click();
	await expect(message(prescriber, 'C’est corrigé')).toBeVisible();

	await organizer.goto(`${rally}/participants/inscriptions`);
	await organizer.getByRole('button', { name: 'Inscrire : Lilou Corrigée' }).click();
	await expect(message(organizer, 'Lilou : inscrit')).toBeVisible();
	await prescriber.reload();
	await expect(sent).toContainText('inscrit·e');
	await expect(sent.getByRole('link', { name: /Corriger/ })).toHaveCount(0);

	// Everything back as it was found for the other tests.
	await organizer.goto(`${rally}/participants?q=Corrigée`);
	await organizer.getByRole('button', { name: 'Archiver Lilou Corrigée' }).click();
	await expect(message(organizer, 'est archivée')).toBeVisible();
});

test('a person withdraws a consent on their own page, at once; the organiser sees it, they keep their place', async ({
	as,
	rally
}) => {
	const organizer = await as('organizer');
	await openRecord(organizer, `${rally}/participants`, 'Carole Dupuy');
	await organizer.getByRole('link', { name: 'Accords et droits' }).click();
	await organizer.getByRole('button', { name: 'Ouvrir sa page' }).click();
	const address = (await organizer.locator('a.address').getAttribute('href'))!;

	// Without JavaScript, as on an old telephone.
	const person = await as('nobody', { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
	await person.goto(new URL(address).pathname);
	await expect(person.getByText('Bonjour Carole')).toBeVisible();
	await expect(person.getByRole('main')).not.toContainText(/Dupuy|reconversion|06 00/);
	await person.getByRole('button', { name: 'Je ne suis plus d’accord : Photos et vidéos' }).click();
	await expect(message(person, 'vous avez dit non')).toBeVisible();
	await expect(person.getByRole('region', { name: 'Photos et vidéos' })).toContainText('Vous avez dit non');

	await organizer.reload();
	const image = organizer.getByRole('region', { name: 'Photos et vidéos' });
	await expect(image).toContainText('Accord retiré');
	await image.getByText(/^Historique/).click();
	await expect(image.getByRole('listitem')).toHaveCount(2);
	await expectClean(organizer);
	await openRecord(organizer, `${rally}/participants`, 'Carole Dupuy');
	await expect(organizer.getByText('Inscrit·e', { exact: true }).first()).toBeVisible();
	await organizer.goto(`${rally}/participants/accords`);
	await expect(organizer.getByText('Ni photo ni vidéo')).toBeVisible();
	await expect(organizer.locator('p.note')).toContainText('Carole Dupuy');
	// The address is closed by the organiser: it opens nothing any more.
	await openRecord(organizer, `${rally}/participants`, 'Carole Dupuy');
	await organizer.getByRole('link', { name: 'Accords et droits' }).click();
	await organizer.getByRole('button', { name: 'Fermer la page' }).click();
	await expect(message(organizer, 'est fermée')).toBeVisible();
	expect((await person.goto(new URL(address).pathname))?.status()).toBe(404);
});

test('who may only read sees neither situation, need, contact nor consent, on screen or in a file', async ({
	as,
	rally
}) => {
	const page = await as('reader');
	await openRecord(page, `${rally}/participants`, 'Khadija Lahlou');
	const content = await page.content();
	expect(content).not.toMatch(/refugee|Sans porc|comprend l’arabe|06 00 00 01 10|06 00 00 03 10/);
	await expect(page.getByLabel('Téléphone', { exact: true })).toHaveCount(0);
	const csv = await (await page.request.get(`${rally}/exports/participants.csv`)).text();
	expect(csv).toContain('Lahlou');
	expect(csv).not.toMatch(/06 00|RSA|RQTH|Sans porc|France Travail|Femme/);
	for (const path of ['accords', 'rappels', 'publics', 'prescripteurs'])
		expect((await page.goto(`${rally}/participants/${path}`))?.status(), path).toBe(404);
	for (const file of ['accords.csv', 'rappels.xlsx'])
		expect((await page.request.get(`${rally}/exports/${file}`)).status(), file).toBe(404);
	await page.goto(rally);
	await expect(page.getByText('bénéficiaires du RSA')).toHaveCount(0);
});

test('a place is given to the first of the waiting list, and taken back', async ({ as, rally }) => {
	const page = await as('organizer');
	await page.goto(`${rally}/participants/inscriptions`);
	await page.getByRole('link', { name: 'Remplacer Hugo Issartel' }).click();
	await expect(page.getByLabel('Qui prend la place ?')).toHaveValue(/.+/);
	await page.getByRole('button', { name: 'Donner la place' }).click();
	await expect(message(page, 'les deux fiches sont gardées')).toBeVisible();
	await expect(page.getByText('remplacé·e par Adama Bert')).toBeVisible();
	await page.getByRole('button', { name: 'Annuler' }).click();
	await expect(message(page, 'C’est annulé')).toBeVisible();
	await expect(page.getByText('remplacé·e par')).toHaveCount(0);
});
