import { publics, type Profile, type PublicKey } from '../counting/public';
import { countedFor, type CountingRule, type Quota } from '../counting/quota';
import { gaugeOf, type FseGauge } from '../fse/gauge';

/** How people count for a funder and for the FSE+, kept when they are erased: numbers, tied to nobody. */
export interface PeopleCounts {
	people: number;
	/** In each public: counted whatever the agreement says, and counted only where it takes SIAE employees. */
	publics: Record<PublicKey, { counted: number; inSiae: number }>;
	fse: { people: number; incomplete: number };
}

const publicKeys = Object.keys(publics) as PublicKey[];
const byPublic = (count: (key: PublicKey) => { counted: number; inSiae: number }) =>
	Object.fromEntries(publicKeys.map((key) => [key, count(key)])) as PeopleCounts['publics'];

export function countPeople(
	people: readonly Profile[],
	fse: Pick<FseGauge, 'people' | 'incomplete'>
): PeopleCounts {
	return {
		people: people.length,
		publics: byPublic((key) => {
			const ways = people.map((person) => countedFor(person, { public: key, siae: false }));
			return {
				counted: ways.filter((way) => way === 'counted').length,
				inSiae: ways.filter((way) => way === 'in-siae').length
			};
		}),
		fse: { people: fse.people, incomplete: fse.incomplete }
	};
}

/** `sign` −1: what one counts and the other no longer does. A key that was not counted then is zero. */
export const addedUp = (one: PeopleCounts, other: PeopleCounts, sign: 1 | -1 = 1): PeopleCounts => ({
	people: one.people + sign * other.people,
	publics: byPublic((key) => ({
		counted: (one.publics[key]?.counted ?? 0) + sign * (other.publics[key]?.counted ?? 0),
		inSiae: (one.publics[key]?.inSiae ?? 0) + sign * (other.publics[key]?.inSiae ?? 0)
	})),
	fse: {
		people: one.fse.people + sign * other.fse.people,
		incomplete: one.fse.incomplete + sign * other.fse.incomplete
	}
});

/** A quota with those who were erased since; as it is when nobody was. */
export function quotaWith<Q extends Quota>(quota: Q, kept: PeopleCounts | null): Q {
	if (!kept) return quota;
	const { public: key, siae, wanted }: CountingRule = quota.rule;
	const own = kept.publics[key] ?? { counted: 0, inSiae: 0 };
	const counted = quota.counted + own.counted + (siae ? own.inSiae : 0);
	const inSiae = quota.inSiae + (siae ? 0 : own.inSiae);
	const people = quota.people + kept.people;
	return {
		...quota,
		...{ counted, inSiae, people, outside: people - counted - inSiae },
		missing: wanted === null ? null : Math.max(0, wanted - counted)
	};
}

export const gaugeWith = (gauge: FseGauge, kept: PeopleCounts | null): FseGauge =>
	kept ? gaugeOf(gauge.people + kept.fse.people, gauge.incomplete + kept.fse.incomplete) : gauge;
