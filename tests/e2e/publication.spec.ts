import type { Page } from '@playwright/test';
import { expectClean } from './inspect';
import { message } from './pages';
import { expect, test } from './people';

const phone = { viewport: { width: 390, height: 844 } };

const published = async (page: Page, rally: string): Promise<number> => {
	await page.goto(`${rally}/documents`);
	const address = await page.request.get(`${rally}/planning/publier`);
	const history = /Version (\d+)<\/a>[^<]*(?:<!--.*?-->)*\s*<span class="tag good">en vigueur/.exec(await address.text()); // prettier-ignore
	return Number(history?.[1]);
};

/** Publishes a version through its page, whatever is to be read there. */
async function publish(page: Page, rally: string, version: number): Promise<void> {
	await page.goto(`${rally}/planning/publier?version=${version}`);
	await page.getByRole('button', { name: /^Publier/ }).click();
	await expect(message(page, `La version ${version} est publiée`)).toBeVisible();
}

test('a version is published, those it concerns are told, a team says it saw it, and the organizer sees that', async ({
	as,
	rally
}) => {
	test.setTimeout(120_000);
	const page = await as('organizer');
	const before = await published(page, rally);

	// Everybody knows of the version in force.
	await page.goto(`${rally}/planning/avis`);
	for (const all of ['Entreprises', 'Accompagnateurs', 'Participants']) {
		const group = page.getByRole('region', { name: all });
		const button = group.getByRole('button', { name: /^(Tous prévenus|Prévenu)/ }).first();
		if ((await group.count()) === 0) continue;
		await button.click();
		await expect(group).toHaveCount(0);
	}
	await expect(page.getByText(/Tout le monde est prévenu/)).toBeVisible();

	// The teams of the version in force, along other roads.
	await page.goto(`${rally}/planning`);
	await page.getByLabel('Manière de recalculer').selectOption('En reprenant tout');
	await page.getByLabel('Temps de recherche').selectOption('5');
	await page.getByRole('button', { name: 'Recalculer' }).click();
	await expect(page.getByText('brouillon', { exact: true })).toBeVisible({ timeout: 60_000 });
	const after = Number(/\d+/.exec((await page.locator('strong', { hasText: /^Version \d/ }).textContent())!)![0]); // prettier-ignore
	expect(after).toBeGreaterThan(before);

	await page.getByRole('link', { name: 'Publier cette version' }).click();
	await expect(page.getByRole('heading', { level: 1, name: `Publier la version ${after}` })).toBeVisible();
	await expect(page.getByText('Ce qui change de ce qui a été annoncé')).toBeVisible();
	// The car whose technical control nobody declared.
	const papers = page.getByRole('region', { name: 'Papiers qui manquent ou expirent' });
	await expect(papers).toContainText('contrôle technique non déclaré');
	await publish(page, rally, after);
	await expect(page.getByRole('heading', { level: 1, name: 'Qui prévenir' })).toBeVisible();
	await expectClean(page);

	const team = await as('nobody', { ...phone, javaScriptEnabled: false });
	await page.goto(`${rally}/documents`);
	const address = (await page.locator('a.address').first().getAttribute('href'))!;
	await team.goto(`${address}?papier=${before}`);
	await expect(team.getByText(`Votre papier est la version ${before}, la version ${after} est en vigueur.`)).toBeVisible(); // prettier-ignore
	await expect(team.getByRole('heading', { name: `Le planning a changé (version ${after})` })).toBeVisible();
	await team.getByRole('button', { name: 'J’ai vu' }).click();
	await expect(team.getByText(new RegExp(`^Version ${after} vue le`))).toBeVisible();
	await team.getByLabel(/Mon papier est-il à jour/).fill(`v${after}`);
	await team.getByRole('button', { name: 'Vérifier' }).click();
	await expect(team.getByText(/Votre papier est à jour/)).toBeVisible();
	const calendar = await team.request.get(`${address}/agenda`);
	expect(calendar.headers()['content-type']).toContain('text/calendar');
	expect(await calendar.text()).toContain(`SEQUENCE:${after}`);
	const seen = await as('nobody', phone);
	await seen.goto(address);
	await expectClean(seen);

	await page.goto(`${rally}/planning/avis`);
	await expect(page.getByRole('region', { name: 'Ce que les équipes ont vu' }).getByText(`version ${after}`)).toHaveCount(1); // prettier-ignore
	await page.goto(`${rally}/documents`);
	await expect(page.getByText(`version ${after} vue`)).toHaveCount(1);

	// The former version comes back, and the history says who did what.
	await publish(page, rally, before);
	await page.goto(`${rally}/planning`);
	const history = page.getByRole('region', { name: 'Ce qui a été publié' }).getByRole('listitem');
	await expect(history.first()).toContainText(`Version ${before} en vigueur`);
	await expect(history.nth(1)).toContainText(`Version ${after}`);
});

test('a reason is refused empty, kept with its author, withdrawn with a trace', async ({ as, rally }) => {
	const page = await as('organizer');
	await page.goto(`${rally}/charte`);
	await page.getByRole('link', { name: 'Écrire une dérogation' }).click();
	await expect(page.getByRole('heading', { level: 1, name: /^Publier la version/ })).toBeVisible();
	// The demonstration meets the charter: nothing to explain, and nothing can be.
	await expect(page.getByText('Écrire une dérogation')).toHaveCount(0);

	await page.goto(`${rally}/reglages`);
	const number = page.locator('[name="settings.minSectors"]');
	await expect(number).toHaveValue('5');
	await number.fill('8');
	await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
	await expect(page.getByRole('status').first()).toBeVisible();

	await page.goto(`${rally}/planning/publier`);
	const version = Number(/\d+/.exec((await page.getByRole('heading', { level: 1 }).textContent())!)![0]);
	const rule = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^R10/ }) });
	await rule.getByText(/^Écrire une dérogation/).click();
	await rule.getByRole('button', { name: 'Garder ce motif' }).click();
	await expect(rule.getByText('Écrivez pourquoi')).toBeVisible();
	await rule.getByLabel('Pourquoi').fill('Le bassin ne compte que sept secteurs.');
	await rule.getByRole('button', { name: 'Garder ce motif' }).click();
	await expect(message(page, 'Le motif est gardé')).toBeVisible();
	await expect(rule.getByText(`pour la version ${version}.`)).toBeVisible();
	await expectClean(page);
	await page.goto(`${rally}/charte`);
	const written = page.getByRole('region', { name: 'Dérogations' });
	await expect(written).toContainText('Le bassin ne compte que sept secteurs.');
	// On paper too: the reason, who gave it and when.
	await page.emulateMedia({ media: 'print' });
	await expect(written.getByText('Le bassin ne compte que sept secteurs.')).toBeVisible();
	await expect(written.getByText(/^Camille Organise, .+ version \d+/)).toBeVisible();
	await page.emulateMedia({ media: 'screen' });
	await page.goto(`${rally}/planning/publier`);
	await rule.getByRole('button', { name: 'Retirer cette dérogation' }).click();
	await expect(message(page, 'La dérogation est retirée')).toBeVisible();
	await page.goto(`${rally}/charte`);
	await expect(written).toContainText('Retirée par Camille');

	// The rest of the demonstration stays as it was.
	await page.goto(`${rally}/reglages`);
	await number.fill('5');
	await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
	await expect(page.getByRole('status').first()).toBeVisible();
});
