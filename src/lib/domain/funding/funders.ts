import { daysBetween, type IsoDate } from '../calendar';
import { french } from '../french';
import type { Funding, Partner } from '../partner';

export type Funder = Pick<Partner, 'id' | 'name' | 'roles' | 'targetPublic' | 'targetCount'> & Funding;

/** Whoever funds, or was asked to: a request refused is part of the story. */
export const isFunder = ({ roles, fundingState }: Pick<Funder, 'roles' | 'fundingState'>): boolean =>
	roles.includes('funder') || fundingState !== null;

export interface FundingTotals {
	/** Said and not refused, cents: what is granted replaces what was promised by the same funder. */
	expected: number;
	granted: number;
	/** Funders that promised or granted without an amount written. */
	unsaid: number;
}

/** A refusal counts for nothing; a grant counts for what is written, not for what had been promised. */
export function fundingTotals(funders: readonly Funder[]): FundingTotals {
	const standing = funders.filter(({ fundingState }) => fundingState !== 'refused');
	const grantedOf = (one: Funder) => (one.fundingState === 'granted' ? (one.grantedCents ?? 0) : 0);
	const expectedOf = (one: Funder) =>
		one.fundingState === 'granted' ? (one.grantedCents ?? one.promisedCents ?? 0) : (one.promisedCents ?? 0);
	const sum = (value: (one: Funder) => number) => standing.reduce((total, one) => total + value(one), 0);
	return {
		expected: sum(expectedOf),
		granted: sum(grantedOf),
		unsaid: standing.filter((one) => one.fundingState === 'granted' && one.grantedCents === null).length
	};
}

/** « late » once the day is past: whether the bilan was sent is said by the bilan itself. */
export const bilanDue = (
	{ bilanDueOn }: Pick<Funding, 'bilanDueOn'>,
	today: IsoDate
): 'none' | 'past' | 'soon' | 'later' => {
	if (bilanDueOn === null) return 'none';
	const days = daysBetween(today, bilanDueOn);
	return days < 0 ? 'past' : days <= 30 ? 'soon' : 'later';
};

/** Those whose bilan is wanted first come first. */
export const byDeadline = <T extends Pick<Funder, 'name' | 'bilanDueOn'>>(funders: readonly T[]): T[] =>
	[...funders].sort(
		(a, b) => (a.bilanDueOn ?? '9999').localeCompare(b.bilanDueOn ?? '9999') || french.compare(a.name, b.name)
	);
