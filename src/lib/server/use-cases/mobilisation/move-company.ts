import type { IsoDate } from '$lib/domain/calendar';
import type { CompanyState } from '$lib/domain/company';
import { consequences, mayMove, type Decline } from '$lib/domain/mobilisation/pipeline';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { saveRecord, type Changed, type NotFound } from '../records/edit-record';
import type { Follower } from './follower';
import { found } from './log-exchange';

export interface Move {
	/** Where the page showed it. */
	from: CompanyState;
	to: CompanyState;
	decline: Decline;
}
/** A refusal without its reason. */
export type ReasonMissing = { code: 'reason-missing' };
export type NotAllowed = { code: 'not-allowed' };
/** Somebody moved it in between. */
export interface MovedMeanwhile {
	code: 'moved-meanwhile';
	by: string;
	at: Date;
	state: CompanyState;
}

/** Moves a company in the pipeline without an exchange: a correction, or news that came another way. */
export async function moveCompany(
	db: Db,
	rally: Rally,
	id: string,
	{ from, to, decline }: Move,
	editor: Follower,
	today: IsoDate
): Promise<Result<Changed & { name: string }, NotFound | ReasonMissing | NotAllowed | MovedMeanwhile>> {
	if (to === 'declined' && !decline.reason) return err({ code: 'reason-missing' });
	if (!mayMove(from, to)) return err({ code: 'not-allowed' });
	for (;;) {
		const company = await found(db, rally, id);
		if (!company) return err({ code: 'not-found' });
		const { state, updatedBy: by, updatedAt: at } = company;
		if (state !== from) return err({ code: 'moved-meanwhile', by, at, state });
		const values = {
			...consequences(company, to, decline, today),
			ownerId: company.ownerId ?? editor.userId
		};
		const saved = await saveRecord(db, 'company', rally, id, company.version, values, editor);
		if (saved.ok) return ok({ ...saved.value, name: company.name });
		if (saved.error.code === 'not-found') return err({ code: 'not-found' });
	}
}
