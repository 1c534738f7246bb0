import type { IsoDate } from '$lib/domain/calendar';
import type { CompanyState } from '$lib/domain/company';
import { silenceOf } from '$lib/domain/mobilisation/chase';
import { isAnswer } from '$lib/domain/mobilisation/exchange';
import {
	consequences,
	proposeNext,
	stateAfter,
	type NextStep,
	type Planned
} from '$lib/domain/mobilisation/pipeline';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { records, type RecordRow } from '../../db/repositories/records';
import {
	addRecord,
	saveRecord,
	type Changed,
	type EditedMeanwhile,
	type NotFound
} from '../records/edit-record';
import type { ExchangeInput, LogInput } from './exchange-form';
import type { Follower } from './follower';

/** A contact that is still to come is a next step, not an exchange. */
export type StillToCome = { code: 'still-to-come' };

export interface Logged extends Changed {
	from: CompanyState;
	to: CompanyState;
	next: Planned | null;
}

/**
 * Notes an exchange with a company: it moves in the pipeline as what came of it says, and what to do next is planned.
 * Whoever calls a company that nobody follows follows it. Undone as one.
 */
export const logExchange = (
	db: Db,
	rally: Rally,
	companyId: string,
	input: LogInput,
	editor: Follower,
	today: IsoDate
): Promise<Result<Logged, NotFound | StillToCome>> =>
	db.transaction(async (tx) => {
		if (input.on > today) return err({ code: 'still-to-come' });
		const { declineReason, nextStep, nextStepOn, ...exchange } = input;
		const asked =
			nextStep === 'none' ? null : nextStep && nextStepOn ? { step: nextStep, on: nextStepOn } : undefined;
		if (!(await found(tx, rally, companyId))) return err({ code: 'not-found' });
		const values = { ...exchange, companyId, by: editor.name };
		const added = await addRecord(tx, 'exchange', rally, values, editor);
		const tries = await triesOf(tx, rally, companyId, today);
		for (;;) {
			// Read again when somebody saved it in between: what follows depends on where it stands.
			const company = await found(tx, rally, companyId);
			if (!company) return err({ code: 'not-found' });
			const to = stateAfter(company.state, input.outcome);
			const next = asked === undefined ? usualNext(company, input, tries, today) : asked;
			const moved = consequences(company, to, { reason: declineReason, note: '' }, today);
			const saved = await saveRecord(
				tx,
				'company',
				rally,
				companyId,
				company.version,
				{
					...moved,
					...(company.state === to &&
						to === 'declined' && { declineReason: declineReason ?? company.declineReason }),
					nextStep: next?.step ?? null,
					nextStepOn: next?.on ?? null,
					nextStepNote: '',
					ownerId: company.ownerId ?? editor.userId
				},
				editor,
				added.change
			);
			if (saved.ok) return ok({ ...added, from: company.state, to, next });
			if (saved.error.code === 'not-found') return err({ code: 'not-found' });
		}
	});

/** A silence leaves what was already planned for later as it is, when an answer was not waited for. */
function usualNext(
	company: RecordRow<'company'>,
	{ outcome }: Pick<ExchangeInput, 'outcome'>,
	tries: number,
	today: IsoDate
): Planned | null {
	const settled = company.state === 'confirmed' || company.state === 'reserve';
	const planned = company.nextStep && company.nextStepOn && company.nextStepOn > today;
	if (settled && planned && !isAnswer(outcome))
		return { step: company.nextStep as NextStep, on: company.nextStepOn! };
	if (company.state === 'declined' && !isAnswer(outcome)) return null;
	return proposeNext(outcome, { today, tries, hasSlots: company.slots.length > 0 });
}

/** Corrects what was noted of an exchange, opened at `version`. */
export async function saveExchange(
	db: Db,
	rally: Rally,
	id: string,
	{ version, ...input }: ExchangeInput & { version: number },
	editor: Follower,
	today: IsoDate
): Promise<Result<Changed, NotFound | EditedMeanwhile | StillToCome>> {
	if (input.on > today) return err({ code: 'still-to-come' });
	return saveRecord(db, 'exchange', rally, id, version, input, editor);
}

/** A company of the rally that is in its lists. */
export async function found(
	db: Db,
	rally: Pick<Rally, 'id'>,
	id: string
): Promise<RecordRow<'company'> | null> {
	const company = await records(db, 'company').find(rally.id, id);
	return company && !company.archivedAt ? company : null;
}

async function triesOf(tx: Db, rally: Rally, companyId: string, today: IsoDate): Promise<number> {
	const all = await records(tx, 'exchange').list(rally.id);
	return silenceOf(all.filter((of) => of.companyId === companyId), today)?.tries ?? 0; // prettier-ignore
}
