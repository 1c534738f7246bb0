import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { quoted } from '$lib/domain/french';
import { getDb } from './db/client';
import type { ListedKind } from './db/repositories/records';
import { flash } from './flash';
import { readForm } from './form';
import { archiveRecord, duplicateRecord, restoreRecord, type Changed } from './use-cases/records/edit-record';

/** Where each kind of record is listed, under the rally. */
const folders: Record<ListedKind, string> = {
	company: 'entreprises',
	participant: 'participants',
	vehicle: 'vehicules',
	accompanist: 'accompagnateurs',
	partner: 'partenaires',
	guest: 'cloture/invites',
	session: 'participants/informations'
};

const said = {
	added: (name: string) => `La fiche ${name} est ajoutée.`,
	saved: (name: string) => `La fiche ${name} est enregistrée.`,
	archived: (name: string) => `La fiche ${name} est archivée : elle ne compte plus dans le rallye.`,
	restored: (name: string) => `La fiche ${name} est de retour dans la liste.`,
	duplicated: (name: string) => `La fiche ${name} est copiée. Voici la copie.`
};

export const NO_SUCH_RECORD = 'Cette fiche n’existe pas, ou plus.';
type Event = Pick<RequestEvent, 'request' | 'locals' | 'cookies'>;

/** Returns to the list (to the copy, when there is one) with a message that can undo the change. */
export function done(
	{ cookies, locals }: Event,
	kind: ListedKind,
	what: keyof typeof said,
	name: string,
	{ id, change }: Changed
): never {
	flash(cookies, { message: said[what](quoted(name)), undo: change });
	const list = `/rallyes/${locals.rally.id}/${folders[kind]}`;
	redirect(303, what === 'duplicated' ? `${list}/${id}` : list);
}

const Row = z.object({ id: z.uuid(), name: z.string().max(300).default('') });

/** The actions of every list of records: archive, restore, duplicate. */
export function recordActions(kind: ListedKind) {
	const act = (change: typeof archiveRecord, what: keyof typeof said) => async (event: Event) => {
		const form = await readForm(event.request, Row);
		if (!form.ok) error(404, NO_SUCH_RECORD);
		const { rally, actor } = event.locals;
		const changed = await change(await getDb(), kind, rally, form.value.id, actor!);
		if (!changed.ok) error(404, NO_SUCH_RECORD);
		done(event, kind, what, form.value.name, changed.value);
	};
	return {
		archive: act(archiveRecord, 'archived'),
		restore: act(restoreRecord, 'restored'),
		duplicate: act(duplicateRecord, 'duplicated')
	};
}
