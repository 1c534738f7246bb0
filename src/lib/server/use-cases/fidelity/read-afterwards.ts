import type { IsoDate } from '$lib/domain/calendar';
import { nothingAfterwards, type Afterwards } from '$lib/domain/fidelity/ground';
import { improved } from '$lib/domain/fidelity/improved';
import { rightInForce } from '$lib/domain/network/name-right';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { answers, exchangedContacts } from '../../db/repositories/answers';
import { bilanStates } from '../../db/repositories/bilan-states';
import { guests } from '../../db/repositories/guests';
import { networkRecords } from '../../db/repositories/network-records';
import { networkStanding } from '../../db/repositories/network-standing';
import { carriesLogo } from '../logos/rally-logo';
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
	const known = { ...nothingAfterwards, ...(await standingInNetwork(db, rally, today)), returns, closing, logo: await carriesLogo(db, rally.organizationId, today) }; // prettier-ignore
	if (!momentsCome(rally, today).after) return known;

	const { people, companies } = await whoTookPart(db, rally, now);
	const [persons, hosts] = [people, companies].map((all) => all.map(({ id }) => id)) as [string[], string[]];
	const given = await answers(db).list(rally.id);
	const withContact = new Set(
		(await exchangedContacts(db, rally.id).list()).map(({ participantId }) => participantId)
	);
	const reached = persons.filter((id) => withContact.has(id)).length;
	return {
		...known,
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

/** As the federation says it: the right to the name that day, and the meetings of the rally's year. */
async function standingInNetwork(
	db: Db,
	{ organizationId, programme }: Pick<Rally, 'organizationId' | 'programme'>,
	today: IsoDate
): Promise<Pick<Afterwards, 'nameRight' | 'meetings'>> {
	const standing = networkStanding(db);
	const year = (programme.at(-1)?.date ?? today).slice(0, 4);
	const held = (await networkRecords(db, 'meeting').list()).filter(
		({ heldOn }) => heldOn.startsWith(year) && heldOn <= today
	);
	const came = new Set(
		(await standing.attendances())
			.filter((one) => one.organizationId === organizationId)
			.map(({ meetingId }) => meetingId)
	);
	return {
		nameRight: rightInForce(await standing.rights(organizationId), today)?.state ?? null,
		meetings:
			held.length > 0 ? { held: held.length, attended: held.filter(({ id }) => came.has(id)).length } : null
	};
}
