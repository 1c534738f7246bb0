import type { IsoDate } from '$lib/domain/calendar';
import { nothingAfterwards, type Afterwards } from '$lib/domain/fidelity/ground';
import { improved } from '$lib/domain/fidelity/improved';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { answers, exchangedContacts } from '../../db/repositories/answers';
import { bilanStates } from '../../db/repositories/bilan-states';
import { guests } from '../../db/repositories/guests';
import { momentsCome } from '../measure/read-measures';
import { whoTookPart } from '../measure/who-took-part';

/** What was collected once the teams were back, as counts: what nobody noted stays null. */
export async function readAfterwards(db: Db, rally: Rally, today: IsoDate, now: Date): Promise<Afterwards> {
	const returns = await bilanStates(db, rally.id);
	const invited = (await guests(db).list(rally.id)).filter(
		({ kind }) => kind === 'institution' || kind === 'funder'
	);
	const noted = invited.filter(({ came }) => came !== null);
	const closing =
		noted.length > 0 ? { invited: invited.length, came: noted.filter(({ came }) => came! > 0).length } : null;
	if (!momentsCome(rally, today).after) return { ...nothingAfterwards, returns, closing };

	const { people, companies } = await whoTookPart(db, rally, now);
	const [persons, hosts] = [people, companies].map((all) => all.map(({ id }) => id)) as [string[], string[]];
	const given = await answers(db).list(rally.id);
	const withContact = new Set(
		(await exchangedContacts(db, rally.id).list()).map(({ participantId }) => participantId)
	);
	const reached = persons.filter((id) => withContact.has(id)).length;
	return {
		...nothingAfterwards,
		returns,
		closing,
		...(given.length > 0 && {
			discovery: {
				participants: improved(['view-of-companies'], given, persons),
				companies: improved(['view-of-job-seekers'], given, hosts)
			},
			remobilisation: improved(['searching', 'coping'], given, persons)
		}),
		// Contacts are noted one by one: none at all is nobody who noted, not nobody who met.
		...(reached > 0 && {
			contacts: { asked: persons.length, answered: persons.length, favourable: reached }
		})
	};
}
