import { createInsertSchema } from 'drizzle-zod';
import type { z } from 'zod';
import { challengeKinds, challengeScopes } from '$lib/domain/challenge/library';
import { ownChallenge } from '../../db/schema';
import * as field from '../../fields';
import { bookkeeping } from '../records/bookkeeping';

/** What the form of a challenge sends. As many points as a phone can give (sent-event.ts). */
export const ChallengeForm = createInsertSchema(ownChallenge, {
	name: field.required('Donnez un titre au défi.', 80),
	text: field.required('Écrivez ce que l’équipe doit faire.', 400),
	kind: field.choice(challengeKinds, 'Choisissez la sorte de défi.'),
	scope: field.choice(challengeScopes, 'Choisissez quand il se joue.'),
	points: field.whole(1, 100)
}).omit(bookkeeping);

export type ChallengeInput = z.output<typeof ChallengeForm>;
