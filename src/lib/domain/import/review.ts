import { plural, quoted } from '../french';

/** What will become of a row of the file. */
export const rowStatuses = {
	create: 'À créer',
	update: 'À mettre à jour',
	same: 'Déjà à jour',
	duplicate: 'Doublon probable',
	error: 'En erreur',
	skipped: 'Laissée de côté',
	applied: 'Importée'
} as const;
export type RowStatus = keyof typeof rowStatuses;

/** What a person decides about a row that is not clear by itself. */
export const decisions = {
	create: 'Créer quand même une nouvelle fiche',
	update: 'Mettre à jour la fiche existante',
	skip: 'Laisser cette ligne de côté'
} as const;
export type Decision = keyof typeof decisions;

/** Something wrong in a row: at a column of the file, or in the whole row. */
export interface RowFault {
	/** Column of the file, from 0; null when the file has none for that field. */
	column: number | null;
	field: string;
	message: string;
	/** What the cell would become if the proposal is accepted. */
	repair?: string;
}

export interface FieldChange {
	field: string;
	before: string;
	after: string;
}

/** The record, or the earlier line of the file, that a row is taken for. */
export type Twin =
	{ kind: 'record'; id: string; name: string } | { kind: 'line'; line: number; name: string };

export interface RowReview {
	status: RowStatus;
	/** How the record is called on screen. */
	name: string;
	faults: RowFault[];
	twin: Twin | null;
	/** For a row to update: what would change. */
	changes: FieldChange[];
}

export const twinInWords = (twin: Twin): string =>
	twin.kind === 'line'
		? `Ressemble à la ligne ${twin.line} du fichier, ${quoted(twin.name)}.`
		: `Ressemble à la fiche ${quoted(twin.name)} de ce rallye.`;

export type Counts = Record<RowStatus, number>;
export const noCounts = (): Counts => ({
	create: 0,
	update: 0,
	same: 0,
	duplicate: 0,
	error: 0,
	skipped: 0,
	applied: 0
});

/** « 12 fiches à créer et 3 à mettre à jour » */
export function toApply({ create, update }: Pick<Counts, 'create' | 'update'>): string {
	if (create === 0 && update === 0) return 'Rien à importer';
	const created = create > 0 ? `${plural(create, 'fiche')} à créer` : '';
	const updated = update > 0 ? `${create > 0 ? update : plural(update, 'fiche')} à mettre à jour` : '';
	return [created, updated].filter(Boolean).join(' et ');
}
