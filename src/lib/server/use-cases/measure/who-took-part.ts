import type { Rally } from '$lib/domain/rally';
import { expectedHalfDays } from '$lib/domain/presence';
import type { Db } from '../../db/client';
import { records, type RecordRow } from '../../db/repositories/records';
import { readDay } from '../day/read-day';

export interface TookPart {
	/** Whoever was said present half a day at least; those enrolled while nobody was said present. */
	people: RecordRow<'participant'>[];
	/** Whether it stands on presences noted. */
	fromPresences: boolean;
	/** Companies really visited by each one, or promised by the plan while nothing was noted. */
	met: Map<string, string[]>;
	/** Companies that received a team, or are confirmed while nothing was noted. */
	companies: RecordRow<'company'>[];
}

/** Those whose answers and contacts are counted: the same for the questionnaires and for the follow-up. */
export async function whoTookPart(db: Db, rally: Rally, now: Date): Promise<TookPart> {
	const day = await readDay(db, rally, now);
	const halves = new Set<string>(expectedHalfDays(rally.programme).map(({ key }) => key));
	const there = new Set(
		[...day.presence.values()]
			.filter(({ state, half }) => (state === 'present' || state === 'left') && halves.has(half))
			.map(({ person }) => person)
	);
	const fromPresences = there.size > 0;
	const all = [
		...(await records(db, 'participant').list(rally.id)),
		...(fromPresences ? await records(db, 'participant').list(rally.id, { archived: true }) : [])
	];
	const people = all.filter(({ id, state }) => (fromPresences ? there.has(id) : state === 'confirmed'));
	const met = new Map(
		day.visits.map(({ person, visits }) => [
			person,
			[
				...new Set(
					visits
						.filter(
							({ outcome }) =>
								outcome === 'made' || outcome === 'unmarked' || (!fromPresences && outcome !== 'missed')
						) // prettier-ignore
						.map(({ companyId }) => companyId)
				)
			]
		])
	);
	const received = new Set([...met.values()].flat());
	const companies = (await records(db, 'company').list(rally.id)).filter(({ id, state }) =>
		fromPresences && received.size > 0 ? received.has(id) : state === 'confirmed'
	);
	return { people, fromPresences, met, companies };
}
