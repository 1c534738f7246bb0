import type { IsoDate } from '$lib/domain/calendar';
import { french } from '$lib/domain/french';
import { standing, type Answer } from '$lib/domain/measure/answer-sheet';
import { audiences, instrumentFor, itemsAt, momentsOf, type Audience, type Item, type Moment } from '$lib/domain/measure/instruments'; // prettier-ignore
import { fullName } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { answers } from '../../db/repositories/answers';
import { records } from '../../db/repositories/records';
import { momentsCome } from './read-measures';
import { whoTookPart } from './who-took-part';

export interface Returned {
	audience: Audience;
	moment: Moment;
	answered: number;
	asked: number;
	/** Whether it can be asked already. */
	come: boolean;
}

/** How many sheets came back, by audience and moment. */
export async function readReturned(db: Db, rally: Rally, today: IsoDate): Promise<Returned[]> {
	const given = standing(await answers(db).list(rally.id));
	const come = momentsCome(rally, today);
	const counts: Returned[] = [];
	for (const audience of Object.keys(audiences) as Audience[]) {
		const asked = new Set((await askedOf(db, rally, audience)).map(({ id }) => id));
		for (const moment of momentsOf(audience))
			counts.push({
				audience,
				moment,
				answered: given.filter((one) => one.audience === audience && one.moment === moment && asked.has(one.subject)).length, // prettier-ignore
				asked: asked.size,
				come: come[moment]
			});
	}
	return counts;
}

export interface TypedRow {
	id: string;
	name: string;
	/** Id of the sheet that stands; empty without one. */
	seen: string;
	answer: Answer | null;
}

/** Everybody asked, with what they answered: for the organiser who types paper sheets. */
export async function readSheets(
	db: Db,
	rally: Rally,
	audience: Audience,
	moment: Moment
): Promise<{ items: Item[]; openQuestion: string; rows: TypedRow[] }> {
	const instrument = instrumentFor(audience);
	const given = (await answers(db).list(rally.id)).filter((one) => one.audience === audience && one.moment === moment); // prettier-ignore
	return {
		items: itemsAt(instrument, moment),
		openQuestion: moment === 'after' ? instrument.openQuestion : '',
		rows: (await askedOf(db, rally, audience)).map(({ id, name }) => {
			const last = given.filter(({ subject }) => subject === id).at(-1) ?? null;
			return { id, name, seen: last?.id ?? '', answer: last };
		})
	};
}

async function askedOf(db: Db, rally: Rally, audience: Audience): Promise<{ id: string; name: string }[]> {
	const named = <R extends { id: string }>(rows: R[], name: (row: R) => string) =>
		rows.map((row) => ({ id: row.id, name: name(row) })).sort((a, b) => french.compare(a.name, b.name));
	if (audience === 'partner') return named(await records(db, 'partner').list(rally.id), ({ name }) => name);
	const { people, companies } = await whoTookPart(db, rally, new Date());
	return audience === 'participant' ? named(people, fullName) : named(companies, ({ name }) => name);
}
