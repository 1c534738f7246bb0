import type { Cookies } from '@sveltejs/kit';
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import type { SetCookies } from './session';

/** Hands the session's cookies to the browser with the answer of the route. */
export function keepCookies(cookies: Cookies, received: SetCookies): void {
	for (const line of received) {
		for (const [name, attributes] of parseSetCookieHeader(line)) {
			cookies.set(name, attributes.value, {
				...toCookieOptions(attributes),
				path: attributes.path ?? '/',
				// Left out, SvelteKit would add Secure on any host but localhost, and lose the session over http.
				secure: attributes.secure === true
			});
		}
	}
}
