import {
	byDeadline,
	fundingTotals,
	isFunder,
	type Funder,
	type FundingTotals
} from '$lib/domain/funding/funders';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { records } from '../../db/repositories/records';

export interface FundersRead {
	funders: Funder[];
	totals: FundingTotals;
}

/** The funders of a rally, those whose bilan is wanted first at the head, and what they bring. */
export async function readFunders(db: Db, rally: Pick<Rally, 'id'>): Promise<FundersRead> {
	const funders = (await records(db, 'partner').list(rally.id)).filter(isFunder);
	return { funders: byDeadline(funders), totals: fundingTotals(funders) };
}
