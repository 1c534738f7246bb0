import { guestKinds, guestReplies, type Guest } from '../closing/guests';
import type { Fields } from '../records';
import { labelled } from './words';

export const guestFields = {
	name: { label: 'Qui est invité' },
	organisation: { label: 'Structure' },
	kind: { label: 'À quel titre', words: labelled(guestKinds) },
	people: { label: 'Personnes invitées' },
	reply: { label: 'Réponse', words: labelled(guestReplies) },
	coming: { label: 'Personnes annoncées' },
	came: { label: 'Personnes venues' },
	note: { label: 'Note' }
} as const satisfies Fields<Guest & { note: string }>;
