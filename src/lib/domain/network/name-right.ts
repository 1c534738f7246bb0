import type { IsoDate } from '../calendar';

/** An organisation's right to the name and the logo of the rallies (the charter lets the network withdraw it, l. 106). */
export const nameRightStates = {
	granted: 'Accordé',
	suspended: 'Suspendu',
	withdrawn: 'Retiré'
} as const;
export type NameRightState = keyof typeof nameRightStates;

/** A decision; none is ever changed. */
export interface NameRight {
	state: NameRightState;
	reason: string;
	heldFrom: IsoDate;
	by: string;
	at: Date;
}

/** What holds on a day: the decision that began last, and of two of the same day the one written last. */
export function rightInForce(decisions: readonly NameRight[], on: IsoDate): NameRight | null {
	const begun = decisions.filter(({ heldFrom }) => heldFrom <= on);
	return (
		begun.sort((a, b) => b.heldFrom.localeCompare(a.heldFrom) || b.at.getTime() - a.at.getTime())[0] ?? null
	);
}
