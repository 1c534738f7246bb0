import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { dayClock } from './day-clock';
import { rallyPath, signIn } from './pages';
import { answering, freePort, servers } from './servers';

/*
 * The first day of a rally, lived hour by hour by five phones and an organiser whose clocks go together. The test keeps
 * its own count of what it does; in the end the organiser's page must say the same of each person.
 */
const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const;
type Letter = (typeof LETTERS)[number];
interface Stop {
	key: string;
	from: number;
	to: number;
}
/** What the server gives a phone, as far as this test reads it. */
interface Given {
	read: { itinerary: { version: number; people: { id: string; name: string }[] } };
	day: { planned: Stop[][]; events: { id: string; phone: string; sequence: number }[] };
}

const small = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const own = servers();
const clock = dayClock(own.folder('clock'), '07:30');
test.afterAll(() => own.clear());
// Six browsers for a whole day: what is recorded of each step would take longer than the steps.
test.use({ trace: 'off' });

const minutesOf = (hour: string) => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
const hourOf = (minutes: number) =>
	`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const companyOf = (key: string) => key.split('/')[1]!.split('#')[0]!;
const isReturn = ({ key }: Stop) => companyOf(key) === 'meeting';

test('five phones, one of them cut off for two hours, an absence, a breakdown, a closed company: the count is exact', async ({
	browser
}) => {
	test.setTimeout(480_000);
	const server = own.start('whole-day', {
		port: await freePort(),
		demo: true,
		copyOf: process.env.E2E_DEMO,
		environment: clock.environment,
		aloud: true
	});
	await answering(server);
	const contexts: BrowserContext[] = [];
	const open = async (options = {}) => {
		const context = await browser.newContext({ baseURL: server.origin, ...options });
		contexts.push(context);
		return context.newPage();
	};
	const at = (hour: string) => clock.set(hour, contexts);

	const organizer = await open();
	await signIn(organizer);
	const rally = await rallyPath(organizer);
	await organizer.goto(`${rally}/reglages`);
	await organizer.getByLabel('Décaler tout le rallye : nouveau premier jour').fill(clock.date);
	await organizer.getByRole('button', { name: 'Enregistrer', exact: true }).click();
	await expect(organizer.getByRole('status').first()).toBeVisible();
	await organizer.goto(`${rally}/documents`);
	const phones = new Map<Letter, { page: Page; path: string }>();
	for (const letter of LETTERS) {
		const item = organizer.getByRole('listitem').filter({ hasText: `Équipe ${letter}` });
		const { pathname } = new URL((await item.locator('a.address').getAttribute('href'))!, server.origin);
		phones.set(letter, { page: await open(small), path: pathname });
	}
	await at('07:45');

	const each = (act: (letter: Letter) => Promise<void>) => Promise.all(LETTERS.map(act));
	const page = (letter: Letter) => phones.get(letter)!.page;
	const waiting = (letter: Letter) => page(letter).locator('[data-waiting]');
	// A connection left open may have been closed by the server meanwhile.
	const read = async (letter: Letter): Promise<Given> =>
		(
			await organizer.request.get(`${server.origin}${phones.get(letter)!.path}/jour`, { maxRetries: 3 })
		).json();
	const ready = (letter: Letter) => expect(waiting(letter)).toHaveAttribute('data-ready', 'true');
	const offline = new Set<Letter>();
	const sent = async (letter: Letter) => {
		if (!offline.has(letter)) await page(letter).locator('[data-waiting="0"]').waitFor({ timeout: 30_000 });
	};
	/** Today's visits of a team in the plan in force. */
	const visitsOf = async (letter: Letter) =>
		(await read(letter)).day.planned.flat().filter((stop) => stop.key.startsWith(clock.date) && !isReturn(stop)); // prettier-ignore

	/* What the test did: who was said to be there, by which team, and where each team went. */
	const said = new Map<string, { team: Letter; words: string; until: number }>();
	const went = new Map<string, { half: string; company: string; to: number }>();
	const toldOf = new Set<string>();
	/** By the keyboard: a thumb has to wait for a moment after each change of the page (day-phone.spec.ts). */
	const says = async (letter: Letter, line: object) => {
		const button = page(letter).locator(`button[name="said"][value='${JSON.stringify(line)}']`).locator('visible=true').first(); // prettier-ignore
		await button.press('Enter');
		return button;
	};
	const half = (part: 'morning' | 'afternoon') => `${clock.date}:${part}`;
	const words = { present: 'Présent·e', excused: 'Excusé·e', absent: 'Absent·e', left: 'Parti·e en cours' };
	const notes = async (letter: Letter, person: string, part: 'morning' | 'afternoon', state: keyof typeof words, from: number | null = null) => {
		const box = page(letter).locator('details.box').filter({ hasText: part === 'morning' ? 'Ce matin' : 'Cet après-midi' }); // prettier-ignore
		await says(letter, { kind: 'presence', person, half: half(part), state, reason: '', from });
		await expect(box.locator(`button[value*="${person}"][value*='"${state}"']`)).toHaveAttribute('aria-pressed', 'true');
		said.set(`${person} ${half(part)}`, { team: letter, words: words[state], until: from ?? 0 });
	}; // prettier-ignore
	const everybodyElse = async (letter: Letter, part: 'morning' | 'afternoon') => {
		const box = page(letter).locator('details.box').filter({ hasText: part === 'morning' ? 'Ce matin' : 'Cet après-midi' }); // prettier-ignore
		await box.getByRole('button', { name: /^Tou(t le monde est|s les autres sont) là$/ }).press('Enter');
		await expect(box.getByText('tout le monde est noté')).toBeVisible();
		for (const { id } of (await read(letter)).read.itinerary.people)
			if (!said.has(`${id} ${half(part)}`)) said.set(`${id} ${half(part)}`, { team: letter, words: words.present, until: 0 }); // prettier-ignore
		await sent(letter);
	};

	const tells = async (letter: Letter, stop: Stop, kinds: readonly string[]) => {
		for (const kind of kinds) {
			const step = await says(letter, { kind, stop: stop.key, ...(kind === 'departed' && { aboard: null }) });
			// Kept on the phone: the next step has taken its place.
			await step.waitFor({ state: 'hidden' });
			toldOf.add(`${letter} ${stop.key} ${kind}`);
		}
		if (kinds[0] === 'finished')
			went.set(`${letter} ${stop.key}`, { half: half(stop.from < 13 * 60 ? 'morning' : 'afternoon'), company: companyOf(stop.key), to: stop.to }); // prettier-ignore
	};
	/** The teams go on until that hour, in the order of the hours, each saying its visits. */
	const live = async (until: string) => {
		const plans = new Map<Letter, Stop[]>();
		await each(async (letter) => void plans.set(letter, await visitsOf(letter)));
		const moments = [...plans]
			.flatMap(([letter, stops]) =>
				stops.flatMap((stop) => [
					{ letter, stop, at: stop.from, kinds: ['departed', 'arrived', 'started'] },
					{ letter, stop, at: stop.to, kinds: ['finished'] }
				])
			)
			.filter(
				(one) => one.at <= minutesOf(until) && !toldOf.has(`${one.letter} ${one.stop.key} ${one.kinds[0]}`)
			) // prettier-ignore
			.sort((a, b) => a.at - b.at);
		const hours = [...new Set(moments.map((one) => one.at))];
		for (const hour of hours) {
			await at(hourOf(hour));
			// Whoever speaks at that hour does so together, each in their own order.
			await each(async (letter) => {
				const mine = moments.filter((one) => one.letter === letter && one.at === hour);
				for (const { stop, kinds } of mine) await tells(letter, stop, kinds);
				if (mine.length > 0) await sent(letter);
			});
		}
		await at(until);
	};
	/** Every phone that has a network shows that version, and somebody says they saw it. */
	const seen = (version: number) =>
		each(async (letter) => {
			if (offline.has(letter)) return;
			await page(letter).reload();
			await ready(letter);
			await expect(page(letter).getByText(`(version ${version})`).first()).toBeVisible();
			await page(letter).getByRole('button', { name: 'J’ai vu' }).click();
			await expect(page(letter).getByText(new RegExp(`^Version ${version} vue le`))).toBeVisible({
				timeout: 30_000
			});
		});
	const applies = async (remedy: RegExp | null, version: number) => {
		await organizer.getByRole('button', { name: 'Que faire ?' }).click();
		await expect(organizer.getByRole('heading', { name: /la meilleure d’abord$/ })).toBeVisible({ timeout: 30_000 }); // prettier-ignore
		const one = remedy ? organizer.getByRole('article', { name: remedy }) : organizer.getByRole('article');
		await one.first().getByRole('button', { name: /^Appliquer et publier/ }).click(); // prettier-ignore
		await expect(organizer.getByText(`La version ${version} est en vigueur`)).toBeVisible({
			timeout: 20_000
		});
	};

	// A quarter to eight: every phone opens its page.
	await each(async (letter) => {
		await page(letter).goto(phones.get(letter)!.path);
		await ready(letter);
	});
	const inForce = (await read('A')).read.itinerary.version;

	// Eight o’clock: somebody of team A is not there; one phone says so, the organiser mends the plan.
	await at('08:00');
	const [absent] = (await read('A')).read.itinerary.people;
	await notes('A', absent!.id, 'morning', 'absent');
	await sent('A');
	await organizer.goto(`${rally}/jour/imprevus/absence`);
	await organizer.locator(`input[name="people"][value="${absent!.id}"]`).check();
	await applies(/^Continuer avec les présents/, inForce + 1);
	for (const part of ['morning', 'afternoon'] as const)
		said.set(`${absent!.id} ${half(part)}`, { team: 'A', words: words.absent, until: 0 });
	await seen(inForce + 1);
	const [late] = (await read('D')).read.itinerary.people;
	await notes('D', late!.id, 'morning', 'excused');
	await each((letter) => everybodyElse(letter, 'morning'));

	// Half past nine: team E is in a valley without a network, until half past eleven.
	await live('09:30');
	await contexts[contexts.indexOf(page('E').context())]!.setOffline(true);
	offline.add('E');
	const before = (await read('E')).day.events.length;

	// Eleven: a car of team B does not start again.
	await live('11:00');
	await organizer.goto(`${rally}/jour/imprevus/vehicule`);
	await organizer.getByLabel('Quel véhicule manque ?').selectOption({ label: (await organizer.locator('select[name="vehicle"] option').filter({ hasText: 'équipe B' }).first().textContent())! }); // prettier-ignore
	await applies(null, inForce + 2);
	await seen(inForce + 2);

	// Half past eleven: what team E said meanwhile arrives, once and in its order.
	await live('11:30');
	const kept = Number(await waiting('E').getAttribute('data-waiting'));
	expect(kept, 'kept on the phone').toBeGreaterThan(0);
	expect((await read('E')).day.events.length, 'nothing came through').toBe(before);
	await page('E').context().setOffline(false);
	offline.delete('E');
	await sent('E');
	const events = (await read('E')).day.events;
	expect(events.length).toBe(before + kept);
	expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
	await page('E').reload();
	await ready('E');
	// « J’ai vu », said when the network is gone again: kept like the rest.
	await page('E').context().setOffline(true);
	await page('E').getByRole('button', { name: 'J’ai vu' }).click();
	await expect(page('E').getByText('« J’ai vu » est noté')).toBeVisible();
	await expect(waiting('E')).toHaveAttribute('data-waiting', '1');
	await page('E').context().setOffline(false);
	await expect(page('E').getByText(new RegExp(`^Version ${inForce + 2} vue le`))).toBeVisible({
		timeout: 30_000
	});

	// After the meal: everybody is there, the one who was excused too.
	await live('13:30');
	await each(async (letter) => {
		await page(letter).reload();
		await ready(letter);
		// The people of a car that broke down may ride with the others by now.
		if ((await read(letter)).read.itinerary.people.length > 0) await everybodyElse(letter, 'afternoon');
	});

	// Two o’clock: a company that a team was to visit closes; which teams have an afternoon left is the plan’s to say.
	await live('14:00');
	const toCome = [];
	for (const letter of LETTERS) toCome.push(...(await visitsOf(letter)).filter(({ from }) => from > minutesOf('14:00'))); // prettier-ignore
	expect(toCome.length, 'visits after two o’clock').toBeGreaterThan(0);
	const closed = companyOf(toCome[0]!.key);
	await organizer.goto(`${rally}/jour/imprevus/entreprise`);
	await organizer.getByLabel('Quelle entreprise ferme ?').selectOption(closed);
	await organizer.getByLabel('À partir de quelle heure ?').fill('14:00');
	await organizer.getByLabel('Quel jour ?').selectOption(clock.date);
	await applies(null, inForce + 3);
	await seen(inForce + 3);
	for (const letter of LETTERS)
		expect((await visitsOf(letter)).filter(({ key, from }) => companyOf(key) === closed && from >= minutesOf('14:00')), letter).toEqual([]); // prettier-ignore

	// A quarter past three: somebody of team D goes home.
	await live('15:15');
	await page('D').reload();
	await ready('D');
	const gone = (await read('D')).read.itinerary.people[1]!;
	await notes('D', gone.id, 'afternoon', 'left', minutesOf('15:15'));
	await sent('D');
	await live('18:30');

	// The evening: the organiser reads what each person did, and it is what was done.
	const planned = new Map<string, { team: Letter; companies: number }>();
	for (const letter of LETTERS) {
		const { read: shown, day } = await read(letter);
		const companies = new Set(day.planned.flat().filter((stop) => !isReturn(stop)).map(({ key }) => companyOf(key))).size; // prettier-ignore
		for (const { id } of shown.itinerary.people) planned.set(id, { team: letter, companies });
	}
	await organizer.goto(`${rally}/jour/presences`);
	const shown = await organizer.locator('tbody tr').evaluateAll((rows) =>
		rows.map((row) => {
			const links = [...row.querySelectorAll<HTMLAnchorElement>('a.tag')];
			const text = (label: string) => row.querySelector(`td[data-label="${label}"]`)?.textContent?.replace(/\s+/g, ' ').trim() ?? ''; // prettier-ignore
			return {
				person: new URL(links[0]!.href).searchParams.get('personne')!,
				team: text('Équipe'),
				cells: Object.fromEntries(links.map((link) => [new URL(link.href).searchParams.get('demi-journee')!, link.firstChild!.textContent!.trim()])), // prettier-ignore
				visits: text('Entreprises visitées')
			};
		})
	);
	const counted = (person: string) =>
		new Set(
			(['morning', 'afternoon'] as const).flatMap((part) => {
				const one = said.get(`${person} ${half(part)}`);
				if (!one || (one.words !== words.present && one.words !== words.left)) return [];
				return [...went]
					.filter(
						([key, visit]) =>
							key.startsWith(one.team) &&
							visit.half === half(part) &&
							(one.words === words.present || visit.to <= one.until)
					) // prettier-ignore
					.map(([, { company }]) => company);
			})
		).size;
	expect([...planned.keys()].every((id) => shown.some(({ person }) => person === id))).toBe(true);
	for (const { person, team, cells, visits } of shown) {
		const plan = planned.get(person);
		expect({ team, visits, morning: cells[half('morning')], afternoon: cells[half('afternoon')] }, person).toEqual({
			team: plan?.team ?? 'aucune',
			visits: `${counted(person)} sur ${plan?.companies ?? 0} prévues`,
			morning: said.get(`${person} ${half('morning')}`)?.words ?? 'À noter',
			afternoon: said.get(`${person} ${half('afternoon')}`)?.words ?? 'À noter'
		}); // prettier-ignore
	}
	expect(Math.max(...shown.map(({ person }) => counted(person)))).toBeGreaterThan(2);
});
