import { isAPIError } from 'better-auth/api';

/** Whether the library refused for one of these reasons; anything else it throws is a bug or a lost database. */
export const refusedBy = (problem: unknown, ...codes: string[]): boolean =>
	isAPIError(problem) && codes.includes((problem as { body?: { code?: string } }).body?.code ?? '');
