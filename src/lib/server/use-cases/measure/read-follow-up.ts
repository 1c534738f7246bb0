import type { IsoDate } from '$lib/domain/calendar';
import { standing } from '$lib/domain/consent/consent';
import { french } from '$lib/domain/french';
import { followUpFigures, type FollowUpFigures } from '$lib/domain/measure/follow-up-figures';
import type { FollowedPerson } from '$lib/domain/measure/followed-person';
import { followUpDue, followUpOf } from '$lib/domain/measure/outcomes';
import { fullName } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { consents } from '../../db/repositories/consents';
import { followUp } from '../../db/repositories/follow-up';
import { rallySheets, type StoredSheet } from '../../db/repositories/rally-sheets';
import { whoTookPart } from './who-took-part';

export interface FollowUpPage {
	dueOn: IsoDate | null;
	figures: FollowUpFigures;
	people: FollowedPerson[];
	sheet: StoredSheet<'measure'>;
	/** Presences were noted: otherwise it stands on those enrolled. */
	fromPresences: boolean;
}

/** Whom to call six months later, and what is known of each: for those who may see people's contacts. */
export async function readFollowUp(db: Db, rally: Rally, today: IsoDate): Promise<FollowUpPage> {
	const { people, fromPresences } = await whoTookPart(db, rally, new Date(`${today}T12:00:00Z`));
	const lines = await followUp(db, rally.id).list();
	const decided = await consents(db).ofRally(rally.id);
	const sheet = await rallySheets(db, rally.id).find('measure');
	const dueOn = followUpDue(rally.programme);
	return {
		dueOn,
		figures: followUpFigures({
			people: people.map(({ id }) => id),
			lines,
			counted: sheet.content.solutions,
			dueOn,
			today
		}),
		people: people
			.map((person): FollowedPerson => {
				const followed = followUpOf(lines.filter(({ participantId }) => participantId === person.id));
				const consent = standing(decided.filter(({ participantId }) => participantId === person.id))[
					'follow-up'
				];
				const outcome = followed.news?.said.outcome;
				return {
					id: person.id,
					name: fullName(person),
					phone: person.phone,
					email: person.email,
					referent: { name: person.referentName, phone: person.referentPhone, email: person.referentEmail },
					consent,
					followed,
					state: outcome
						? outcome === 'no-news'
							? 'no-news'
							: 'known'
						: consent === 'refused' || consent === 'withdrawn'
							? 'left-alone'
							: 'to-call'
				};
			})
			.sort((a, b) => french.compare(a.name, b.name)),
		sheet,
		fromPresences
	};
}
