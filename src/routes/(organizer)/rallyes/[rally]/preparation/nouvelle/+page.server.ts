import { fail, redirect } from '@sveltejs/kit';
import { quoted } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { members } from '$lib/server/db/repositories/members';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { refuse } from '$lib/server/refusal';
import { addTask } from '$lib/server/use-cases/preparation/save-task';
import { TaskForm } from '$lib/server/use-cases/preparation/task-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { rally } }) => ({
	members: (await members(await getDb()).of(rally.organizationId)).map(({ userId, name }) => ({
		id: userId,
		name
	}))
});

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const form = await readForm(request, TaskForm);
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = locals;
		const added = await addTask(await getDb(), rally, form.value, actor!);
		if (!added.ok) return refuse(form.typed, { ownerId: ['Choisissez quelqu’un de la structure.'] });
		flash(cookies, { message: `${quoted(form.value.name)} est à faire.`, undo: added.value.change });
		redirect(303, `/rallyes/${rally.id}/preparation`);
	}
};
