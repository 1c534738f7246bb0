import { redirect, type RequestEvent } from '@sveltejs/kit';
import { flash } from '$lib/server/flash';

/** Back to the list of challenges, with a message that « Annuler » can take back. */
export function toChallenges(
	{ cookies, locals }: Pick<RequestEvent, 'cookies' | 'locals'>,
	message: string,
	undo?: string
): never {
	flash(cookies, { message, undo });
	redirect(303, `/rallyes/${locals.rally.id}/defis`);
}
