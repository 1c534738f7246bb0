import { nothingFor, type Recipient, type RecipientKind, type Told } from './told';

export const noticeStates = {
	sending: 'en cours d’envoi',
	sent: 'courriel envoyé',
	failed: 'envoi échoué',
	told: 'prévenu autrement',
	undone: 'repris'
} as const;
export type NoticeState = keyof typeof noticeStates;

/** Whether somebody knows what that notice says. */
export const reached = (state: NoticeState): boolean => state === 'sent' || state === 'told';

/** Somebody to be told, and what they were told last: null for who was never told anything. */
export interface Due {
	kind: RecipientKind;
	id: string;
	before: Told | null;
	now: Told;
}

/**
 * Who must be told of the plan in force: those whose hour or place is not what they were told last, and once told
 * they are not again. A different number of people at the same hours is on the host’s own page, and no reason to
 * write. `reachable` leaves out those who left the rally themselves.
 */
export function due(
	now: readonly Recipient[],
	lastTold: readonly Recipient[],
	reachable: (one: Pick<Recipient, 'kind' | 'id'>) => boolean = () => true
): Due[] {
	const before = new Map(lastTold.map((one) => [keyOf(one), one.told]));
	const concerned = new Set(now.map(keyOf));
	const gone = lastTold
		.filter((one) => !concerned.has(keyOf(one)))
		.map(({ kind, id }): Recipient => ({ kind, id, told: nothingFor(kind) }));
	return [...now, ...gone]
		.filter(reachable)
		.map(({ kind, id, told }): Due => ({
			kind,
			id,
			before: before.get(keyOf({ kind, id })) ?? null,
			now: told
		}))
		.filter((one) => mustBeTold(one.before, one.now));
}

export function mustBeTold(before: Told | null, now: Told): boolean {
	if (before === null) return essence(now) !== essence(nothingFor(now.kind));
	return essence(before) !== essence(now);
}

export const keyOf = ({ kind, id }: Pick<Recipient, 'kind' | 'id'>): string => `${kind} ${id}`;

/** Hours and places as one text, whatever the order of what holds them. */
function essence(told: Told): string {
	switch (told.kind) {
		case 'company':
			return told.visits.map(({ date, from, to, teams }) => `${date} ${from}-${to} x${teams}`).sort().join('|'); // prettier-ignore
		case 'accompanist': {
			const lines = told.teams.flatMap(({ letter, days }) =>
				days.flatMap(({ date, departure, visits }) => [
					`${letter} ${date} ${departure}`,
					...visits.map(({ companyId, from, to }) => `${letter} ${date} ${from}-${to} ${companyId}`)
				])
			);
			// Without a team there is no place to be at.
			return told.teams.length === 0 ? '' : [told.place, ...lines.sort()].join('|');
		}
		case 'participant':
			return told.team === null
				? ''
				: [told.team, told.meeting && [told.meeting.date, told.meeting.at, told.meeting.place].join(' ')].join('|'); // prettier-ignore
	}
}
