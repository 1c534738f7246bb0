import { createInsertSchema } from 'drizzle-zod';
import type { z } from 'zod';
import { declineReasons, nextSteps } from '$lib/domain/mobilisation/pipeline';
import { company } from '../../db/schema';
import * as field from '../../fields';

/** A person or an organisation, in the words of whoever typed it: not one of the rally's records. */
export const introducedBy = () => field.text(120);

/** How a company is followed: who, what next, its wishes, who it is known through. */
export const FollowUpForm = createInsertSchema(company, {
	ownerId: field.textOrNull(80),
	nextStep: field.choiceOrNull(nextSteps),
	nextStepOn: field.dateOrNull(),
	nextStepNote: field.text(300),
	pausedUntil: field.dateOrNull(),
	mayBeNamed: field.ticked(),
	introducedBy: introducedBy(),
	declineReason: field.choiceOrNull(declineReasons),
	declineNote: field.text(300)
})
	.pick({
		ownerId: true,
		nextStep: true,
		nextStepOn: true,
		nextStepNote: true,
		pausedUntil: true,
		mayBeNamed: true,
		introducedBy: true,
		declineReason: true,
		declineNote: true
	})
	.superRefine(({ nextStep, nextStepOn }, context) => {
		const add = (path: string, message: string) =>
			context.addIssue({ code: 'custom', path: [path], message });
		if (nextStep && !nextStepOn) add('nextStepOn', 'Quel jour ?');
		if (!nextStep && nextStepOn) add('nextStep', 'Que faire ce jour-là ?');
	});

export type FollowUpInput = z.output<typeof FollowUpForm>;
