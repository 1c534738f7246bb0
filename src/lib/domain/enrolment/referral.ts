import { same } from '../records';
import { needs, statuses, type Need, type Participant, type Status } from '../participant';

/**
 * What a prescriber may say of a person: who they are, how to reach them, what the rally must provide. Their name
 * for the state of a person's health or their origin is not asked: the person says it to the organiser, or not.
 */
export type Referred = Pick<
	Participant,
	| 'firstName'
	| 'lastName'
	| 'phone'
	| 'email'
	| 'commune'
	| 'postcode'
	| 'gender'
	| 'ageBand'
	| 'statuses'
	| 'needs'
> & { referentName: string; referentPhone: string; referentEmail: string };

/** Statuses that stay between the person and the organiser. */
export const keptFromPrescribers: readonly Status[] = ['disabled', 'refugee'];

/** A need that says more of somebody's health than what to provide: theirs to tell the organiser, or not. */
export const needsKeptFromPrescribers: readonly Need[] = ['pregnancy'];

export const referableNeeds = Object.fromEntries(
	Object.entries(needs).filter(([need]) => !needsKeptFromPrescribers.includes(need as Need))
) as Record<string, string>;

export const referableStatuses = Object.fromEntries(
	Object.entries(statuses).filter(([status]) => !keptFromPrescribers.includes(status as Status))
) as Record<string, string>;

/**
 * A correction by the prescriber put on the record as it stands: each field that they changed goes in, unless the
 * organiser has written something else there since. `kept` names those, for the organiser to look at.
 */
export function applyCorrection(
	before: Referred,
	now: Referred,
	record: Referred
): { values: Referred; kept: (keyof Referred)[] } {
	const values = { ...record };
	const kept: (keyof Referred)[] = [];
	for (const field of Object.keys(now) as (keyof Referred)[]) {
		const alike = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
		if (field === 'statuses') {
			// One by one: what the person told the organiser is not the prescriber's to take away.
			const gone = before.statuses.filter((one) => !now.statuses.includes(one));
			const come = now.statuses.filter((one) => !before.statuses.includes(one));
			values.statuses = order([...record.statuses, ...come].filter((one) => !gone.includes(one)));
		} else if (alike(now[field], before[field]) || alike(now[field], record[field])) continue;
		else if (alike(record[field], before[field])) Object.assign(values, { [field]: now[field] });
		else kept.push(field);
	}
	return { values, kept };
}

/**
 * What the organiser is still to be shown once a correction is in: fields kept by this one, and those of a correction
 * before it, as long as the record says something else than the prescriber.
 */
export const clashesAfter = (
	before: readonly (keyof Referred)[],
	kept: readonly (keyof Referred)[],
	sent: Referred,
	record: Referred
): (keyof Referred)[] =>
	(Object.keys(sent) as (keyof Referred)[]).filter(
		(field) => (before.includes(field) || kept.includes(field)) && !same(sent[field], record[field])
	);

const order = (some: Status[]): Status[] =>
	(Object.keys(statuses) as Status[]).filter((status) => some.includes(status));
