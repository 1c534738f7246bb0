import { fullDate } from '../french';
import { phases } from '../preparation/phases';
import type { Task } from '../preparation/tasks';
import type { Fields } from '../records';
import { labelled } from './words';

export const taskFields = {
	name: { label: 'Ce qu’il y a à faire' },
	phase: { label: 'Phase', words: labelled(phases) },
	dueOn: { label: 'Pour le', words: fullDate },
	ownerId: { label: 'Qui s’en charge', words: () => 'une autre personne' },
	ownerName: { label: 'Ou un autre nom' },
	note: { label: 'Note' },
	doneOn: { label: 'Fait le', words: fullDate }
} as const satisfies Fields<Omit<Task, 'id' | 'daysBefore' | 'template'>>;
