import type { IsoDate } from '$lib/domain/calendar';
import { guestCount } from '$lib/domain/closing/guests';
import { known, notCommunicated, notEvaluated, type Measured } from '$lib/domain/figures/measured';
import { followUpFigures, type FollowUpFigures } from '$lib/domain/measure/follow-up-figures';
import { dimensions, type Audience, type Dimension, type Moment } from '$lib/domain/measure/instruments';
import { followUpDue } from '$lib/domain/measure/outcomes';
import { dimensionSummary, type DimensionSummary } from '$lib/domain/measure/scores';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { answers, exchangedContacts } from '../../db/repositories/answers';
import { guests as guestList } from '../../db/repositories/guests';
import { followUp } from '../../db/repositories/follow-up';
import { rallySheets } from '../../db/repositories/rally-sheets';
import { records } from '../../db/repositories/records';
import { whoTookPart } from './who-took-part';

export interface Measures {
	/** People invited to the closing, as invitations say; « nc » without any. */
	guestsInvited: Measured;
	/** People who came; « ne » before the closing, « nc » when nobody counted. */
	guestsCame: Measured;
	/** Ids of the invitations. */
	guestIds: string[];
	/** Contacts exchanged (participant × company); « ne » before the first day, « nc » when nobody noted any. */
	contacts: Measured;
	/** How many participants, out of those who took part, and how many companies they are with. */
	contactsOf: { people: number; outOf: number; companies: number };
	followUp: FollowUpFigures;
	/** One line per dimension of the questionnaires. */
	beforeAfter: DimensionSummary[];
}

/** What was measured around a rally: everything with its denominator, nothing missing told as zero. */
export async function readMeasures(db: Db, rally: Rally, today: IsoDate): Promise<Measures> {
	const part = await whoTookPart(db, rally, new Date(`${today}T12:00:00Z`));
	const guests = await guestList(db).list(rally.id);
	const count = guestCount(guests);
	const dates = rally.programme.map(({ date }) => date).sort();
	const closing = rally.closing?.date ?? dates.at(-1) ?? null;
	const contacts = await exchangedContacts(db, rally.id).list();
	const ids = new Set(part.people.map(({ id }) => id));
	const own = contacts.filter(({ participantId }) => ids.has(participantId));
	return {
		guestsInvited: count.invitations > 0 ? known(count.invited) : notCommunicated,
		guestsCame:
			count.came !== null
				? known(count.came)
				: closing === null || today < closing
					? notEvaluated
					: notCommunicated,
		guestIds: guests.map(({ id }) => id),
		contacts:
			own.length > 0 ? known(own.length) : !dates[0] || today < dates[0] ? notEvaluated : notCommunicated,
		contactsOf: {
			people: new Set(own.map(({ participantId }) => participantId)).size,
			outOf: part.people.length,
			companies: new Set(own.map(({ companyId }) => companyId)).size
		},
		followUp: followUpFigures({
			people: [...ids],
			lines: await followUp(db, rally.id).list(),
			counted: (await rallySheets(db, rally.id).find('measure')).content.solutions,
			dueOn: followUpDue(rally.programme),
			today
		}),
		beforeAfter: await summaries(db, rally, part, momentsCome(rally, today))
	};
}

/** A moment has come once its answers can be asked: before from the start, after from the last day on. */
export function momentsCome(
	{ programme }: Pick<Rally, 'programme'>,
	today: IsoDate
): Record<Moment, boolean> {
	const last = programme.map(({ date }) => date).sort().at(-1); // prettier-ignore
	return { before: true, after: last !== undefined && today >= last };
}

async function summaries(
	db: Db,
	rally: Rally,
	part: Awaited<ReturnType<typeof whoTookPart>>,
	come: Record<Moment, boolean>
): Promise<DimensionSummary[]> {
	const given = await answers(db).list(rally.id);
	const subjects: Record<Audience, string[]> = {
		participant: part.people.map(({ id }) => id),
		company: part.companies.map(({ id }) => id),
		partner: (await records(db, 'partner').list(rally.id)).map(({ id }) => id)
	};
	return (Object.keys(dimensions) as Dimension[]).map((dimension) =>
		dimensionSummary(dimension, given, { subjects: subjects[dimensions[dimension].audience], come })
	);
}
