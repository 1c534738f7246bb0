import { guestCount } from '$lib/domain/closing/guests';
import { plural } from '$lib/domain/french';
import type { IsoDate } from '$lib/domain/calendar';
import { fullName } from '$lib/domain/participant';
import type { Audience, Moment } from '$lib/domain/measure/instruments';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { organizations } from '../../db/repositories/organizations';
import { plans } from '../../db/repositories/plans';
import { rallySheets } from '../../db/repositories/rally-sheets';
import { records } from '../../db/repositories/records';
import { questionnaires } from '../../documents/questionnaire/content';
import { printQuestionnaires } from '../../documents/questionnaire/draw';
import { closingRunSheet, restitutionRunSheet } from '../../documents/run-sheet/content';
import { printRunSheet } from '../../documents/run-sheet/draw';
import { thankYouLetters } from '../../documents/thanks/content';
import { printThanks } from '../../documents/thanks/draw';
import { rallyLogo } from '../logos/rally-logo';
import { supporterPictures } from '../logos/supporter-logos';
import { whoTookPart } from '../measure/who-took-part';
import { readClosing, readHandovers } from './read-closing';
import { readRestitution } from './read-restitution';

type Printed = Promise<Uint8Array<ArrayBuffer> | null>;

export async function printRestitution(db: Db, rally: Rally): Printed {
	const { slots, members } = await readRestitution(db, rally);
	return slots.length > 0 ? printRunSheet(restitutionRunSheet({ rally, slots, members, logo: await rallyLogo(db, rally.organizationId) })) : null; // prettier-ignore
}

export async function printClosing(db: Db, rally: Rally): Printed {
	const { steps } = await readClosing(db, rally);
	const { people, prizes, companies } = await readHandovers(db, rally);
	const names = new Map(companies.map(({ id, name }) => [id, name]));
	const { coming, waitingPeople } = guestCount(await records(db, 'guest').list(rally.id));
	return printRunSheet(
		closingRunSheet({
			rally,
			logo: await rallyLogo(db, rally.organizationId),
			steps,
			expected:
				coming + waitingPeople > 0
					? `${plural(coming, 'invité annoncé', 'invités annoncés')}${waitingPeople > 0 ? `, ${waitingPeople} sans réponse` : ''}`
					: '',
			handovers: [
				...people
					.filter(({ company }) => names.has(company))
					.map(({ shown, company }) => ({ what: 'Diplôme', to: shown, by: names.get(company)! }))
					.sort((a, b) => a.by.localeCompare(b.by, 'fr')),
				...prizes.map(({ what, donor, to }) => ({ what, to, by: donor }))
			]
		})
	);
}

export async function printThankYou(db: Db, rally: Rally, today: IsoDate): Printed {
	const { people, companies, met, fromPresences } = await whoTookPart(db, rally, new Date());
	const received = new Map<string, number>();
	if (fromPresences) {
		const plan = await plans(db).published(rally.id);
		const seen = new Set([...met.values()].flat());
		for (const team of plan?.teams ?? [])
			for (const companyId of new Set(team.visits.map((visit) => visit.companyId)))
				if (seen.has(companyId)) received.set(companyId, (received.get(companyId) ?? 0) + 1);
	}
	const letters = thankYouLetters({
		rally,
		logo: await rallyLogo(db, rally.organizationId),
		organization: (await organizations(db).find(rally.organizationId))?.name ?? '',
		companies: (await records(db, 'company').list(rally.id))
			.map(({ id, name, contactName }) => ({
				id,
				name,
				contactName,
				// Before anything is noted, a letter is prepared for whoever confirmed.
				visits: received.get(id) ?? (companies.some((one) => one.id === id) ? 1 : 0)
			}))
			.sort((a, b) => a.name.localeCompare(b.name, 'fr')),
		partners: await records(db, 'partner').list(rally.id),
		commitments: await records(db, 'commitment').list(rally.id),
		participants: fromPresences ? people.length : 0,
		pictures: await supporterPictures(db, rally),
		thanks: (await rallySheets(db, rally.id).find('thanks')).content,
		on: today
	});
	return letters.length > 0 ? printThanks(letters) : null;
}

/** Sheets to fill in by hand, a name on each so that « avant » and « après » are put together. */
export async function printQuestionnaire(db: Db, rally: Rally, audience: Audience, moment: Moment): Printed {
	const { people, companies } = await whoTookPart(db, rally, new Date());
	const names: Record<Audience, () => Promise<string[]> | string[]> = {
		participant: () => people.map(fullName),
		company: () => companies.map(({ name }) => name),
		partner: async () => (await records(db, 'partner').list(rally.id)).map(({ name }) => name)
	};
	return printQuestionnaires(
		questionnaires({
			rally,
			logo: await rallyLogo(db, rally.organizationId),
			organization: (await organizations(db).find(rally.organizationId))?.name ?? '',
			audience,
			moment,
			names: await names[audience]()
		})
	);
}
