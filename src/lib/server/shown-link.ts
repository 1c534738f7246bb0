import type { PersonalLink } from './db/repositories/personal-links';
import { env } from './env';
import { qrSvg } from './qr-svg';
import { tokenOf } from './use-cases/personal-links/link-token';

/** A personal page's address as it is shown to whoever hands it out; made from the row, never read from it. */
export function shownLink({ id, expiresAt, lastSeenAt }: PersonalLink, path: (token: string) => string) {
	const address = env().origin + path(tokenOf(id, env().secret));
	return { address, qr: qrSvg(address), expiresAt, lastSeenAt, expired: expiresAt <= new Date() };
}
