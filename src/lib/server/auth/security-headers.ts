import { env } from '../env';

/** Pages whose address is itself the key: no copy of them is kept on the way. */
const TOKEN_PAGES =
	/^\/(?:itineraire|accueil|mon-rallye|orientation|invite|invitation|nouveau-mot-de-passe)(?:\/|$)/;

/** Adds to every answer what browsers must be told; `personal` is a page that only its reader may keep. */
export function secure(headers: Headers, pathname: string, personal: boolean): void {
	const byToken = TOKEN_PAGES.test(pathname);
	headers.set('X-Content-Type-Options', 'nosniff');
	// To nobody else; to us it must be told, or a form sent without scripts names no origin and is refused.
	headers.set('Referrer-Policy', 'same-origin');
	headers.set('Permissions-Policy', 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()');
	if ((personal || byToken) && !headers.has('cache-control'))
		headers.set('Cache-Control', 'private, no-store');

	const csp = headers.get('content-security-policy');
	const { tiles } = env();
	if (csp && tiles) headers.set('content-security-policy', withTiles(csp, tiles.url));
}

/** Lets the pages show the images of the tile server at `url`, and of no other. */
export const withTiles = (csp: string, url: string): string =>
	csp.replace('img-src ', `img-src ${originOf(url)} `);

/** `https://{s}.tuiles.exemple.fr/{z}/{x}/{y}.png` → `https://*.tuiles.exemple.fr` */
const originOf = (url: string): string =>
	/^https:\/\/[^/]+/.exec(url)![0].replace(/^(https:\/\/)[^.]*\{s\}[^.]*/, '$1*');
