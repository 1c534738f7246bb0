import { z } from 'zod';
import { may, type Actor } from '$lib/domain/access';
import { french, searchable } from '$lib/domain/french';
import { libraryKinds, libraryStates, type LibraryState } from '$lib/domain/network/library';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { networkRecords, type NetworkRow } from '../../db/repositories/network-records';
import { organizations } from '../../db/repositories/organizations';
import * as field from '../../fields';
import type { NotFound } from '../records/edit-record';
import { addNetworkRecord, saveNetworkRecord } from './save-network-record';

export const LibraryForm = z.object({
	title: field.required('Donnez un titre à l’outil.', 120),
	kind: field.choice(libraryKinds, 'Choisissez la sorte d’outil.'),
	body: field.required('Écrivez l’outil lui-même : la règle du jeu, la lettre, la trame.', 10_000),
	licence: field.text(200)
});
export const ProposeForm = LibraryForm.extend({
	organizationId: field.required('Choisissez la structure qui propose.')
});

export interface LibraryTool extends Omit<NetworkRow<'library'>, 'createdAt' | 'updatedBy'> {
	organization: string;
}

/** Every tool with the name of its organisation, in the order of the titles; who typed it is not told outside. */
async function allTools(db: Db): Promise<LibraryTool[]> {
	const rows = await networkRecords(db, 'library').list();
	const names = new Map<string, string>();
	for (const id of new Set(rows.map(({ organizationId }) => organizationId)))
		names.set(id, (await organizations(db).find(id))?.name ?? '');
	return rows
		.map(({ createdAt: _, updatedBy: __, ...row }) => ({
			...row,
			organization: names.get(row.organizationId) ?? ''
		}))
		.sort((a, b) => french.compare(a.title, b.title));
}

/** What somebody may read: what is published, and what their own organisations proposed. */
export async function readLibrary(db: Db, actor: Actor, query: string) {
	const words = searchable(query).split(' ').filter(Boolean);
	const holds = ({ title, body, kind }: LibraryTool) => {
		const text = searchable(`${title} ${libraryKinds[kind]} ${body}`);
		return words.every((word) => text.includes(word));
	};
	const all = await allTools(db);
	const own = (tool: LibraryTool) => may(actor, 'rally:read', tool.organizationId);
	return {
		published: all.filter((tool) => tool.state === 'published' && holds(tool)),
		proposed: all.filter((tool) => tool.state !== 'published' && own(tool))
	};
}

/** Everything, for the federation: what waits for it first. */
export const readWholeLibrary = async (db: Db): Promise<LibraryTool[]> =>
	(await allTools(db)).sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
const order: LibraryState[] = ['proposed', 'published', 'declined'];

export const readTool = async (db: Db, id: string): Promise<LibraryTool | null> =>
	(await allTools(db)).find((tool) => tool.id === id) ?? null;

/** One tool, for an organiser; null when it is not theirs and not published. */
export async function readToolAs(db: Db, actor: Actor, id: string): Promise<LibraryTool | null> {
	const tool = await readTool(db, id);
	return tool && (tool.state === 'published' || may(actor, 'rally:read', tool.organizationId)) ? tool : null;
}

export type NotYourOrganization = { code: 'not-your-organization' };

/** An organiser proposes: nobody else reads it before the federation publishes it. */
export async function proposeTool(
	db: Db,
	{ organizationId, ...values }: z.output<typeof ProposeForm>,
	actor: Actor
): Promise<Result<string, NotYourOrganization>> {
	if (!may(actor, 'rally:write', organizationId)) return err({ code: 'not-your-organization' });
	return ok(await addNetworkRecord(db, 'library', organizationId, values, actor));
}

/** The federation's own tool: published at once. */
export const addTool = (db: Db, organizationId: string, values: z.output<typeof LibraryForm>, actor: Actor) =>
	addNetworkRecord(db, 'library', organizationId, { ...values, state: 'published', publishedAt: new Date() }, actor); // prettier-ignore

export const Decision = z.object({ state: field.choice(libraryStates) });

/** Publishes a tool, declines it or takes it back, whatever its version. */
export async function decideTool(
	db: Db,
	id: string,
	state: LibraryState,
	actor: Actor
): Promise<Result<null, NotFound>> {
	for (;;) {
		const current = await networkRecords(db, 'library').find(id);
		if (!current) return err({ code: 'not-found' });
		const publishedAt = state === 'published' ? new Date() : null;
		const saved = await saveNetworkRecord(db, 'library', id, current.version, { state, publishedAt }, actor);
		if (saved.ok) return ok(null);
	}
}
