import type { Cookies } from '@sveltejs/kit';
import { z } from 'zod';
import { env } from './env';

const NAME = 'equipage-message';
const Flash = z.object({ message: z.string().max(500), undo: z.string().max(64).optional() });
const options = () =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure: env().origin.startsWith('https:') }) as const;

/** Leaves a message for the page that the answer leads to; `undo` is the change that « Annuler » takes back. */
export const flash = (cookies: Cookies, { message, undo }: App.Flash): void =>
	cookies.set(NAME, JSON.stringify({ message: message.slice(0, 500), undo }), { ...options(), maxAge: 60 });

/** The message left by the request before, if any. */
export function readFlash(cookies: Cookies): App.Flash | null {
	const written = cookies.get(NAME);
	if (!written) return null;
	try {
		return Flash.parse(JSON.parse(written)) as App.Flash;
	} catch {
		return null; // not written by us
	}
}

/** The header that forgets the message once a page has shown it. */
export const forgetFlash = (): string =>
	`${NAME}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${options().secure ? '; Secure' : ''}`;
