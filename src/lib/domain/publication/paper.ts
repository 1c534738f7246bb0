/** Whether a sheet of that version can still be trusted. */
export type PaperState =
	| { kind: 'current'; printed: number }
	/** Was in force once; another is now. */
	| { kind: 'replaced'; printed: number; inForce: number }
	/** Printed from a version that nobody ever published. */
	| { kind: 'draft'; printed: number; inForce: number };

/** `published`: the versions that were in force at some time. */
export const paperState = (printed: number, inForce: number, published: readonly number[]): PaperState =>
	printed === inForce
		? { kind: 'current', printed }
		: { kind: published.includes(printed) ? 'replaced' : 'draft', printed, inForce };

export function paperSentence(state: PaperState): string {
	switch (state.kind) {
		case 'current':
			return `Votre papier est à jour : c’est la version ${state.printed}, celle en vigueur.`;
		case 'replaced':
			return `Votre papier est la version ${state.printed}, la version ${state.inForce} est en vigueur.`;
		case 'draft':
			return `Votre papier est un brouillon (version ${state.printed}) qui n’a pas été publié. La version ${state.inForce} est en vigueur.`;
	}
}
