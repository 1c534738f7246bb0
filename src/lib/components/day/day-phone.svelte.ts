import type { DayEvent, Said } from '$lib/domain/day/event';
import { ActionStore, type KeptAction } from './action-store';
import { forgetPage, keepPage } from './kept-page';

/** What the page knows of the day, as the server gave it last. */
export interface DayGiven {
	crew: string;
	until: number;
	events: DayEvent[];
}

interface Answer {
	now: number;
	acknowledged: { id: string; state: 'accepted' | 'known' | 'refused'; reason?: string }[];
}

const BATCH = 50;
/** Milliseconds: first wait after a failure, longest one, and how long an answer may take. */
const [FIRST_WAIT, LONGEST_WAIT, PATIENCE] = [1000, 60_000, 20_000];
/** Milliseconds: longer than it takes to see that a button is another one, or than between the two taps of a double tap. */
const SETTLING = 400;

/**
 * A team's actions on this phone: kept first, then sent in their order as soon as the network allows, and sent again
 * until the server has said what became of each. The server recognises those it has by their id.
 */
export class DayPhone {
	// Raw: what goes into the phone's store is copied, and a proxy cannot be.
	actions = $state.raw<KeptAction[]>([]);
	/** Whether the last try to send went through; null before any. */
	reached = $state<boolean | null>(null);
	/** The link was closed: the phone has forgotten the day. */
	closed = $state(false);
	full = $state(false);
	ready = $state(false);
	/** What is shown has just changed: a thumb on its way down meant what was there before. */
	settling = $state(false);

	#store: ActionStore | null = null;
	#offset: number | null = null;
	#wait = FIRST_WAIT;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#sending = false;
	#settled: ReturnType<typeof setTimeout> | undefined;

	readonly #path: string;
	readonly #given: () => DayGiven & { version: number; letter: string };
	readonly #received: () => void;

	/** `received` is called once what waited was received. */
	constructor(
		path: string,
		given: () => DayGiven & { version: number; letter: string },
		received: () => void
	) {
		this.#path = path;
		this.#given = given;
		this.#received = received;
	}

	/** Everything said that the page knows of: received, or still here. */
	get events(): DayEvent[] {
		return [
			...this.#given().events,
			...this.actions.filter(({ state }) => state !== 'refused').map(({ event }) => event)
		];
	}
	get waiting(): KeptAction[] {
		return this.actions.filter(({ state }) => state === 'waiting');
	}

	async start(): Promise<void> {
		this.#store = await ActionStore.open();
		await this.tidy();
		this.ready = true;
		void this.send();
	}

	/** For a moment nothing answers a thumb: the buttons have moved, after its own first tap or another phone's. */
	settle(): void {
		clearTimeout(this.#settled);
		this.settling = true;
		this.#settled = setTimeout(() => (this.settling = false), SETTLING);
	}

	/** Forgets what the server gives back by now, and what is too old to be kept. */
	async tidy(): Promise<void> {
		const store = this.#store;
		if (!store) return;
		const { crew, events } = this.#given();
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- made and read at once
		const known = new Set(events.map(({ id }) => id));
		const all = await store.all();
		const over = all.filter(
			(one) =>
				one.until < Date.now() || (one.state === 'sent' && one.crew === crew && known.has(one.event.id))
		);
		await store.remove(over);
		this.actions = all.filter((one) => one.crew === crew && !over.includes(one));
		this.full = store.full;
	}

	/** Says something: kept before anything else, then sent. */
	async say(said: Said): Promise<void> {
		if (!this.#store) return;
		const { crew, until, version, letter, events } = this.#given();
		const { phone } = this.#store;
		const known = Math.max(0, ...events.flatMap((one) => (one.phone === phone ? [one.sequence] : [])));
		const event: DayEvent = {
			id: crypto.randomUUID(),
			phone,
			sequence: 0,
			clock: Date.now(),
			offset: this.#offset,
			plan: version,
			team: letter,
			by: '',
			said,
			arrived: null
		};
		const kept = await this.#store.add({ crew, until, state: 'waiting', reason: '', event }, known);
		this.actions = [...this.actions, kept];
		this.full = this.#store.full;
		this.#wait = FIRST_WAIT;
		void this.send();
	}

	/** Tries at once: the network is back, or somebody looks at the page again. */
	hurry(): void {
		this.#wait = FIRST_WAIT;
		void this.send();
	}

	async send(): Promise<void> {
		clearTimeout(this.#timer);
		const batch = this.waiting.slice(0, BATCH);
		if (this.#sending || batch.length === 0 || this.closed) return;
		this.#sending = true;
		const answer = await this.#post(batch);
		this.#sending = false;
		if (this.closed) return;
		this.reached = answer !== null;
		if (!answer) {
			this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
			// A little chance, so that the phones of a whole valley do not come back at the same instant.
			this.#timer = setTimeout(() => void this.send(), this.#wait * (0.75 + Math.random() / 2));
			return;
		}
		await this.#settle(batch, answer);
		this.#wait = FIRST_WAIT;
		if (this.waiting.length > 0) void this.send();
		else this.#received();
	}

	async #post(batch: KeptAction[]): Promise<Answer | null> {
		const sentAt = Date.now();
		try {
			const response = await fetch(`${this.#path}/evenements`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ phone: this.#store!.phone, sentAt, events: batch.map(({ event }) => event) }),
				signal: AbortSignal.timeout(PATIENCE)
			});
			const answer = (await response.json()) as Partial<Answer> & { code?: string };
			if (response.status === 404 && answer.code === 'closed') await this.close();
			// The page of a station's own network is no answer: only one that names the actions is.
			if (!response.ok || !Array.isArray(answer.acknowledged) || typeof answer.now !== 'number') return null;
			this.#offset = Math.round(answer.now - (sentAt + Date.now()) / 2);
			return answer as Answer;
		} catch {
			return null;
		}
	}

	async #settle(batch: KeptAction[], { acknowledged }: Answer): Promise<void> {
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- made and read at once
		const said = new Map(acknowledged.map((one) => [one.id, one]));
		const settled = batch.map((action): KeptAction => {
			const one = said.get(action.event.id);
			if (!one) return { ...action, state: 'refused', reason: 'Cette action n’a pas pu être lue.' };
			if (one.state === 'refused') return { ...action, state: 'refused', reason: one.reason ?? '' };
			return { ...action, state: 'sent' };
		});
		await this.#store!.update(settled);
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- made and read at once
		const byId = new Map(settled.map((one) => [one.event.id, one]));
		this.actions = this.actions.map((one) => byId.get(one.event.id) ?? one);
		this.full = this.#store!.full;
	}

	/** The link opens nothing any more: the day leaves the phone. What was never received waits for another link. */
	async close(): Promise<void> {
		this.closed = true;
		await forgetPage(this.#path);
		await this.#store?.remove(this.actions.filter(({ state }) => state !== 'waiting'));
		this.actions = this.waiting;
	}

	/** Has the page kept as it now is, to be opened without a network. */
	keep(): void {
		if (!this.closed) void keepPage(this.#path, this.#given().until);
	}

	stop(): void {
		clearTimeout(this.#timer);
		clearTimeout(this.#settled);
	}
}
