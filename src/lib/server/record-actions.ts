import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { getDb } from './db/client';
import type { EditableKind } from './db/repositories/records';
import { flash } from './flash';
import { readForm } from './form';
import { archiveRecord, duplicateRecord, restoreRecord } from './use-cases/records/edit-record';

interface Words {
	archived: (name: string) => string;
	restored: (name: string) => string;
	duplicated: (name: string) => string;
}

const Row = z.object({ id: z.uuid(), name: z.string().max(300).default('') });
type Event = Pick<RequestEvent, 'request' | 'locals' | 'cookies'>;

/** The actions of every list of records: archive, restore, duplicate. `folder` is the list's place under the rally. */
export function recordActions(kind: EditableKind, folder: string, words: Words) {
	const act =
		(change: typeof archiveRecord, say: (name: string) => string, then: 'list' | 'record' = 'list') =>
		async ({ request, locals, cookies }: Event) => {
			const form = await readForm(request, Row);
			if (!form.ok) error(404, 'Cette fiche n’existe pas, ou plus.');
			const done = await change(await getDb(), kind, locals.rally, form.value.id, locals.actor!);
			if (!done.ok) error(404, 'Cette fiche n’existe pas, ou plus.');
			flash(cookies, { message: say(form.value.name), undo: done.value.change });
			redirect(303, `/rallyes/${locals.rally.id}/${folder}${then === 'record' ? `/${done.value.id}` : ''}`);
		};
	return {
		archive: act(archiveRecord, words.archived),
		restore: act(restoreRecord, words.restored),
		duplicate: act(duplicateRecord, words.duplicated, 'record')
	};
}
