import type { ParticipantFile } from '../participant';

/**
 * What of a person is only for those who prepare the rally (right `people:private`): situation, needs, contacts,
 * certificate, wishes about others. Taken out on the server, before anything is sent.
 */
export const privateFields = [
	'statuses',
	'gender',
	'ageBand',
	'diploma',
	'formerSector',
	'prescriber',
	'phone',
	'email',
	'needs',
	'accessNote',
	'diet',
	'language',
	'referentName',
	'referentPhone',
	'referentEmail',
	'emergencyName',
	'emergencyPhone',
	'liability',
	'liabilityUntil',
	'together',
	'apart',
	'backBy',
	'hasIdPaper'
] as const satisfies readonly (keyof ParticipantFile)[];
export type PrivateField = (typeof privateFields)[number];

export const isPrivate = (field: string): boolean => (privateFields as readonly string[]).includes(field);

/** A record without what its reader may not see. */
export function publicPart<P extends object>(person: P): Omit<P, PrivateField> {
	const shown = { ...person } as Record<string, unknown>;
	for (const field of privateFields) delete shown[field];
	return shown as Omit<P, PrivateField>;
}
