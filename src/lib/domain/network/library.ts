/** What organisers share with each other (Ansa 2019, l. 320: a directory of playful supports). */
export const libraryKinds = {
	game: 'Jeu, défi',
	letter: 'Lettre, courriel',
	script: 'Trame d’appel ou d’entretien',
	tool: 'Autre outil'
} as const;
export type LibraryKind = keyof typeof libraryKinds;

/** An organiser proposes, the federation publishes. */
export const libraryStates = {
	proposed: 'Proposé',
	published: 'Publié',
	declined: 'Non retenu'
} as const;
export type LibraryState = keyof typeof libraryStates;
