import { untrack } from 'svelte';
import { applied, reversed, type CellChange, type CellConflict, type Cells } from '$lib/domain/draft/cells';
import { changesWords, type DraftNames } from '$lib/domain/draft/edit-words';
import { changesOf, type DraftEdit } from '$lib/domain/draft/edits';
import { stacksOf, type MadeEdit } from '$lib/domain/draft/history';
import { breaksOfCells, teamsOfCells } from '$lib/domain/draft/teams';
import type { Selected } from '$lib/domain/draft/presence';
import { dayAndMonth, halfDayInWords } from '$lib/domain/french';
import { covering, MEETING } from '$lib/domain/plan';
import { viewPlan } from '$lib/domain/plan-view';
import { same } from '$lib/domain/records';
import { handPlanOf } from '$lib/solver/hand/hand-plan';
import { judge, type HandPlan } from '$lib/solver/hand/judge';
import type { TableGround } from '$lib/solver/hand/table-ground';
import { namesOf, pinnedIn } from '$lib/domain/draft/names';
import { Presence } from './presence.svelte';
import { alike, replayed } from './replayed';
import { troublesSaid } from './said';
import { troublesOf, type Trouble } from '$lib/solver/hand/troubles';

/** What the page gives of a draft that is open. */
export interface TableData extends TableGround {
	draft: { id: string; base: number; version: number; name: string | null };
	/** Whoever is at this keyboard. */
	me: string;
	edits: MadeEdit[];
}

interface Pending {
	kind: string;
	of: number | null;
	changes: CellChange[];
}

/** Two people changed the same thing: what this one wanted, and what stands there now. */
export interface Clash extends Pending {
	conflicts: CellConflict[];
	by: string | null;
}

/** An answer that will not come: asked again after so long. */
const AGAIN = 2000;
/** No answer after so long is none: it is sent again, and is made only once. */
const PATIENCE = 15_000;
const DID: Record<string, string> = { undo: 'Annulé', redo: 'Refait' };

/**
 * A draft on screen: what is done shows at once and is judged at once, then goes to the server in order; what others do
 * comes in as they do it.
 */
export class DraftTable {
	readonly data: TableData;
	readonly names: DraftNames;
	readonly dates: string[];
	#confirmed: Cells = $state.raw({});
	#pending: Pending[] = $state.raw([]);
	#early: Record<number, MadeEdit> = {};
	#sending: Promise<void> | null = null;
	version = $state(0);
	edits: MadeEdit[] = $state.raw([]);
	clash: Clash | null = $state.raw(null);
	/** The server does not answer: what was done waits here. */
	silent = $state(false);
	/** Somebody kept or dropped the draft. */
	closed = $state(false);
	/** What the last edit did, for those who do not see it. */
	said = $state('');
	selected: Selected | null = $state.raw(null);
	readonly presence = new Presence(() => this.address);

	// Once the server has answered, what was shown at once stands: it is not judged again.
	#shown: Cells = {};
	cells: Cells = $derived.by(() => {
		const next = replayed(this.#confirmed, this.#pending);
		if (!alike(next, this.#shown)) this.#shown = next;
		return this.#shown;
	});
	plan = $derived.by(() => handPlanOf(this.cells, this.dates));
	judgement = $derived.by(() => judge(this.data.ground, this.plan));
	troubles: Trouble[] = $derived.by(() => troublesOf(this.judgement, this.plan, this.troubleNames));
	view = $derived.by(() => this.#viewOf(this.cells, this.plan));
	stacks = $derived.by(() => stacksOf(this.edits, this.data.me));
	/** Visits of which something is to be kept. */
	pinned = $derived.by(() => pinnedIn(this.cells));
	waiting = $derived(this.#pending.length);

	constructor(data: TableData) {
		this.data = data;
		this.#confirmed = data.cells;
		this.version = data.draft.version;
		this.edits = data.edits;
		this.dates = data.days.map(({ date }) => date);
		this.names = namesOf(data.known);
	}

	get troubleNames() {
		return {
			team: (letter: string) => `l’équipe ${letter}`,
			company: this.names.company,
			day: (index: number) => dayAndMonth(this.dates[index]!),
			person: this.names.person,
			halfDay: halfDayInWords
		};
	}

	#viewOf(cells: Cells, { visits }: HandPlan) {
		const { bufferMinutes, known, days } = this.data;
		// Archived or moved nowhere since, a company is still drawn: what is wrong with the visit is told.
		const travel = covering(this.data.travel, [MEETING, ...visits.map(({ company }) => company)]);
		const teams = teamsOfCells(cells).map((team) => ({ ...team, id: team.letter }));
		return viewPlan({ programme: days }, { teams, breaks: breaksOfCells(cells), travel, bufferMinutes }, known); // prettier-ignore
	}

	/** Works out all that an edit would change on screen, and shows nothing of it. */
	weigh(cells: Cells): void {
		const plan = handPlanOf(cells, this.dates);
		troublesOf(judge(this.data.ground, plan), plan, this.troubleNames);
		this.#viewOf(cells, plan);
	}

	/** Does an edit: shown at once. False when there is nothing to change. */
	edit(edit: DraftEdit): boolean {
		return this.#send({ kind: edit.kind, of: null, changes: changesOf(this.cells, edit) });
	}

	/** Several edits as one, taken back as one. */
	all(kind: string, changes: CellChange[]): boolean {
		return this.#send({ kind, of: null, changes });
	}

	async undo(): Promise<void> {
		await this.#sending;
		const last = this.stacks.undo.at(-1);
		if (last) this.#send({ kind: 'undo', of: last.number, changes: reversed(last.changes) });
		else this.said = 'Rien à annuler.';
	}

	async redo(): Promise<void> {
		await this.#sending;
		const last = this.stacks.redo.at(-1);
		if (last) this.#send({ kind: 'redo', of: last.number, changes: [...last.changes] });
		else this.said = 'Rien à refaire.';
	}

	/** Ends a clash: mine over theirs, or theirs as it is. */
	settle(mine: boolean): void {
		const clash = this.clash;
		this.clash = null;
		if (!clash || !mine) return;
		const now = (change: CellChange) => this.cells[change.key] ?? null;
		this.#send({
			kind: clash.kind,
			of: clash.of,
			changes: clash.changes.map((change) => ({ ...change, before: now(change) }))
		});
	}

	#send(edit: Pending): boolean {
		const changes = edit.changes.filter(({ before, after }) => !same(before, after));
		if (changes.length === 0 || this.closed) return false;
		const before = this.troubles;
		this.#pending = [...this.#pending, { ...edit, changes }];
		this.said = `${DID[edit.kind] ?? 'Fait'} : ${changesWords(changes, this.names)}.${troublesSaid(before, this.troubles)}`;
		this.#sending ??= this.#drain().finally(() => (this.#sending = null));
		return true;
	}

	async #drain(): Promise<void> {
		while (this.#pending.length > 0 && !this.closed) {
			const [first] = this.#pending as [Pending, ...Pending[]];
			const answer = await this.#post(first);
			this.silent = answer === null;
			if (answer === null) {
				await new Promise((resolve) => setTimeout(resolve, AGAIN));
				continue;
			}
			this.#pending = this.#pending.slice(1);
			if (answer.kind === 'made') this.accept(answer.edit);
			else if (answer.kind === 'closed') this.closed = true;
			// Sent twice because the first answer was lost: it is there already.
			else if (!answer.conflicts.every(({ now, after }) => same(now, after)))
				this.clash = { ...first, conflicts: answer.conflicts, by: answer.by };
		}
	}

	async #post({ kind, of, changes }: Pending): Promise<Answer | null> {
		try {
			const response = await fetch(this.address, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ kind, of, changes }),
				signal: AbortSignal.timeout(PATIENCE)
			});
			if (response.ok) return { kind: 'made', edit: (await response.json()) as MadeEdit };
			if (response.status === 409)
				return { kind: 'clash', ...((await response.json()) as Pick<Clash, 'conflicts' | 'by'>) };
			return response.status < 500 ? { kind: 'closed' } : null;
		} catch {
			return null;
		}
	}

	/** Where edits go and come from; set by the page. */
	address = '';

	/** Takes in an edit that was made, mine or another's, in its turn. */
	accept(edit: MadeEdit): void {
		if (edit.number <= this.version) return;
		this.#early[edit.number] = edit;
		for (let next = this.#early[this.version + 1]; next; next = this.#early[this.version + 1]) {
			delete this.#early[next.number];
			const done = applied(this.#confirmed, next.changes);
			if (done.ok) this.#confirmed = done.value;
			this.version = next.number;
			this.edits = [...this.edits, next];
		}
	}

	/** Hears what everybody does, until what it answers is called. */
	listen(): () => void {
		const from = untrack(() => this.version);
		const source = new EventSource(`${this.address}?depuis=${from}&page=${this.presence.client}`);
		this.presence.hear(source);
		source.addEventListener('edit', (event) => this.accept(JSON.parse(event.data as string) as MadeEdit));
		source.addEventListener('closed', () => {
			this.closed = true;
			source.close();
		});
		return () => source.close();
	}
}

type Answer = { kind: 'made'; edit: MadeEdit } | ({ kind: 'clash' } & Pick<Clash, 'conflicts' | 'by'>) | { kind: 'closed' }; // prettier-ignore
