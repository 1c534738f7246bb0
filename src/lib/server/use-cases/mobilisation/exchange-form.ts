import { createInsertSchema } from 'drizzle-zod';
import { z } from 'zod';
import { channels } from '$lib/domain/mobilisation/contact';
import { isAnswer, outcomes, silences } from '$lib/domain/mobilisation/exchange';
import { declineReasons, nextSteps } from '$lib/domain/mobilisation/pipeline';
import { companyExchange } from '../../db/schema';
import * as field from '../../fields';
import { bookkeeping } from '../records/bookkeeping';

const ofCompany = { ...bookkeeping, companyId: true, by: true } as const;

const Exchange = createInsertSchema(companyExchange, {
	on: field.date('Quel jour était-ce ?'),
	channel: field.choice(channels, 'Dites par quel moyen.'),
	outcome: field.choice(outcomes, 'Dites ce qu’il en est sorti.'),
	spokenTo: field.text(120),
	note: field.text(2000),
	explained: field.ticked(),
	silence: field.choiceOrNull(silences)
}).omit(ofCompany);

/** An exchange to correct: what was noted of it. The company stays where it is. */
export const ExchangeForm = Exchange.extend({ version: field.version() }).transform(withoutSilence);

/** A silence has a reason only where nobody answered. */
function withoutSilence<E extends z.output<typeof Exchange>>(input: E): E {
	return isAnswer(input.outcome) ? { ...input, silence: null } : input;
}

/** An exchange as it is noted: with the reason of a refusal, and what to do next when it is not the usual thing. */
export const LogForm = Exchange.extend({
	declineReason: field.choiceOrNull(declineReasons),
	nextStep: field.choiceOrNull({ ...nextSteps, none: '' }),
	nextStepOn: field.dateOrNull()
})
	.superRefine(({ outcome, declineReason, nextStep, nextStepOn }, context) => {
		const add = (path: string, message: string) =>
			context.addIssue({ code: 'custom', path: [path], message });
		if (outcome === 'declined' && !declineReason)
			add('declineReason', 'Gardez la raison du refus : elle servira l’an prochain.');
		if (nextStep && nextStep !== 'none' && !nextStepOn) add('nextStepOn', 'Quel jour ?');
		if (!nextStep && nextStepOn) add('nextStep', 'Que faire ce jour-là ?');
	})
	.transform(withoutSilence);

export type ExchangeInput = z.output<typeof Exchange>;
export type LogInput = z.output<typeof LogForm>;
