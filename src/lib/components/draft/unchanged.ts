/**
 * Gives back the very object of the last time while what it says is the same: what is drawn from it is then not drawn
 * again. For plain data: numbers, texts, lists and records of them.
 */
export function unchanged<T>(): (next: T) => T {
	let kept: T | undefined;
	let said: string | undefined;
	return (next) => {
		const says = JSON.stringify(next);
		if (said !== says || kept === undefined) {
			said = says;
			kept = next;
		}
		return kept;
	};
}

/** The same for a list whose elements have an id, one by one. */
export function unchangedEach<T extends { id: string }>(): (next: readonly T[]) => T[] {
	let keepers = new Map<string, (next: T) => T>();
	return (next) => {
		keepers = new Map(next.map(({ id }) => [id, keepers.get(id) ?? unchanged<T>()]));
		return next.map((one) => keepers.get(one.id)!(one));
	};
}
