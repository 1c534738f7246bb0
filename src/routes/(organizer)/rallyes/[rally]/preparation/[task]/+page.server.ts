import { error, fail, redirect } from '@sveltejs/kit';
import { taskFields } from '$lib/domain/fields/preparation';
import { quoted } from '$lib/domain/french';
import { dueDate, firstDayOf } from '$lib/domain/preparation/tasks';
import { getDb } from '$lib/server/db/client';
import { members } from '$lib/server/db/repositories/members';
import { records } from '$lib/server/db/repositories/records';
import { version } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { answerEditError, refuse } from '$lib/server/refusal';
import { saveTask } from '$lib/server/use-cases/preparation/save-task';
import { TaskForm } from '$lib/server/use-cases/preparation/task-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { rally } }) => {
	const db = await getDb();
	const task = await records(db, 'task').find(rally.id, params.task);
	if (!task) error(404, NO_SUCH_RECORD);
	const people = (await members(db).of(rally.organizationId)).map(({ userId, name }) => ({
		id: userId,
		name
	}));
	const gone = task.ownerId !== null && !people.some(({ id }) => id === task.ownerId);
	return {
		task,
		/** The date that the task takes from the first day, when it takes one. */
		follows: dueDate({ ...task, dueOn: null }, firstDayOf(rally)),
		members: gone ? [...people, { id: task.ownerId!, name: 'Une personne partie depuis' }] : people
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params, cookies }) => {
		const form = await readForm(request, TaskForm.safeExtend({ version: version() }));
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = locals;
		const saved = await saveTask(await getDb(), rally, params.task, form.value, actor!);
		if (!saved.ok) {
			if (saved.error.code === 'not-a-member')
				return refuse(form.typed, { ownerId: ['Choisissez quelqu’un de la structure.'] });
			return answerEditError(saved.error, form.value, taskFields);
		}
		flash(cookies, { message: `${quoted(form.value.name)} est enregistrée.`, undo: saved.value.change });
		redirect(303, `/rallyes/${rally.id}/preparation`);
	}
};
