import type { DayEvent } from '$lib/domain/day/event';

/** An action kept on the phone. `waiting` until the server has said what became of it. */
export interface KeptAction {
	/** 1, 2, 3… on this phone, over all crews: the order in which things were said. */
	sequence: number;
	crew: string;
	/** When the phone forgets it, milliseconds since 1970. */
	until: number;
	state: 'waiting' | 'sent' | 'refused';
	/** Why it was refused. */
	reason: string;
	event: DayEvent;
}

const DATABASE = 'equipage-jour';
/** Where the last number given is kept, beside the phone's name. */
const LAST = 'last';

/** Actions in IndexedDB, in their order. Where the phone has no room for them they live in memory, and `full` says so. */
export class ActionStore {
	full = false;
	#memory: KeptAction[] = [];
	/** The last number given while this page was open. */
	#last = 0;

	private constructor(
		readonly phone: string,
		private readonly db: IDBDatabase | null
	) {
		this.full = db === null;
	}

	static async open(): Promise<ActionStore> {
		try {
			const db = await new Promise<IDBDatabase>((resolve, reject) => {
				const asked = indexedDB.open(DATABASE, 1);
				asked.onupgradeneeded = () => {
					asked.result.createObjectStore('actions', { keyPath: 'sequence' });
					asked.result.createObjectStore('phone');
				};
				asked.onsuccess = () => resolve(asked.result);
				asked.onerror = () => reject(asked.error);
			});
			const tx = db.transaction('phone', 'readwrite');
			const known = (await done(tx.objectStore('phone').get('id'))) as string | undefined;
			const phone = known ?? crypto.randomUUID();
			if (!known) await done(tx.objectStore('phone').put(phone, 'id'));
			return new ActionStore(phone, db);
		} catch {
			return new ActionStore(crypto.randomUUID(), null);
		}
	}

	async all(): Promise<KeptAction[]> {
		const kept = this.db
			? ((await done(this.db.transaction('actions').objectStore('actions').getAll())) as KeptAction[])
			: [];
		const here = new Map([...kept, ...this.#memory].map((action) => [action.event.id, action]));
		return [...here.values()].sort((a, b) => a.sequence - b.sequence);
	}

	/**
	 * Keeps an action as the phone's next; its number is given in the same transaction, whatever tabs are open. `known`:
	 * the highest number of this phone that the server holds. What was sent leaves the phone, its number is not given
	 * again: the order of what is said rests on it.
	 */
	async add(action: Omit<KeptAction, 'sequence'>, known: number): Promise<KeptAction> {
		const numbered = (last: number): KeptAction => {
			const sequence = Math.max(last, known, ...this.#memory.map((one) => one.sequence)) + 1;
			return { ...action, sequence, event: { ...action.event, sequence } };
		};
		if (this.db)
			try {
				const tx = this.db.transaction(['actions', 'phone'], 'readwrite');
				const [store, phone] = [tx.objectStore('actions'), tx.objectStore('phone')];
				const last = await done(store.openKeyCursor(null, 'prev'));
				const given = await done(phone.get(LAST));
				const kept = numbered(Math.max(Number(last?.key ?? 0), Number(given ?? 0)));
				for (const one of this.#memory) await done(store.put(one));
				await done(store.add(kept));
				await done(phone.put(kept.sequence, LAST));
				await finished(tx);
				this.#last = kept.sequence;
				this.#memory = [];
				this.full = false;
				return kept;
			} catch {
				// No room, most often: what is already there stays, the rest is kept by the page as long as it is open.
			}
		const others = await this.all().catch(() => this.#memory);
		const kept = numbered(Math.max(others.at(-1)?.sequence ?? 0, this.#last));
		this.#last = kept.sequence;
		this.#memory.push(kept);
		this.full = true;
		return kept;
	}

	async update(actions: readonly KeptAction[]): Promise<void> {
		const byId = new Map(actions.map((action) => [action.event.id, action]));
		this.#memory = this.#memory.map((one) => byId.get(one.event.id) ?? one);
		const elsewhere = actions.filter(({ event }) => !this.#memory.some((one) => one.event.id === event.id));
		if (!this.db || elsewhere.length === 0) return;
		try {
			const tx = this.db.transaction('actions', 'readwrite');
			for (const action of elsewhere) tx.objectStore('actions').put(action);
			await finished(tx);
		} catch {
			// The server knows them by their id: sent again, they are not there twice.
			this.full = true;
		}
	}

	async remove(actions: readonly KeptAction[]): Promise<void> {
		const gone = new Set(actions.map(({ event }) => event.id));
		this.#memory = this.#memory.filter(({ event }) => !gone.has(event.id));
		if (!this.db || actions.length === 0) return;
		const tx = this.db.transaction('actions', 'readwrite');
		for (const { sequence } of actions) tx.objectStore('actions').delete(sequence);
		await finished(tx).catch(() => {});
	}
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});

const finished = (tx: IDBTransaction): Promise<void> =>
	new Promise((resolve, reject) => {
		tx.oncomplete = () => resolve();
		tx.onerror = tx.onabort = () => reject(tx.error);
	});
