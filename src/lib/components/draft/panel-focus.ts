import { tick } from 'svelte';

/** Of the panel that holds what can be changed of the thing chosen. */
export const PANEL = 'detail-choisi';

/** Brings the keyboard to the panel of what was just chosen. */
export async function toPanel(): Promise<void> {
	await tick();
	const panel = document.getElementById(PANEL);
	if (panel) focusTitle(panel);
}

/** Brings it back to what is chosen in the table, or to what it was last on there. */
export function toTable(last?: Element | null): void {
	const grid = document.querySelector('[data-grid]');
	const chosen = grid?.querySelector<HTMLElement>('[aria-pressed="true"]');
	const there = last instanceof HTMLElement && last.isConnected ? last : null;
	(chosen ?? there ?? grid?.querySelector<HTMLElement>('button'))?.focus();
}

/**
 * What had the focus in the panel may go with the edit that it made: its title takes the focus then, or the table when
 * nothing is chosen any more. A keyboard or a screen reader is never sent back to the top of the page.
 */
export function keepsFocus(panel: HTMLElement): () => void {
	let inside = false;
	/** Last thing of the table that had the focus. */
	let left: Element | null = null;
	const come = ({ target }: Event) => {
		inside = target instanceof Node && panel.contains(target);
		if (target instanceof Element && target.closest('[data-grid]')) left = target;
	};
	const press = ({ target }: Event) => {
		if (!(target instanceof Node && panel.contains(target))) inside = false;
	};
	const redrawn = new MutationObserver(() => {
		const lost = document.activeElement === null || document.activeElement === document.body;
		if (inside && lost && !focusTitle(panel)) toTable(left);
	});
	redrawn.observe(panel, { childList: true, subtree: true });
	document.addEventListener('focusin', come);
	document.addEventListener('pointerdown', press);
	return () => {
		redrawn.disconnect();
		document.removeEventListener('focusin', come);
		document.removeEventListener('pointerdown', press);
	};
}

function focusTitle(panel: HTMLElement): boolean {
	const title = panel.querySelector<HTMLElement>('h2');
	if (!title) return false;
	title.tabIndex = -1;
	title.focus();
	return true;
}
