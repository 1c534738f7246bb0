import { createHash, createHmac } from 'node:crypto';

/**
 * The secret part of a team's address: 256 bits, made from the link's id and the server's own secret. It can be
 * printed again at will, and a copy of the database alone does not give it.
 */
export const tokenOf = (linkId: string, secret: string): string =>
	createHmac('sha256', secret).update(`itinerary:${linkId}`).digest('base64url');

/** What the database keeps of a token: enough to recognise it, not to make it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
