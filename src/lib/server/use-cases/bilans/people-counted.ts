import type { CountedRally } from '$lib/domain/figures/count';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { toParticipant } from '../../db/repositories/dossiers';
import { records } from '../../db/repositories/records';
import { readFigures } from './read-figures';

/** Those a funder may count: who came once it is noted, else who is enrolled. Put away since, they still came. */
export async function peopleCounted(db: Db, rally: Rally, now: Date, known?: CountedRally) {
	const figures = known ?? (await readFigures(db, rally, now));
	const came = new Set(figures.traces.participants.done.rows);
	const noted = figures.figures.participants.done.is === 'value';
	const list = records(db, 'participant');
	const archived = noted ? await list.list(rally.id, { archived: true }) : [];
	return [...(await list.list(rally.id)), ...archived]
		.map(toParticipant)
		.filter(({ id, state }) => (noted ? came.has(id) : state === 'confirmed'));
}
