import { z } from 'zod';
import { worn } from '$lib/domain/hosting';
import {
	decidedTogether,
	hostFieldNames,
	undecided,
	type Decision,
	type HostField
} from '$lib/domain/host-answer';
import type { IsoDate } from '$lib/domain/calendar';
import { consequences, declineReasons, type Decline } from '$lib/domain/mobilisation/pipeline';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { hostAnswers, type HostAnswer } from '../../db/repositories/host-answers';
import { records, type RecordRow } from '../../db/repositories/records';
import * as field from '../../fields';
import type { CompanyInput } from '../companies/company-form';
import { faultIn } from '../companies/save-company';
import { saveRecord, type Editor, type NotFound } from '../records/edit-record';

const decision = z.enum(['accepted', 'refused']).nullish().catch(null);

/** What an organizer decides of one answer, as it and the company stood on screen. */
export const DecisionForm = z.object({
	answer: z.uuid(),
	/** Of the answer, and of the company's record. */
	version: field.version(),
	companyVersion: field.version(),
	decisions: z.partialRecord(z.enum(hostFieldNames), decision).nullish().catch(null),
	/** « Tout accepter », « tout refuser »: of what is left to decide. */
	all: decision,
	/** Why it cannot receive, as the pipeline keeps it; what the company said when nothing is chosen. */
	reason: field.choiceOrNull(declineReasons).catch(null)
});
export type DecisionInput = z.output<typeof DecisionForm>;

/** The company wrote again, or somebody else decided or edited: what is now asked is to be looked at again. */
export type DecidedMeanwhile = { code: 'decided-meanwhile' };
/** What is asked cannot be saved: a slot on a day that is no longer the rally's, fewer visits than promised. */
export type CannotStand = { code: 'cannot-stand'; field: HostField };

export interface Decided {
	accepted: HostField[];
	refused: HostField[];
	/** To be undone; null when nothing of the record changed. */
	change: string | null;
}

/** Accepts or refuses fields of a company's answer. Those accepted are written in its record, in one change. */
export const decideAnswer = (
	db: Db,
	rally: Rally,
	{ answer: id, version, companyVersion, decisions, all, reason }: DecisionInput,
	editor: Editor,
	today: IsoDate
): Promise<Result<Decided, NotFound | DecidedMeanwhile | CannotStand>> =>
	db.transaction(async (tx) => {
		const answer = await hostAnswers(tx).find(rally.id, id);
		const company = answer && (await records(tx, 'company').find(rally.id, answer.companyId));
		if (!answer || !company) return err({ code: 'not-found' });
		if (answer.version !== version || company.version !== companyVersion || answer.settledAt)
			return err({ code: 'decided-meanwhile' });

		const given = together(answer, { ...decisions }, all ?? null);
		const accepted = of(given, 'accepted');
		const values = Object.fromEntries(accepted.map((name) => [name, answer.changes[name]!.after]));
		const wrong = accepted.length > 0 ? faultOf(rally, company, values) : null;
		if (wrong) return err({ code: 'cannot-stand', field: wrong });

		let change: string | null = null;
		if (accepted.length > 0) {
			const decline = {
				reason: reason ?? answer.reason ?? 'other',
				note: answer.note.slice(0, 300)
			} as const;
			const full = inFull(company, values, decline, today);
			const saved = await saveRecord(tx, 'company', rally, company.id, companyVersion, full, editor);
			if (!saved.ok) return err({ code: 'decided-meanwhile' });
			change = saved.value.change;
		}
		const changes = { ...answer.changes };
		for (const [name, what] of Object.entries(given) as [HostField, Decision][])
			changes[name] = {
				...changes[name]!,
				decision: what,
				by: editor.name,
				...(what === 'accepted' && change ? { change } : {})
			};
		// What is read with nothing left to decide is settled: a note alone is settled by « Lu ».
		const settled = undecided(changes).length === 0;
		await hostAnswers(tx).save(answer, {
			changes,
			...(change && { changeId: change }),
			...(settled && { settledAt: new Date(), settledBy: editor.name })
		});
		return ok({ accepted, refused: of(given, 'refused'), change });
	});

const of = (given: Partial<Record<HostField, Decision>>, wanted: Decision): HostField[] =>
	hostFieldNames.filter((name) => given[name] === wanted);

/** What is decided of the fields still waiting; two halves of a pin are decided as one. */
function together(
	{ changes }: HostAnswer,
	decisions: Partial<Record<HostField, Decision | null | undefined>>,
	all: Decision | null
): Partial<Record<HostField, Decision>> {
	const given: Partial<Record<HostField, Decision>> = {};
	for (const name of undecided(changes)) {
		const pair = decidedTogether.find((names) => names.includes(name)) ?? [name];
		const what = decisions[name] ?? pair.map((other) => decisions[other]).find(Boolean) ?? all;
		if (what) given[name] = what;
	}
	return given;
}

function faultOf(
	rally: Rally,
	company: RecordRow<'company'>,
	values: Record<string, unknown>
): HostField | null {
	const asked = { ...company, ...values } as CompanyInput;
	if (asked.visitsMax < asked.visitsMin) return 'visitsMax';
	const fault = faultIn(rally, asked);
	if (!fault) return null;
	return fault.code === 'slot-outside-rally' ? 'slots' : 'entranceLatitude';
}

/**
 * What goes along with the fields accepted: what is lent is worn; a company that cannot receive leaves the pipeline
 * with its reason, and what was to be done next falls away.
 */
function inFull(
	company: RecordRow<'company'>,
	values: Record<string, unknown>,
	decline: Decline,
	today: IsoDate
) {
	const { wear, wearLent, state } = { ...company, ...values };
	return {
		...values,
		...('wear' in values || 'wearLent' in values ? { wear: worn({ wear, wearLent }) } : {}),
		...('state' in values ? consequences(company, state, decline, today) : {})
	};
}
