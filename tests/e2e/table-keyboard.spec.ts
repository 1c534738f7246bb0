import type { Locator, Page } from '@playwright/test';
import { expectClean } from './inspect';
import { tabTo } from './pages';
import { expect, test } from './people';

/**
 * Every edit of the table, by keys alone: no click, no hand on a list. Each is told in the live region, shows on the page,
 * and is taken back by Ctrl + Z. Whatever the plan is: what is edited is read from the page.
 */
test('every edit is done by keys alone, told aloud, and taken back', async ({ as, rally }) => {
	test.setTimeout(90_000);
	const page = await as('organizer');
	await page.goto(`${rally}/planning`);
	await tabTo(page, page.getByRole('button', { name: 'Modifier à la main' }));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'Enregistrer comme version' })).toBeEnabled();

	const key = (keys: string) => page.keyboard.press(keys);
	const told = page.locator('p.unseen[aria-live="polite"]').first();
	const done = page.getByText(/^Ce qui a été fait/);
	const detail = page.getByRole('complementary', { name: 'Détail' });
	const title = detail.getByRole('heading', { level: 2 }).first();
	const field = (name: string | RegExp) => detail.getByLabel(name, { exact: true });
	const button = (name: string | RegExp) => detail.getByRole('button', { name, exact: true });
	let made = 0;
	/** Told at once, then kept by the server: the count of what was done is its answer. */
	const says = async (words: RegExp) => {
		await expect(told).toHaveText(words);
		await expect(done).toHaveText(`Ce qui a été fait (${++made})`, { timeout: 20_000 });
	};
	const takenBack = async () => {
		await key('Control+z');
		await says(/^Annulé : /);
	};
	const unfold = async (summary: string | RegExp) => {
		await tabTo(page, detail.locator('summary', { hasText: summary }));
		await key('Enter');
	};
	/** Another value of a list by its arrows alone, and what it is called. */
	const another = async (list: Locator) => {
		await tabTo(page, list);
		const before = await list.inputValue();
		await key('ArrowDown');
		if ((await list.inputValue()) === before) await key('ArrowUp');
		expect(await list.inputValue()).not.toBe(before);
		return (await list.locator('option:checked').textContent())!.trim();
	};
	/** The focus is never lost: what it was on may be gone, its panel's title or the table has it then. */
	const keepsFocus = () =>
		expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');

	const first = page.locator('[data-visit]').first();
	const id = (await first.getAttribute('data-visit'))!;
	const visit = page.locator(`[data-visit="${id}"]`);
	const rowOf = async () =>
		(await visit.locator('xpath=ancestor::li[@data-team]').getAttribute('data-team'))!;
	const company = (await visit.locator('.name').textContent())!.trim();
	const team = await rowOf();
	const hour = () => visit.locator('.hour').textContent();

	// Chosen where it lies, then its panel, then back.
	await tabTo(page, visit);
	await key('Space');
	await expect(visit).toHaveAttribute('aria-pressed', 'true');
	await expect(visit).toBeFocused();
	await key('Enter');
	await expect(title).toBeFocused();
	await expect(title).toContainText(company);
	await key('Escape');
	await expect(visit).toBeFocused();

	// Moved: five minutes, to the next team, and back by undo and redo.
	const began = await hour();
	await key('Alt+ArrowRight');
	await says(/^Fait : .+ : de équipe .+, à équipe /);
	expect(await hour()).not.toBe(began);
	await expect(visit).toBeFocused();
	await takenBack();
	expect(await hour()).toBe(began);
	await key('Control+y');
	await says(/^Refait : /);
	expect(await hour()).not.toBe(began);
	await takenBack();
	await key('Alt+ArrowDown');
	await says(/^Fait : .+ : de équipe .+, à équipe /);
	await expect.poll(rowOf).not.toBe(team);
	await expect(visit).toBeFocused();
	await takenBack();
	await expect.poll(rowOf).toBe(team);

	// By its panel: another hour, whose faults are told before it is chosen and once it is.
	await visit.focus();
	await key('Enter');
	await tabTo(page, field('Heure'));
	await page.keyboard.type('0405');
	await expect(detail.getByText(/avant le début de sa journée/)).toBeVisible();
	await key('Enter');
	await says(/^Fait : .+, à équipe .+ à 4\sh\s05\)?\. À voir : /);
	await keepsFocus();
	await takenBack();

	// Replaced, exchanged, lengthened, kept.
	await unfold('Remplacer l’entreprise');
	const chosen = await another(field('Entreprise qui prend sa place'));
	await tabTo(page, button('Remplacer'));
	await key('Enter');
	await says(/^Fait : .+ à la place de .+/);
	await expect(title).toContainText(chosen.replace(/^✓ /, ''));
	await takenBack();
	await expect(title).toContainText(company);

	await unfold('Échanger avec une autre visite');
	await another(field('Visite dont elle prend l’équipe, le jour et l’heure'));
	await tabTo(page, button('Échanger'));
	await key('Enter');
	await says(/^Fait : .+ : de équipe .+ et .+ : de équipe /);
	await takenBack();

	await unfold('Durée et ce qu’il faut garder');
	const minutes = field('Durée de la visite (minutes)');
	await tabTo(page, minutes);
	const lasted = Number(await minutes.inputValue());
	await key('ArrowUp');
	await key('Tab');
	await says(/^Fait : .+ au lieu de /);
	await expect(minutes).toHaveValue(String(lasted + 5));
	await takenBack();
	await expect(minutes).toHaveValue(String(lasted));

	await tabTo(page, field('l’heure'));
	await key('Space');
	await says(/^Fait : .+ l’heure à garder/);
	await expect(visit).toContainText('à garder');
	await takenBack();
	await expect(visit).not.toContainText('à garder');

	// Taken away by its panel, then from the table: the focus goes on from where it was.
	await tabTo(page, button('Retirer cette visite'));
	await key('Enter');
	await says(/^Fait : .+ retirée/);
	await expect(visit).toHaveCount(0);
	await keepsFocus();
	await takenBack();
	await expect(visit).toHaveCount(1);
	await visit.focus();
	await key('Delete');
	await says(/^Fait : .+ retirée/);
	await expect(visit).toHaveCount(0);
	await keepsFocus();
	await takenBack();

	// A team: its car, its accompanist, somebody of it, a further visit, a break.
	const label = page.locator(`li[data-team="${team}"] .label`);
	await tabTo(page, label);
	await key('Enter');
	await expect(title).toBeFocused();
	await expect(title).toContainText(`Équipe ${team}`);
	const choose = async (list: Locator, words: RegExp) => {
		const said = await told.textContent();
		await another(list);
		// What the arrows pass over changes nothing: Enter decides.
		await expect(detail.getByText('Entrée pour appliquer, Échap pour laisser.')).toBeVisible();
		expect(await told.textContent()).toBe(said);
		await key('Enter');
		await says(words);
		await takenBack();
	};
	await choose(field('Véhicule'), /^Fait : équipe .+véhicule : /);
	await choose(field('Accompagnateur'), /^Fait : équipe .+accompagnateur : /);
	const people = detail.locator('summary', { hasText: /^Personnes/ });
	const were = await people.textContent();
	const person = detail.locator('.people select').first();
	await another(person);
	await key('Escape');
	await expect(person).toHaveValue(team);
	await another(person);
	await key('Enter');
	await says(/^Fait : .+ passe de l’équipe /);
	await expect(people).not.toHaveText(were!);
	await keepsFocus();
	await takenBack();
	await expect(people).toHaveText(were!);

	const visits = page.locator(`li[data-team="${team}"] [data-visit]`);
	const had = await visits.count();
	await unfold('Pauses');
	await tabTo(page, button('Ajouter la pause'));
	await key('Enter');
	await says(/^Fait : Pause .+ ajoutée/);
	await expect(page.locator(`li[data-team="${team}"] .break`)).toHaveCount(1);
	await tabTo(page, detail.getByRole('button', { name: /^Retirer/ }));
	await key('Enter');
	await says(/^Fait : Pause .+ retirée/);
	await keepsFocus();
	await unfold('Ajouter une visite');
	await another(field('Entreprise'));
	await tabTo(page, button('Ajouter ici'));
	await key('Enter');
	await says(/^Fait : .+ ajoutée/);
	await expect(visits).toHaveCount(had + 1);
	await keepsFocus();
	await takenBack();
	await expect(visits).toHaveCount(had);

	// Scrolled, a visit may lie half under its team's name.
	await page.locator('[data-grid]').evaluate((grid) => grid.scrollTo({ left: 0 }));
	await expectClean(page);
	await abandon(page);
});

test('by team, by company, by person and on the map, the same visit is chosen; arrows go from one to the next', async ({
	as,
	rally
}) => {
	const page = await as('organizer');
	await page.goto(`${rally}/planning`);
	await page.getByRole('button', { name: 'Modifier à la main' }).press('Enter');
	await expect(page.getByRole('button', { name: 'Enregistrer comme version' })).toBeEnabled();
	const visits = page.locator('[data-visit]');
	const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-visit'));
	await visits.first().focus();
	const id = (await focused())!;
	await page.keyboard.press('ArrowRight');
	expect(await focused()).not.toBe(id);
	await page.keyboard.press('ArrowLeft');
	expect(await focused()).toBe(id);
	await page.keyboard.press('ArrowDown');
	expect(await focused()).not.toBe(id);
	await page.keyboard.press('ArrowUp');
	await visits.first().focus();
	await page.keyboard.press('Space');
	const view = page.getByLabel('Vue');
	for (const name of ['Par entreprise', 'Par personne', 'Par équipe']) {
		await view.selectOption(name);
		await expect(page.locator(`[data-visit="${id}"]`).first()).toHaveAttribute('aria-pressed', 'true');
	}
	await view.selectOption('Carte');
	await expect(page.locator('.map-point-selected')).toHaveCount(1);

	// Somebody changes team by keys, in the list of people.
	await view.selectOption('Par personne');
	const label = page.locator('[data-grid] .label').first();
	await label.focus();
	await page.keyboard.press('Enter');
	const list = page.getByRole('complementary', { name: 'Détail' }).getByLabel('Équipe', { exact: true });
	await tabTo(page, list);
	const before = await list.inputValue();
	await page.keyboard.press('Home');
	await page.keyboard.press('Enter');
	const told = page.locator('p.unseen[aria-live="polite"]').first();
	await expect(told).toHaveText(/^Fait : .+ quitte l’équipe /);
	await expect(label).toContainText('sans équipe');
	await page.keyboard.press('Control+z');
	await expect(told).toHaveText(/^Annulé : .+ rejoint l’équipe /);
	await expect(list).toHaveValue(before);
	await abandon(page);
});

async function abandon(page: Page) {
	await tabTo(page, page.getByRole('button', { name: 'Abandonner' }), 200);
	await page.keyboard.press('Enter');
	await expect(page.getByText(/Les modifications sont abandonnées/)).toBeVisible();
}
