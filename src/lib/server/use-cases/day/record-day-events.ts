import { wallClock } from '$lib/domain/clock';
import type { DayEvent } from '$lib/domain/day/event';
import { timeOf } from '$lib/domain/day/log';
import { err, ok, type Result } from '$lib/domain/result';
import { z } from 'zod';
import { mayTry } from '../../auth/attempts';
import type { Db } from '../../db/client';
import { dayLog } from '../../db/repositories/day-log';
import { plans } from '../../db/repositories/plans';
import { publications } from '../../db/repositories/publications';
import { everyChallenge } from '../challenges/read-challenges';
import { openDay, type LinkFault } from './open-day';
import { refusalOf, type Ground } from './refuse-event';
import { SentEvent, type SentBatch } from './sent-event';

/** What becomes of one event of a batch. `known`: it had been received before, and is there once. */
export type Acknowledgement =
	{ id: string; state: 'accepted' | 'known' } | { id: string; state: 'refused'; reason: string };

export interface Recorded {
	/** The server's clock, milliseconds since 1970: the phone measures its own by it. */
	now: number;
	acknowledged: Acknowledgement[];
}

/** Batches that one team's phones, all together, may send in a minute. */
const BATCHES = 120;

/**
 * Takes what a team's phone kept: every event is accepted, already known or refused, one by one, and none is there
 * twice however often it is sent. All that is accepted is written at once.
 */
export async function recordDayEvents(
	db: Db,
	token: string,
	batch: SentBatch,
	address: string,
	now: Date
): Promise<Result<Recorded, LinkFault>> {
	const opened = await openDay(db, token, address);
	if (!opened.ok) return opened;
	const { link, rally } = opened.value;
	if (!(await mayTry(db, { what: 'day-events', whom: link.id, max: BATCHES, minutes: 1 })))
		return err({ code: 'too-many' });

	const arrived = now.getTime();
	const measured = arrived - batch.sentAt;
	const read = batch.events.map((sent) => SentEvent.safeParse(sent));
	const acknowledged = await db.transaction(async (tx) => {
		const log = dayLog(tx, rally.id);
		await log.hold();
		const ground: Ground = {
			rally,
			letter: link.teamLetter,
			date: wallClock(now).date,
			plans: await plansNamed(tx, rally.id, read.flatMap(({ data }) => data?.plan ?? [])), // prettier-ignore
			publications: new Set((await publications(tx).list(rally.id)).map(({ id }) => id)),
			challenges: await everyChallenge(tx, rally.id),
			log: new Map()
		};
		const sent = read.flatMap(({ data }) => (data ? [data] : []));
		const wanted = sent.flatMap(({ id, said }) => (said.kind === 'undo' ? [id, said.of] : [id]));
		for (const event of await log.known([...new Set(wanted)])) ground.log.set(event.id, event);

		const answers: Acknowledgement[] = [];
		const fresh: (DayEvent & { arrived: number })[] = [];
		for (const [i, { data }] of read.entries()) {
			if (!data) {
				const id = IdOnly.safeParse(batch.events[i]).data?.id;
				if (id) answers.push({ id, state: 'refused', reason: UNREADABLE });
				continue;
			}
			const already = ground.log.get(data.id);
			if (already) {
				// Somebody else's event of that id is not told about.
				const own = already.team === link.teamLetter && already.phone === batch.phone;
				answers.push(
					own ? { id: data.id, state: 'known' } : { id: data.id, state: 'refused', reason: UNREADABLE }
				);
				continue;
			}
			const event = {
				...data,
				offset: data.offset ?? measured,
				phone: batch.phone,
				team: link.teamLetter,
				by: '',
				arrived
			};
			const reason = refusalOf({ ...event, at: wallClock(new Date(timeOf(event))) }, ground);
			if (reason) {
				answers.push({ id: event.id, state: 'refused', reason });
				continue;
			}
			ground.log.set(event.id, event);
			fresh.push(event);
			answers.push({ id: event.id, state: 'accepted' });
		}
		await log.add(rally.organizationId, fresh);
		for (const event of fresh)
			if (event.said.kind === 'seen')
				await publications(tx).addSeen({
					rallyId: rally.id,
					organizationId: rally.organizationId,
					publicationId: event.said.publication,
					teamLetter: link.teamLetter,
					seenAt: new Date(timeOf(event))
				});
		return answers;
	});
	return ok({ now: arrived, acknowledged });
}

const UNREADABLE = 'Cette action n’a pas pu être lue.';
const IdOnly = z.object({ id: z.uuid() });

/** The version in force, then those that were on the screens: a phone that was offline speaks of an older one. */
async function plansNamed(db: Db, rallyId: string, numbers: readonly number[]): Promise<Ground['plans']> {
	const inForce = await plans(db).published(rallyId);
	const others = [...new Set(numbers)].filter((number) => number !== inForce?.number).slice(0, 5);
	const named = await Promise.all(others.map((number) => plans(db).numbered(rallyId, number)));
	return [inForce, ...named].filter((plan) => plan !== null);
}
