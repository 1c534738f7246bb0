import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { expectClean, faults } from './inspect';
import { rallyPath, signIn } from './pages';
import { answering, freePort, servers, type Server } from './servers';

/*
 * A rally whose first day is today, on a server of its own: it is stopped on purpose. Every test counts what the
 * server holds in the end: nothing lost, nothing twice, in the order in which it was said.
 */
test.describe.configure({ mode: 'serial' });

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const own = servers();
let server: Server;
let port: number;
/** Path of each team's page, by letter. */
const paths = new Map<string, string>();
let organizer: Page;
let rally: string;

test.beforeAll(async ({ browser }) => {
	port = await freePort();
	server = own.start('day', { port, demo: true, copyOf: process.env.E2E_DEMO, aloud: true });
	await answering(server);
	organizer = await (await browser.newContext({ baseURL: server.origin })).newPage();
	await signIn(organizer);
	rally = await rallyPath(organizer);
	await organizer.goto(`${rally}/reglages`);
	const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());
	await organizer.getByLabel('Décaler tout le rallye : nouveau premier jour').fill(today);
	await organizer.getByRole('button', { name: 'Enregistrer', exact: true }).click();
	await expect(organizer.getByRole('status').first()).toBeVisible();
	await organizer.goto(`${rally}/documents`);
	for (const letter of ['A', 'B', 'C', 'D', 'E']) {
		const item = organizer.getByRole('listitem').filter({ hasText: `Équipe ${letter}` });
		const address = (await item.locator('a.address').getAttribute('href'))!;
		paths.set(letter, new URL(address, server.origin).pathname);
	}
});
test.afterAll(() => own.clear());

const open = async (browser: Browser, letter: string, options: BrowserContextOptions = {}) => {
	const context = await browser.newContext({ baseURL: server.origin, ...phone, ...options });
	const page = await context.newPage();
	return { context, page, path: paths.get(letter)! };
};
interface Said {
	id: string;
	sequence: number;
	phone: string;
	clock: number;
	offset: number;
	said: { kind: string };
}
/** What the server holds of a team. */
const held = async (page: Page, letter: string): Promise<Said[]> =>
	((await (await page.request.get(`${server.origin}${paths.get(letter)}/jour`)).json()) as { day: { events: Said[] } }).day
		.events; // prettier-ignore
const once = (events: Said[]) => {
	expect(new Set(events.map(({ id }) => id)).size, 'nothing twice').toBe(events.length);
	for (const one of new Set(events.map((event) => event.phone))) {
		const numbers = events.filter((event) => event.phone === one).map(({ sequence }) => sequence);
		expect(numbers, 'in the order it was said').toEqual([...numbers].sort((a, b) => a - b));
		expect(new Set(numbers).size, 'each with its own number').toBe(numbers.length);
	}
};
const waiting = (page: Page) => page.locator('[data-waiting]');
const sent = (page: Page) => expect(waiting(page)).toHaveAttribute('data-waiting', '0', { timeout: 30_000 });
/** The phone has opened its store: what is pressed from now on is kept. */
const ready = (page: Page) => expect(waiting(page)).toHaveAttribute('data-ready', 'true');
const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click();
/** The whole of a first visit. */
const visit = async (page: Page) => {
	await press(page, /^Nous partons/);
	await press(page, /^Nous sommes arrivés/);
	await press(page, /^La visite commence/);
	await press(page, /^La visite est terminée/);
};
/** Whether the page itself is; runs in it. */
const pageIsKept = async () =>
	Boolean(await (await caches.open(`equipage${location.pathname}`)).match(location.pathname));
/** How many actions a phone still keeps; runs in its page. */
const keptOnPhone = () =>
	new Promise<number>((resolve) => {
		const asked = indexedDB.open('equipage-jour');
		asked.onsuccess = () => {
			const count = asked.result.transaction('actions').objectStore('actions').count();
			count.onsuccess = () => {
				asked.result.close();
				resolve(count.result);
			};
		};
	});
const kinds = ['departed', 'arrived', 'started', 'finished'];

test('without a network the page opens, keeps what is said over reloads, and sends it once', async ({
	browser
}) => {
	const { context, page, path } = await open(browser, 'A');
	await page.goto(path);
	await ready(page);
	// The page itself is kept last, once all that it needs is.
	await expect.poll(() => page.evaluate(pageIsKept)).toBe(true);
	await context.setOffline(true);
	await page.reload();
	await expect(page.getByRole('heading', { level: 1, name: 'Équipe A' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Fiche sécurité' })).toBeVisible();
	await expect(page.getByRole('link', { name: /^Appeler/ }).first()).toBeVisible();
	await ready(page);
	await visit(page);
	await expect(waiting(page)).toHaveAttribute('data-waiting', '4');
	// Taken back while nothing was sent yet.
	await page.getByRole('button', { name: /^Reprendre.*Visite terminée/ }).click();
	await expect(waiting(page)).toHaveAttribute('data-waiting', '5');
	await expect(page.getByRole('button', { name: /^La visite est terminée/ }).first()).toBeVisible();
	await page.reload();
	await expect(waiting(page)).toHaveAttribute('data-waiting', '5');
	await context.setOffline(false);
	await sent(page);
	const events = await held(page, 'A');
	expect(events.map(({ said }) => said.kind)).toEqual([...kinds, 'undo']);
	once(events);
	// What was sent has left the phone; what comes next is numbered after it.
	await expect.poll(() => page.evaluate(keptOnPhone)).toBe(0);
	await press(page, /^La visite est terminée/);
	await sent(page);
	const more = await held(page, 'A');
	expect(more).toHaveLength(6);
	once(more);

	// The worker keeps pages of teams only.
	await page.goto('/connexion');
	const kept = await page.evaluate(async () => {
		const stores = await caches.keys();
		return (await Promise.all(stores.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat(); // prettier-ignore
	});
	expect(kept.filter((url) => !/\/itineraire\/|\/_app\/immutable\/|\/favicon|\/icone/.test(url))).toEqual([]);
	await context.close();
});

test('a network that comes and goes, slow or cut in the middle, loses and doubles nothing', async ({
	browser
}) => {
	const { context, page, path } = await open(browser, 'B', { serviceWorkers: 'block' });
	let tries = 0;
	await page.route('**/evenements', async (route) => {
		tries++;
		if (tries % 4 === 1) return route.abort();
		const answer = await route.fetch();
		// Received, and the answer lost on the way back.
		if (tries % 4 === 2) return route.abort();
		await new Promise((resolve) => setTimeout(resolve, 400));
		return route.fulfill({ response: answer });
	});
	await page.goto(path);
	await ready(page);
	await press(page, /^Tout le monde est là/);
	await visit(page);
	for (let i = 0; i < 3; i++) await press(page, /bien$/);
	await sent(page);
	const events = await held(page, 'B');
	const people = events.filter(({ said }) => said.kind === 'presence').length;
	expect(people).toBeGreaterThanOrEqual(3);
	expect(events.map(({ said }) => said.kind)).toEqual([
		...Array.from({ length: people }, () => 'presence'),
		...kinds,
		...Array.from({ length: 3 }, () => 'feedback')
	]);
	once(events);
	expect(tries).toBeGreaterThan(2);
	await context.close();
});

test('two phones of one team, one an hour ahead, say one day', async ({ browser }) => {
	const first = await open(browser, 'C', { serviceWorkers: 'block' });
	const second = await open(browser, 'C', { serviceWorkers: 'block' });
	await second.page.addInitScript(() => {
		const now = Date.now.bind(Date);
		Date.now = () => now() + 3_600_000;
	});
	for (const { page, path } of [first, second]) {
		await page.goto(path);
		await ready(page);
	}
	// Each says the whole visit knowing nothing of the other: once one is heard, the other's page has moved on.
	await Promise.all([first, second].map(({ context }) => context.setOffline(true)));
	for (const { page } of [first, second]) await visit(page);
	for (const { page } of [first, second]) await expect(waiting(page)).toHaveAttribute('data-waiting', '4');
	await Promise.all([first, second].map(({ context }) => context.setOffline(false)));
	await Promise.all([sent(first.page), sent(second.page)]);
	const events = await held(first.page, 'C');
	expect(events).toHaveLength(8);
	once(events);
	const hours = events.map(({ clock, offset }) => clock + offset);
	expect(Math.max(...hours) - Math.min(...hours)).toBeLessThan(60_000);
	await first.page.reload();
	await expect(first.page.getByText(/^partis .* · arrivés .* · commencée .* · terminée/)).toHaveCount(1);
	for (const { context } of [first, second]) await context.close();
});

test('a thumb on its way down does not press the button that another phone’s word has put there', async ({
	browser
}) => {
	const { context, page, path } = await open(browser, 'B', { serviceWorkers: 'block' });
	const other = await open(browser, 'B', { serviceWorkers: 'block' });
	for (const one of [page, other.page]) {
		await one.goto(path);
		await ready(one);
	}
	const before = (await held(page, 'B')).length;
	await press(other.page, /^Nous partons/);
	await sent(other.page);
	const next = page
		.getByRole('button', { name: /^Nous sommes arrivés/ })
		.locator('visible=true')
		.first();
	const watched = page.evaluate(
		() =>
			new Promise<{ atOnce: boolean; later: boolean }>((resolve) => {
				const under = () => {
					const buttons = [...document.querySelectorAll('.say > form button')];
					const button = buttons.find((one) => one.textContent.startsWith('Nous sommes arrivés'));
					if (!button) return null;
					button.scrollIntoView({ block: 'center' });
					const { x, y, width, height } = button.getBoundingClientRect();
					return button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
				};
				const look = () => {
					const atOnce = under();
					if (atOnce === null) requestAnimationFrame(look);
					else setTimeout(() => resolve({ atOnce, later: under() ?? false }), 1000);
				};
				look();
				// The page looks for news when it is seen again.
				document.dispatchEvent(new Event('visibilitychange'));
			})
	);
	expect(await watched).toEqual({ atOnce: false, later: true });
	await next.click();
	// Nothing waits before the press is kept either: the server is asked until it has heard it.
	await expect
		.poll(async () => (await held(page, 'B')).slice(before).map(({ said }) => said.kind))
		.toEqual(['departed', 'arrived']);
	for (const one of [context, other.context]) await one.close();
});

test('a phone without room says so, keeps in the page what does not fit, and what was already kept', async ({
	browser
}) => {
	const { context, page, path } = await open(browser, 'D', { serviceWorkers: 'block' });
	let cut = true;
	await page.route('**/evenements', (route) => (cut ? route.abort() : route.continue()));
	await page.goto(path);
	await ready(page);
	await press(page, /^Nous partons/);
	await expect(waiting(page)).toHaveAttribute('data-waiting', '1');
	await page.evaluate(() => {
		IDBObjectStore.prototype.add = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	});
	await press(page, /^Nous sommes arrivés/);
	await press(page, /^La visite commence/);
	await expect(page.getByText('n’a plus de place')).toBeVisible();
	await expect(waiting(page)).toHaveAttribute('data-waiting', '3');
	cut = false;
	await sent(page);
	const events = await held(page, 'D');
	expect(events.map(({ said }) => said.kind)).toEqual(kinds.slice(0, 3));
	once(events);
	await context.close();
});

test('the server stops in the middle and comes back: nothing is lost', async ({ browser }) => {
	const { context, page, path } = await open(browser, 'E', { serviceWorkers: 'block' });
	await page.goto(path);
	await ready(page);
	await press(page, /^Nous partons/);
	await sent(page);
	server.kill('SIGKILL');
	await server.ended;
	await press(page, /^Nous sommes arrivés/);
	await press(page, /^La visite commence/);
	await expect(waiting(page)).toHaveAttribute('data-waiting', '2');
	server = own.start('day', { port, demo: true, aloud: true });
	await answering(server);
	await sent(page);
	const events = await held(page, 'E');
	expect(events.map(({ said }) => said.kind)).toEqual(kinds.slice(0, 3));
	once(events);
	await context.close();
});

test('the organiser reads who was there, corrects with a reason, and sees visits made beside those promised', async () => {
	const page = organizer;
	await page.goto(`${rally}/jour/presences?equipe=B`);
	await expect(page.getByRole('link', { name: /^Présent·e/ }).first()).toBeVisible();
	await expect(page.getByText(/^sur \d+ prévues/).first()).toBeVisible();
	await expectClean(page);
	await page
		.getByRole('link', { name: /^Présent·e/ })
		.first()
		.click();
	// The list has a filter of the same name.
	const panel = page.locator('#corriger');
	await panel.getByLabel('Présence').selectOption('left');
	await panel.getByRole('button', { name: 'Corriger' }).click();
	// Both what is missing, at its field; the cell stays open.
	await expect(page.getByText('Dites en deux mots')).toBeVisible();
	await panel.getByLabel('Présence').selectOption('excused');
	await panel.getByLabel('D’où vous le tenez').fill('feuille d’émargement');
	await panel.getByRole('button', { name: 'Corriger' }).click();
	await expect(page.getByRole('link', { name: /^Excusé·e/ })).toBeVisible();
	await expect(page.getByText('par Camille Organise').first()).toBeVisible();
	const list = await (await page.request.get(`${rally}/exports/presences.csv`)).text();
	expect(list).toMatch(/excusé·e/);
	// The reason stays with the organiser.
	expect(await (await page.request.get(`${paths.get('B')}/jour`)).text()).not.toContain('émargement');
});

test('challenges chosen by the organiser are played on the phone and make the board', async ({ browser }) => {
	await organizer.goto(`${rally}/defis`);
	await organizer.getByRole('checkbox', { name: /^Trois bruits/ }).check();
	await organizer.getByRole('checkbox', { name: /^Le grand quiz/ }).check();
	await organizer.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(organizer.getByText('2 défis choisis.')).toBeVisible();
	await expectClean(organizer);
	const { context, page, path } = await open(browser, 'B', { serviceWorkers: 'block' });
	await page.goto(path);
	await ready(page);
	await page.getByText('Défis du rallye (1)').click();
	await page.getByLabel('Points', { exact: true }).first().selectOption('7');
	await page.getByRole('button', { name: /^Donner.*Le grand quiz/ }).click();
	await sent(page);
	await context.close();
	await organizer.goto(`${rally}/defis/tableau`);
	await expect(organizer.getByRole('listitem').filter({ hasText: 'Le grand quiz : 7' })).toContainText('1re');
	await expectClean(organizer);
});

test('read in full sun, at 320 pixels, and light on the network', async ({ browser }) => {
	const { context, page, path } = await open(browser, 'A', { serviceWorkers: 'block' });
	const bytes = { script: 0, all: 0 };
	const sizes: Promise<void>[] = [];
	page.on('requestfinished', (request) => {
		sizes.push(
			request.sizes().then(({ responseBodySize }) => {
				bytes.all += responseBodySize;
				if (request.resourceType() === 'script') bytes.script += responseBodySize;
			})
		);
	});
	await page.goto(path);
	await ready(page);
	await page.waitForLoadState('networkidle');
	await Promise.all(sizes);
	test.info().annotations.push({ type: 'bytes', description: JSON.stringify(bytes) });
	expect(bytes.script, 'bytes of script').toBeGreaterThan(10_000);
	expect(bytes.script, 'bytes of script').toBeLessThan(100_000);
	expect(bytes.all, 'bytes in all').toBeLessThan(300_000);

	for (const one of await page.locator('details').all()) await one.evaluate((element: HTMLDetailsElement) => (element.open = true)); // prettier-ignore
	await expectClean(page);
	const enhanced = { type: 'rule', values: ['color-contrast-enhanced'] };
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		expect(await faults(page, enhanced), `${colorScheme}, 7:1`).toEqual([]);
	}
	await context.close();
});

test('without scripts it is read, and says what happens all the same', async ({ browser }) => {
	const before = (await held(organizer, 'E')).length;
	const { context, page, path } = await open(browser, 'E', { javaScriptEnabled: false });
	await page.goto(path);
	await press(page, /^La visite est terminée/);
	await expect(page.getByText(/terminée \d/).first()).toBeVisible();
	expect((await held(page, 'E')).length).toBe(before + 1);
	await context.close();
});

test('after the rally nothing stays on the phone, network or not', async ({ browser }) => {
	const { context, page, path } = await open(browser, 'C');
	await page.goto(path);
	await ready(page);
	await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([`equipage${path}`]);
	await expect.poll(() => page.evaluate(pageIsKept)).toBe(true);
	await context.setOffline(true);
	await press(page, /^Nous partons/);
	await expect(waiting(page)).toHaveAttribute('data-waiting', '1');
	// The rally has been over for more than three days: a worker’s clock is not ours to move, its deadline is.
	await page.evaluate(async () => {
		const [store] = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
		const kept = (await store!.match(location.pathname))!;
		const headers = new Headers(kept.headers);
		headers.set('x-equipage-until', '1');
		await store!.put(location.pathname, new Response(await kept.blob(), { headers }));
		const db = await new Promise<IDBDatabase>((resolve) => {
			const asked = indexedDB.open('equipage-jour');
			asked.onsuccess = () => resolve(asked.result);
		});
		const actions = db.transaction('actions', 'readwrite').objectStore('actions');
		await new Promise<void>((resolve) => {
			const all = actions.getAll();
			all.onsuccess = () => {
				for (const one of all.result as object[]) actions.put({ ...one, until: 1 });
				actions.transaction.oncomplete = () => resolve();
			};
		});
		db.close();
	});
	await page.goto(path);
	await expect(page.getByRole('heading', { name: 'Sans réseau' })).toBeVisible();
	expect(await page.evaluate(() => caches.keys())).toEqual([]);
	await context.setOffline(false);
	await page.goto(path);
	await ready(page);
	await expect.poll(() => page.evaluate(keptOnPhone)).toBe(0);
	await context.close();
});

test('a closed address leaves nothing on the phone', async ({ browser }) => {
	const { context, page, path } = await open(browser, 'A');
	await page.goto(path);
	await ready(page);
	await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([`equipage${path}`]);
	await organizer.goto(`${rally}/documents`);
	await organizer
		.getByRole('listitem')
		.filter({ hasText: 'Équipe A' })
		.getByRole('button', { name: 'Fermer la page' })
		.click();
	await expect(organizer.getByText('La page de l’équipe A est fermée.')).toBeVisible();
	await press(page, /^Nous partons/);
	await expect(page.getByRole('heading', { name: 'Ce lien est fermé' })).toBeVisible();
	await expect(page.getByText('1 action n’était pas envoyée')).toBeVisible();
	await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
	await page.reload();
	await expect(page.getByText('Ce lien ne mène plus à une feuille de route.')).toBeVisible();
	await context.close();
});
