import type { Partner } from '../partner';
import { publics, type Profile, type PublicKey } from './public';

/** What a funder's agreement says of whom it pays for. */
export interface CountingRule {
	public: PublicKey;
	/** How many it wants; null when the agreement gives no number. */
	wanted: number | null;
	/** Whether employees of an SIAE may be among them. */
	siae: boolean;
}

/** In the public and counted; in the public but not counted, with the reason; outside the public. */
export type Counted = 'counted' | 'in-siae' | 'outside';

const employedInSiae = ({ statuses }: Profile): boolean =>
	statuses.includes('siae') || statuses.includes('rsa-before-siae');

/**
 * How one person counts for one funder: in exactly one way, however many statuses they have. « Les salariés en
 * insertion qui étaient bénéficiaires du RSA ne peuvent pas être comptabilisés » (Ansa 2019, l. 157), unless the
 * agreement says otherwise; the same holds for any other public.
 */
export function countedFor(person: Profile, rule: Pick<CountingRule, 'public' | 'siae'>): Counted {
	if (!publics[rule.public].holds(person)) return 'outside';
	return employedInSiae(person) && !rule.siae ? 'in-siae' : 'counted';
}

export interface Quota {
	rule: CountingRule;
	/** Each person is in one of the three, once: they add up to `people`. */
	counted: number;
	inSiae: number;
	outside: number;
	people: number;
	/** Still missing; null when no number is wanted. */
	missing: number | null;
}

export function quotaOf(people: readonly (Profile & { id: string })[], rule: CountingRule): Quota {
	const each = new Map(people.map((person) => [person.id, countedFor(person, rule)]));
	const count = (way: Counted) => [...each.values()].filter((one) => one === way).length;
	const counted = count('counted');
	return {
		rule,
		counted,
		inSiae: count('in-siae'),
		outside: count('outside'),
		people: each.size,
		missing: rule.wanted === null ? null : Math.max(0, rule.wanted - counted)
	};
}

/** The rule of a partner that funds and says for whom; null for the others. */
export const ruleOf = ({
	roles,
	targetPublic,
	targetCount,
	countsSiae
}: Pick<Partner, 'roles' | 'targetPublic' | 'targetCount' | 'countsSiae'>): CountingRule | null =>
	roles.includes('funder') && targetPublic
		? { public: targetPublic, wanted: targetCount, siae: countsSiae }
		: null;

export interface FunderQuota extends Quota {
	partnerId: string;
	name: string;
}

export const quotas = (
	people: readonly (Profile & { id: string })[],
	partners: readonly Partner[]
): FunderQuota[] =>
	partners.flatMap((partner) => {
		const rule = ruleOf(partner);
		return rule ? [{ partnerId: partner.id, name: partner.name, ...quotaOf(people, rule) }] : [];
	});
