import { Dragging } from './dragging.svelte';
import type { Selected } from '$lib/domain/draft/presence';
import type { DraftTable } from './draft-table.svelte';
import { toPanel } from './panel-focus';
import type { Item, View } from './rows';
import { GRID, momentAt, type Strip } from './strip';

/** So far the pointer goes before a press becomes a drag, pixels. */
const SLIP = 5;

interface Surroundings {
	table: DraftTable;
	view: View;
	strip: Strip;
	scroller: HTMLElement | undefined;
}

/** The hand over the table: takes a visit by the mouse, or moves it by the keyboard. */
export class GridHand {
	held: Dragging | null = $state.raw(null);
	/** Whether a finger takes visits: otherwise it scrolls, and the panel moves them. */
	touch = $state(false);
	#around: () => Surroundings;

	constructor(around: () => Surroundings) {
		this.#around = around;
	}

	/** Takes hold of a visit until the pointer is let go; Escape puts it back. */
	take(event: PointerEvent, item: Item): void {
		const { table, view } = this.#around();
		const visit = table.plan.visits.find(({ id }) => id === item.id);
		if (event.button !== 0 || (event.pointerType === 'touch' && !this.touch) || !visit || view === 'person')
			return;
		const target = event.currentTarget as HTMLElement;
		const grip = event.clientX - target.getBoundingClientRect().left;
		const move = (at: PointerEvent) => {
			const slipped = Math.hypot(at.clientX - event.clientX, at.clientY - event.clientY) >= SLIP;
			if (!this.held && !slipped) return;
			if (!this.held) table.presence.tell({ selected: { kind: 'visit', id: visit.id }, holds: true });
			this.held ??= new Dragging(table, visit);
			const { strip, scroller } = this.#around();
			if (scroller) nearEdge(scroller, at);
			const track = scroller?.querySelector<HTMLElement>('.track')?.getBoundingClientRect();
			if (!track) return;
			const { day, minute } = momentAt(strip, at.clientX - grip - track.left);
			const team = view === 'team' ? (this.#teamAt(at.clientY) ?? this.held.spot.team) : visit.team;
			this.held.hold({ team, day, start: minute });
		};
		const stop = new AbortController();
		const end = (drop: boolean) => {
			stop.abort();
			const held = this.held;
			this.held = null;
			if (!held) return;
			table.presence.tell({ selected: table.selected, holds: false });
			// The click that ends a drag, if any comes, chooses nothing.
			const swallow = (click: Event) => click.stopPropagation();
			window.addEventListener('click', swallow, { capture: true });
			setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
			if (!drop) return;
			held.drop();
			table.selected = { kind: 'visit', id: visit.id };
		};
		const { signal } = stop;
		window.addEventListener('pointermove', move, { signal });
		window.addEventListener('pointerup', () => end(true), { signal });
		window.addEventListener('pointercancel', () => end(false), { signal });
		window.addEventListener('keydown', (key) => key.key === 'Escape' && end(false), { signal });
	}

	/** The team whose row is at that height of the window. */
	#teamAt(y: number): string | null {
		const rows = [...(this.#around().scroller?.querySelectorAll<HTMLElement>('[data-team]') ?? [])];
		const over = rows.find((row) => {
			const { top, bottom } = row.getBoundingClientRect();
			return y >= top && y < bottom;
		});
		return over?.dataset.team ?? null;
	}

	/** Enter chooses and goes to the panel of what is chosen: it may be a hundred presses of Tab away. */
	open(event: KeyboardEvent, selects: Selected): void {
		if (event.key !== 'Enter' || event.altKey || event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		this.#around().table.selected = selects;
		void toPanel();
	}

	/** Alt and an arrow move the visit; an arrow alone goes to the next one; Delete takes it away. */
	press(event: KeyboardEvent, item: Item): void {
		const { table, view } = this.#around();
		const visit = table.plan.visits.find(({ id }) => id === item.id);
		const arrow = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
		if (visit) this.open(event, { kind: 'visit', id: visit.id });
		if (!visit || (!arrow && event.key !== 'Delete')) return;
		event.preventDefault();
		const here = event.currentTarget as HTMLElement;
		if (!arrow) {
			const near = visitNear(here, 1, 0) ?? visitNear(here, -1, 0) ?? here.closest('.track')?.parentElement?.querySelector('button'); // prettier-ignore
			near?.focus();
			table.edit({ kind: 'remove-visit', visit: visit.id });
			return;
		}
		const [dx, dy] = arrow as [number, number];
		if (!event.altKey || view === 'person') return visitNear(here, dx, dy)?.focus();
		const letters = table.plan.crews.map(({ letter }) => letter);
		const team = letters[letters.indexOf(visit.team) + dy] ?? visit.team;
		const start = Math.min(Math.max(0, visit.start + dx * GRID), 1440 - (visit.end - visit.start));
		table.edit({ kind: 'move-visit', visit: visit.id, team, date: table.dates[visit.day]!, start });
		// On another row it is drawn anew: the focus follows it.
		requestAnimationFrame(() =>
			this.#around().scroller?.querySelector<HTMLElement>(`[data-visit="${visit.id}"]`)?.focus()
		);
	}
}

/** The next visit of the row, or the nearest one in hours of a row above or below. */
function visitNear(from: HTMLElement, dx: number, dy: number): HTMLElement | undefined {
	const own = from.closest('.track')!;
	const visitsIn = (track: Element) =>
		[...track.querySelectorAll<HTMLElement>('[data-visit]')]
			.map((element) => ({ element, box: element.getBoundingClientRect() }))
			// In the order of the hours, then of the lanes where two overlap.
			.sort((a, b) => a.box.left - b.box.left || a.box.top - b.box.top);
	if (dx !== 0) {
		const visits = visitsIn(own).map(({ element }) => element);
		return visits[visits.indexOf(from) + dx];
	}
	const tracks = [...(own.closest('[data-grid]')?.querySelectorAll('.track') ?? [])];
	const { left } = from.getBoundingClientRect();
	for (let at = tracks.indexOf(own) + dy; tracks[at]; at += dy) {
		const far = ({ box }: { box: DOMRect }) => Math.abs(box.left - left);
		const [nearest] = visitsIn(tracks[at]!).sort((a, b) => far(a) - far(b));
		if (nearest) return nearest.element;
	}
	return undefined;
}

/** So near an edge of the table, pixels, it scrolls under what is held. */
const EDGE = 36;

function nearEdge(scroller: HTMLElement, { clientX, clientY }: PointerEvent): void {
	const { left, right, top, bottom } = scroller.getBoundingClientRect();
	const by = (at: number, from: number, to: number) => (at < from + EDGE ? -12 : at > to - EDGE ? 12 : 0);
	scroller.scrollBy({ left: by(clientX, left, right), top: by(clientY, top, bottom), behavior: 'instant' });
}
