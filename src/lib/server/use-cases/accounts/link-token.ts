import { createHash, randomBytes } from 'node:crypto';

/** A token for a link, 192 bits: not to be guessed. */
export const newToken = (): string => randomBytes(24).toString('base64url');

/** What is kept of a token: whoever reads the database cannot make the link again. */
export const fingerprint = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** What cannot be one of our tokens is not looked for: PostgreSQL refuses some of what an address may hold. */
export const looksLikeToken = (text: string): boolean => /^[\w-]{20,64}$/.test(text);
