import { charter } from '../charter/judge';
import { askedRangeKeys, askedRanges } from '../charter/version';
import { figureCatalogue, figureKeys } from '../figures/catalogue';
import { libraryKinds } from '../network/library';
import type { FieldWords } from '../records';
import { allLabelled, labelled } from './words';

/** Key → label of every figure. */
export const figureLabels = Object.fromEntries(
	figureKeys.map((key) => [key, figureCatalogue[key].label])
) as Record<(typeof figureKeys)[number], string>;

/** What the fields of the federation's own records are called. */
export const announcedFields = {
	month: { label: 'Mois' },
	department: { label: 'Département' },
	territory: { label: 'Territoire' },
	organizer: { label: 'Structure' },
	note: { label: 'Remarque' }
} as const satisfies Record<string, FieldWords>;

export const meetingFields = {
	title: { label: 'Titre' },
	heldOn: { label: 'Date' },
	place: { label: 'Lieu' },
	note: { label: 'Ordre du jour, compte rendu' }
} as const satisfies Record<string, FieldWords>;

export const citedFields = {
	year: { label: 'Année dont parle le chiffre' },
	label: { label: 'Ce qui est compté' },
	value: { label: 'Chiffre, tel qu’imprimé' },
	base: { label: 'Sur quel total, compté comment' },
	source: { label: 'Source' },
	sourceOn: { label: 'Date de la source' }
} as const satisfies Record<string, FieldWords>;

export const campaignFields = {
	year: { label: 'Année des rallyes' },
	opensOn: { label: 'Ouverture' },
	dueOn: { label: 'Échéance' },
	message: { label: 'Message aux structures' }
} as const satisfies Record<string, FieldWords>;

export const rightFields = {
	state: { label: 'Décision' },
	heldFrom: { label: 'À compter du' },
	reason: { label: 'Motif' }
} as const satisfies Record<string, FieldWords>;

export const libraryFields = {
	organizationId: { label: 'Structure qui propose' },
	title: { label: 'Titre' },
	kind: { label: 'Sorte d’outil', words: labelled(libraryKinds) },
	body: { label: 'L’outil' },
	licence: { label: 'Auteur et licence' }
} as const satisfies Record<string, FieldWords>;

export const indicatorFields = {
	mandatory: { label: 'Chiffres attendus dans chaque bilan', words: allLabelled(figureLabels) }
} as const satisfies Record<string, FieldWords>;

/** Two words of each figure: what it is called, and what is counted. */
export const wordingFields: Record<string, FieldWords> = Object.fromEntries(
	figureKeys.flatMap((key) => [
		[`${key}-label`, { label: `Nom de « ${figureCatalogue[key].label} »` }],
		[`${key}-definition`, { label: `Définition de « ${figureCatalogue[key].label} »` }]
	])
);

export const charterFields: Record<string, FieldWords> = {
	label: { label: 'Nom court' },
	title: { label: 'Titre' },
	inForceFrom: { label: 'En vigueur à compter du' },
	...Object.fromEntries(
		askedRangeKeys.flatMap((key) => [
			[`${key}Min`, { label: `${askedRanges[key].label}, au moins` }],
			[`${key}Max`, { label: `${askedRanges[key].label}, au plus` }]
		])
	),
	companiesMin: { label: 'Entreprises mobilisées, au moins' },
	...Object.fromEntries(charter.map(({ id, title }) => [id, { label: `${id} ${title}` }]))
};
