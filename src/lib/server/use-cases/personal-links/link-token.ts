import { createHash, createHmac } from 'node:crypto';

/**
 * The secret part of a personal page's address: 256 bits, signed from the link's row by the server's own secret. It
 * can be shown again at will, and a copy of the database alone does not give it.
 */
export const tokenOf = (linkId: string, secret: string): string =>
	createHmac('sha256', secret).update(`personal:${linkId}`).digest('base64url');

/** What the database keeps of a token: enough to recognise it, not to make it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
