import { halfDaysOf } from '$lib/domain/calendar';
import type { Rally } from '$lib/domain/rally';

/** Leaves out absences on half-days that the rally does not have, or no longer has. */
export function withinProgramme<T extends { absences: string[] }>(
	rally: Pick<Rally, 'programme'>,
	input: T
): T {
	const known = new Set<string>(halfDaysOf(rally.programme).map(({ key }) => key));
	return { ...input, absences: input.absences.filter((key) => known.has(key)) };
}
