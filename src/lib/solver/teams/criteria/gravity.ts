/**
 * What a broken rule weighs against another when all cannot hold. Ours: a place for everybody comes first, then
 * the wishes, and last a team that is thin for half a day, which the charter only remarks on.
 */
export const gravity = {
	/** Each person without a seat or without a place for a wheelchair, or above or below the size of a team. */
	person: 10,
	/** A team without an accompanist, and one with nobody at the wheel. */
	crew: 10,
	/** Each two people together or apart against a wish; counted once by each of the two. */
	wishSide: 1,
	/** Each person missing to a team that absences leave too small, by half-day. */
	thin: 1
} as const;
