import { redirect, type RequestEvent } from '@sveltejs/kit';
import { flash } from '$lib/server/flash';

/** Goes to a page with a message that « Annuler » can take back. */
export function doneAt(
	{ cookies }: Pick<RequestEvent, 'cookies'>,
	path: string,
	message: string,
	undo?: string
): never {
	flash(cookies, { message, ...(undo && { undo }) });
	redirect(303, path);
}
