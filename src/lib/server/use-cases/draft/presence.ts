import { z } from 'zod';
import type { Present } from '$lib/domain/draft/presence';

/**
 * Who has a draft open at this moment, by draft and by page. Kept in memory on purpose: it is worth nothing once a page
 * is closed, and nothing of it has to be forgotten later. With several servers, each tells of its own pages.
 */
const open = new Map<string, Map<string, Present>>();

/** Somebody opens a draft; what is answered is to be called when they leave it. */
export function arrive(draft: string, who: Pick<Present, 'client' | 'userId' | 'name'>): () => void {
	const here = open.get(draft) ?? new Map<string, Present>();
	open.set(draft, here);
	const present: Present = { ...who, selected: null, holds: false };
	here.set(who.client, present);
	return () => {
		// The same page may have come back on another line since.
		if (here.get(who.client) === present) here.delete(who.client);
		if (here.size === 0 && open.get(draft) === here) open.delete(draft);
	};
}

/** What somebody has chosen or drags now. Nothing happens for a page that is not there, or is somebody else's. */
export function busyWith(
	draft: string,
	who: Pick<Present, 'client' | 'userId'>,
	doing: Pick<Present, 'selected' | 'holds'>
): void {
	const present = open.get(draft)?.get(who.client);
	if (present?.userId === who.userId) Object.assign(present, doing);
}

/** Everybody else, in the order they came. */
export const othersIn = (draft: string, client: string): Present[] =>
	[...(open.get(draft)?.values() ?? [])].filter((present) => present.client !== client);

/** What a page says of itself. */
export const Doing = z.strictObject({
	client: z.uuid(),
	selected: z
		.strictObject({ kind: z.enum(['visit', 'team', 'company', 'person']), id: z.string().max(64) })
		.nullable(),
	holds: z.boolean()
});
