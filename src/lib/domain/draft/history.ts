import { reversed, type CellChange } from './cells';

/** An edit as the journal of a draft keeps it. */
export interface MadeEdit {
	number: number;
	kind: string;
	changes: CellChange[];
	/** The edit that an `undo` takes back, or that a `redo` makes again. */
	of: number | null;
	by: string;
	byId: string;
	at: Date;
}

export interface Stacks<E> {
	/** What one may take back, the last one at the end. */
	undo: E[];
	/** What one may make again, the last one taken back at the end. */
	redo: E[];
}

/** What somebody may take back and make again: their own edits only, as in any editor; a new edit forgets the second. */
export function stacksOf<E extends Pick<MadeEdit, 'number' | 'kind' | 'of' | 'byId'>>(
	edits: readonly E[],
	me: string
): Stacks<E> {
	const stacks: Stacks<E> = { undo: [], redo: [] };
	for (const edit of edits) {
		if (edit.byId !== me) continue;
		const { kind, of } = edit;
		const take = (from: E[]) => {
			const at = from.findIndex(({ number }) => number === of);
			return at < 0 ? [] : from.splice(at, 1);
		};
		if (kind === 'undo') stacks.redo.push(...take(stacks.undo));
		else if (kind === 'redo') stacks.undo.push(...take(stacks.redo));
		else {
			stacks.undo.push(edit);
			stacks.redo = [];
		}
	}
	return stacks;
}

/** The changes that take an edit back, or make it again. */
export const changesToUndo = (edit: Pick<MadeEdit, 'changes'>): CellChange[] => reversed(edit.changes);
export const changesToRedo = (edit: Pick<MadeEdit, 'changes'>): CellChange[] => [...edit.changes];
