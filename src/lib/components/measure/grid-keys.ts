/**
 * Types a table of figures fast: a figure from 0 to 5 goes on to the next box, arrows and Enter move, anything else
 * stays where it is. Without it, Tab does.
 */
export function moveInGrid(grid: HTMLElement): () => void {
	const boxes = () => [...grid.querySelectorAll<HTMLInputElement>('input.score')];
	const go = (to: HTMLInputElement | undefined) => {
		to?.focus();
		to?.select();
	};
	const rowOf = (box: Element) => [...box.closest('tr')!.querySelectorAll<HTMLInputElement>('input.score')];
	const under = (box: HTMLInputElement, rows: 1 | -1) => {
		const column = rowOf(box).indexOf(box);
		const next =
			rows === 1 ? box.closest('tr')!.nextElementSibling : box.closest('tr')!.previousElementSibling;
		return next ? rowOf(next.querySelector('input.score') ?? box)[column] : undefined;
	};
	const typed = (event: Event) => {
		const box = event.target as HTMLInputElement;
		if (box.matches('input.score') && /^[0-5]$/.test(box.value)) go(boxes()[boxes().indexOf(box) + 1]);
	};
	const pressed = (event: KeyboardEvent) => {
		const box = event.target as HTMLInputElement;
		if (!box.matches('input.score')) return;
		const all = boxes();
		const to = {
			ArrowRight: all[all.indexOf(box) + 1],
			ArrowLeft: all[all.indexOf(box) - 1],
			ArrowDown: under(box, 1),
			ArrowUp: under(box, -1),
			Enter: under(box, 1)
		}[event.key];
		// Enter in the last row sends the form.
		if (!to) return;
		event.preventDefault();
		go(to);
	};
	grid.addEventListener('input', typed);
	grid.addEventListener('keydown', pressed);
	return () => {
		grid.removeEventListener('input', typed);
		grid.removeEventListener('keydown', pressed);
	};
}
