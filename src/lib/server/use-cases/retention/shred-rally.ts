import { z } from 'zod';
import { wallClock } from '$lib/domain/clock';
import { searchable } from '$lib/domain/french';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { bilans } from '../../db/repositories/bilans';
import { eraseEverybody, eraseRally } from '../../db/repositories/people-erasure';
import { personRequests } from '../../db/repositories/person-requests';
import { rallies } from '../../db/repositories/rallies';
import { readings } from '../../db/repositories/readings';
import { rallyMemories } from '../../db/repositories/rally-memories';
import * as field from '../../fields';
import { log } from '../../log';
import { readFigures } from '../bilans/read-figures';
import type { Editor } from '../records/edit-record';
import { reduceRally, type ReduceFault } from './reduce-rally';

/** What is to be erased of a rally. */
export const shredded = {
	people: 'Les personnes seulement',
	everything: 'Tout le rallye'
} as const;

export const ShredForm = z.object({
	what: field.choice(shredded, 'Choisissez ce qui est effacé.'),
	title: field.required('Recopiez le nom du rallye.')
});

export type ShredFault =
	| ReduceFault
	/** What was typed is not the rally's title. */
	| { code: 'other-title' }
	/** The federation or a funder counts on what it received. */
	| { code: 'bilan-sent' };

/**
 * Erases a rally's people, or the whole rally, once its title was typed. The whole rally goes only when nobody
 * received a bilan of it: the federation's totals are made of those. Its figures stay once it is over.
 */
export async function shredRally(
	db: Db,
	rally: Rally,
	{ what, title }: z.output<typeof ShredForm>,
	editor: Editor,
	now: Date
): Promise<Result<{ people: number }, ShredFault>> {
	if (searchable(title) !== searchable(rally.title)) return err({ code: 'other-title' });
	const done =
		what === 'people'
			? await reduceRally(db, rally, { by: editor.name, onlyDue: false }, now)
			: await shredWhole(db, rally, editor, now);
	if (done.ok) log.info({ rally: rally.id, what, people: done.value.people }, 'rally erased');
	return done;
}

async function shredWhole(
	db: Db,
	rally: Rally,
	editor: Editor,
	now: Date
): Promise<Result<{ people: number }, ShredFault>> {
	const { date: today } = wallClock(now);
	const last = rally.programme.at(-1)?.date;
	return db.transaction(async (tx) => {
		await rallies(tx).lock(rally.id);
		if ((await bilans(tx).list(rally.id)).some(({ sent }) => sent !== null))
			return err({ code: 'bilan-sent' as const });
		const { figures, breakdowns, on } = await readFigures(tx, rally, now);
		const before = await rallyMemories(tx).find(rally.id);
		const people = await eraseEverybody(tx, rally.id);
		await readings(tx).forget(people.map(({ id }) => id));
		await personRequests(tx, rally.organizationId).forget(people, {
			on: today,
			by: editor.name,
			answering: false
		});
		await eraseRally(tx, rally.id);
		if (last && today > last)
			await rallyMemories(tx).save({
				organizationId: rally.organizationId,
				rallyId: rally.id,
				month: (rally.programme[0]?.date ?? last).slice(0, 7),
				figures: { figures, breakdowns, on },
				erased: (before?.erased ?? 0) + people.length,
				kept: null,
				reducedAt: now,
				by: editor.name
			});
		return ok({ people: people.length });
	});
}
