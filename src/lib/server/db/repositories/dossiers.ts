import type { Accompanist } from '$lib/domain/accompanist';
import type { Company } from '$lib/domain/company';
import type { Dossier } from '$lib/domain/dossier';
import type { Participant } from '$lib/domain/participant';
import type { Partner } from '$lib/domain/partner';
import type { Plan } from '$lib/domain/plan';
import type { Position, Rally } from '$lib/domain/rally';
import type { Vehicle } from '$lib/domain/vehicle';
import type { Db } from '../client';
import { plans } from './plans';
import { records, type RecordRow } from './records';

/** Everything known of a rally, with the plan asked for: by default the published one, else the latest. */
export async function readDossier(db: Db, rally: Rally, plan?: Plan | null): Promise<Dossier> {
	const companies = await records(db, 'company').list(rally.id);
	return {
		rally,
		companies: companies.map(toCompany),
		participants: (await records(db, 'participant').list(rally.id)).map(toParticipant),
		vehicles: (await records(db, 'vehicle').list(rally.id)) satisfies Vehicle[],
		accompanists: (await records(db, 'accompanist').list(rally.id)) satisfies Accompanist[],
		partners: (await records(db, 'partner').list(rally.id)) satisfies Partner[],
		plan:
			plan === undefined
				? ((await plans(db).published(rally.id)) ?? (await plans(db).latest(rally.id)))
				: plan
	};
}

/** What everybody who prepares or prints a rally may know of a company: what the pipeline says of it stays behind. */
export function toCompany(row: RecordRow<'company'>): Company {
	const {
		longitude,
		latitude,
		entranceLongitude,
		entranceLatitude,
		ownerId,
		nextStep,
		nextStepOn,
		nextStepNote,
		declineReason,
		declineNote,
		withdrew,
		pausedUntil,
		mayBeNamed,
		introducedBy,
		...company
	} = row;
	void [ownerId, nextStep, nextStepOn, nextStepNote, declineReason, declineNote];
	void [withdrew, pausedUntil, mayBeNamed, introducedBy];
	return {
		...company,
		position: positionOf(longitude, latitude),
		entrance: positionOf(entranceLongitude, entranceLatitude)
	};
}

/**
 * A person as planning, the charter and documents know them. What the record holds besides (contacts in case of
 * need, certificate, diet) stays in the record: no document is made from it.
 */
export function toParticipant(row: RecordRow<'participant'>): Participant {
	const { id, firstName, lastName, chosenName, state, gender, ageBand, diploma, statuses, formerSector } =
		row;
	const { prescriber, commune, postcode, phone, email, needs, hasIdPaper, absences, backBy } = row;
	return {
		...{ id, firstName, lastName, chosenName, state, gender, ageBand, diploma, statuses, formerSector },
		...{ prescriber, commune, postcode, phone, email, needs, hasIdPaper, absences, backBy },
		together: row.together,
		apart: row.apart
	};
}

const positionOf = (lon: number | null, lat: number | null): Position | null =>
	lon === null || lat === null ? null : { lon, lat };
