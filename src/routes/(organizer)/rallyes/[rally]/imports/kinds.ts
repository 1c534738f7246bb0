import type { ImportKind } from '$lib/domain/import/column';

/** Kinds of record by the folder of their list, which is also the word in the address. */
export const kindOf: Record<string, ImportKind> = { entreprises: 'company', participants: 'participant' };
export const folderOf = { company: 'entreprises', participant: 'participants' } as const;
export const NO_SUCH_IMPORT = 'Cet import n’existe pas, ou plus.';
