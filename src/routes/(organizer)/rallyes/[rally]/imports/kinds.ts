import type { ImportKind } from '$lib/domain/import/column';

/** Kinds of record by the folder of their list, which is also the word in the address. */
export const folderOf = {
	company: 'entreprises',
	participant: 'participants',
	vehicle: 'vehicules',
	accompanist: 'accompagnateurs'
} as const satisfies Record<ImportKind, string>;
export const kindOf: Record<string, ImportKind> = Object.fromEntries(
	(Object.keys(folderOf) as ImportKind[]).map((kind) => [folderOf[kind], kind])
);
export const NO_SUCH_IMPORT = 'Cet import n’existe pas, ou plus.';
