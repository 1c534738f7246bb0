import { createInsertSchema } from 'drizzle-zod';
import type { z } from 'zod';
import { phases } from '$lib/domain/preparation/phases';
import { preparationTask } from '../../db/schema';
import * as field from '../../fields';
import { bookkeeping } from '../records/bookkeeping';

/** What the form of a task sends; how many days before it is comes from the template and stays. */
export const TaskForm = createInsertSchema(preparationTask, {
	name: field.required('Écrivez ce qu’il y a à faire.', 200),
	phase: field.choice(phases, 'Choisissez la phase.'),
	dueOn: field.dateOrNull(),
	ownerId: field.textOrNull(80),
	ownerName: field.text(120),
	note: field.text(1000),
	doneOn: field.dateOrNull()
}).omit({ ...bookkeeping, daysBefore: true, template: true });

export type TaskInput = z.output<typeof TaskForm>;
