import { createHash, randomBytes } from 'node:crypto';

/** A token for a link, 192 bits: not to be guessed. */
export const newToken = (): string => randomBytes(24).toString('base64url');

/** What is kept of a token: whoever reads the database cannot make the link again. */
export const fingerprint = (token: string): string => createHash('sha256').update(token).digest('base64url');
