import {
	challengeKinds,
	challengeScopes,
	type ChallengeKind,
	type ChallengeScope
} from '../challenge/library';

export const challengeFields = {
	name: { label: 'Titre' },
	text: { label: 'Ce que l’équipe doit faire' },
	kind: { label: 'Sorte', words: (kind: ChallengeKind) => challengeKinds[kind] },
	scope: { label: 'Quand', words: (scope: ChallengeScope) => challengeScopes[scope] },
	points: { label: 'Points au plus' }
};
