import { fail } from '@sveltejs/kit';
import type { FormProblems } from '$lib/server/form';

const SECRET = new Set(['password', 'newPassword', 'currentPassword']);

/** Shows the form again with its problems. Passwords are not sent back: the page must not hold them. */
export const refuseAccount = ({ typed, problems }: FormProblems, status = 400) =>
	fail(status, {
		typed: Object.fromEntries(Object.entries(typed).filter(([name]) => !SECRET.has(name))),
		problems
	});
