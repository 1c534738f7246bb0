import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { wallClock } from '$lib/domain/clock';
import { moment, plural, quoted } from '$lib/domain/french';
import { phases, type Phase } from '$lib/domain/preparation/phases';
import { getDb } from '$lib/server/db/client';
import { version } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { archiveRecord, restoreRecord } from '$lib/server/use-cases/records/edit-record';
import { readPreparation } from '$lib/server/use-cases/preparation/read-preparation';
import { tickTask } from '$lib/server/use-cases/preparation/save-task';
import { startFromTemplate } from '$lib/server/use-cases/preparation/start-from-template';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const today = () => wallClock(new Date()).date;

export const load: PageServerLoad = async ({ locals: { rally }, url }) => {
	const archived = url.searchParams.has('archives');
	const { tasks, ...read } = await readPreparation(await getDb(), rally, today(), { archived });
	const asked = url.searchParams.get('phase') ?? '';
	const phase = Object.hasOwn(phases, asked) ? (asked as Phase) : null;
	return { ...read, archived, phase, tasks: tasks.filter(({ task }) => !phase || task.phase === phase) };
};

const Row = z.object({ id: z.uuid(), name: z.string().max(300).default('') });
const Tick = Row.extend({ version: version(), done: z.enum(['oui', 'non']) });

/** The same view of the page, with a message that can undo the change. */
function back({ cookies, url }: RequestEvent, message: string, undo?: string): never {
	flash(cookies, { message, ...(undo && { undo }) });
	const asked = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
	redirect(303, `${url.pathname}${asked.size > 0 ? `?${asked}` : ''}`);
}

const put = (change: typeof archiveRecord, said: string) => async (event: RequestEvent) => {
	const form = await readForm(event.request, Row);
	if (!form.ok) error(404, NO_SUCH_RECORD);
	const { rally, actor } = event.locals;
	const changed = await change(await getDb(), 'task', rally, form.value.id, actor!);
	if (!changed.ok) error(404, NO_SUCH_RECORD);
	back(event, `${quoted(form.value.name)} ${said}.`, changed.value.change);
};

export const actions: Actions = {
	tick: async (event) => {
		const form = await readForm(event.request, Tick);
		if (!form.ok) error(404, NO_SUCH_RECORD);
		const { id, name, version: opened, done } = form.value;
		const { rally, actor } = event.locals;
		const told = { id, version: opened, done: done === 'oui' };
		const saved = await tickTask(await getDb(), rally, told, today(), actor!);
		if (saved.ok)
			back(
				event,
				`${quoted(name)} : ${told.done ? 'c’est fait' : 'à faire de nouveau'}.`,
				saved.value.change
			);
		if (saved.error.code === 'not-found') error(404, NO_SUCH_RECORD);
		const { by, at } = saved.error;
		back(event, `${by} a changé ${quoted(name)} le ${moment(at)} : regardez, puis recommencez si besoin.`);
	},

	template: async (event) => {
		const { rally, actor } = event.locals;
		const added = await startFromTemplate(await getDb(), rally, actor!);
		if (!added) back(event, 'Toutes les tâches du modèle sont déjà là.');
		back(event, `${plural(added.count, 'tâche')} du modèle ajoutées.`, added.first.change);
	},

	archive: put(archiveRecord, 'est mise de côté'),
	restore: put(restoreRecord, 'est de retour')
};
