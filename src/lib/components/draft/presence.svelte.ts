import { takenVisits, type Present } from '$lib/domain/draft/presence';

/** So long after a choice it is told, milliseconds: those passed over on the way are not. */
const SETTLED = 200;

/** Who else has the draft open, and what this page tells them of itself. */
export class Presence {
	others: Present[] = $state.raw([]);
	/** This page, among those of the same person. */
	readonly client = crypto.randomUUID();
	/** By visit, who has chosen it. */
	onVisits = $derived(takenVisits(this.others));
	#address: () => string;
	#doing: Pick<Present, 'selected' | 'holds'> = { selected: null, holds: false };
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(address: () => string) {
		this.#address = address;
	}

	/** Hears who comes and goes on a line already open. */
	hear(source: EventSource): void {
		source.addEventListener('presence', (event) => {
			this.others = JSON.parse(event.data as string) as Present[];
		});
		// Back after a silence: the server has forgotten what was chosen here.
		source.addEventListener('open', () => this.#tell());
		source.addEventListener('error', () => (this.others = []));
	}

	/** Tells what is chosen here. */
	tell(doing: Pick<Present, 'selected' | 'holds'>): void {
		this.#doing = doing;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#tell(), SETTLED);
	}

	#tell(): void {
		const { selected, holds } = this.#doing;
		// Nobody waits for it: lost, the next one says as much.
		void fetch(this.#address(), {
			method: 'PUT',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ client: this.client, selected, holds })
		}).catch(() => {});
	}
}
