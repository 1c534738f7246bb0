import { createHmac } from 'node:crypto';

export { hashOf } from '../itinerary-links/link-token';

/** The secret part of a company's address, made like a team's and never equal to one (see itinerary-links). */
export const hostTokenOf = (linkId: string, secret: string): string =>
	createHmac('sha256', secret).update(`host:${linkId}`).digest('base64url');
