import { z } from 'zod';
import type { IsoDate } from '$lib/domain/calendar';
import { departments } from '$lib/domain/departments';
import { french } from '$lib/domain/french';
import type { NetworkRally } from '$lib/domain/network/board';
import { nameRightStates, rightInForce, type NameRight } from '$lib/domain/network/name-right';
import { overlapsOf, territoryKinds, type Overlap, type Territory } from '$lib/domain/network/territory';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { network, type NetworkOrganization } from '../../db/repositories/network';
import { networkRecords } from '../../db/repositories/network-records';
import { networkStanding } from '../../db/repositories/network-standing';
import * as field from '../../fields';
import { communes } from '../../geocoding/communes';
import type { Editor, NotFound } from '../records/edit-record';

export const RightForm = z
	.object({
		state: field.choice(nameRightStates, 'Choisissez la décision.'),
		heldFrom: field.date('Indiquez la date d’effet.'),
		reason: field.text(500)
	})
	.refine(({ state, reason }) => state === 'granted' || reason.trim() !== '', {
		error: 'Dites pourquoi : la structure le lira.',
		path: ['reason']
	});

/** « 07 », « Ardèche », « Aubenas » or « 07200 Aubenas »: a département, or a commune. */
export const TerritoryForm = z.object({
	place: field.required('Écrivez un département ou une commune.', 80)
});
export const OneTerritory = z.object({ kind: field.choice(territoryKinds), code: field.text(5) });

export interface Standing extends NetworkOrganization {
	rallies: NetworkRally[];
	right: NameRight | null;
	territories: Territory[];
	overlaps: Overlap[];
	meetings: number;
}

/** Every organisation of the network, in the order of their names. */
export async function readStandings(db: Db, today: IsoDate): Promise<Standing[]> {
	const organizations = await network(db).organizations();
	const rallies = await network(db).rallies();
	const rights = await networkStanding(db).rights();
	const territories = await networkStanding(db).territories();
	const attended = await attendedMeetings(db);
	const known = new Map(organizations.map((one) => [one.id, one]));
	const [ralliesOf, rightsOf, territoriesOf] = [byOwner(rallies), byOwner(rights), byOwner(territories)];
	return organizations
		.map((one) => ({
			...one,
			rallies: ralliesOf.get(one.id) ?? [],
			right: rightInForce(rightsOf.get(one.id) ?? [], today),
			territories: territoriesOf.get(one.id) ?? [],
			overlaps: territoriesOf.has(one.id) ? overlapsOf(one.id, territories, known) : [],
			meetings: attended.get(one.id)?.length ?? 0
		}))
		.sort((a, b) => french.compare(a.name, b.name));
}

function byOwner<T extends { organizationId: string }>(rows: readonly T[]): Map<string, T[]> {
	const owners = new Map<string, T[]>();
	for (const row of rows) {
		const own = owners.get(row.organizationId);
		if (own) own.push(row);
		else owners.set(row.organizationId, [row]);
	}
	return owners;
}

/** One organisation with the history of its right and the meetings it came to; null for one that does not exist. */
export async function readStanding(db: Db, id: string, today: IsoDate) {
	const organization = await network(db).organization(id);
	if (!organization) return null;
	const organizations = await network(db).organizations();
	const territories = await networkStanding(db).territories();
	const rights: NameRight[] = await networkStanding(db).rights(id);
	return {
		organization,
		rallies: await network(db).ralliesOf(id),
		right: rightInForce(rights, today),
		history: rights.toReversed(),
		territories: territories.filter((one) => one.organizationId === id),
		overlaps: overlapsOf(id, territories, new Map(organizations.map((one) => [one.id, one]))),
		meetings: (await attendedMeetings(db)).get(id) ?? []
	};
}

async function attendedMeetings(db: Db) {
	const meetings = new Map((await networkRecords(db, 'meeting').list()).map((one) => [one.id, one]));
	const found = new Map<string, { id: string; title: string; heldOn: IsoDate }[]>();
	for (const { meetingId, organizationId } of await networkStanding(db).attendances()) {
		const meeting = meetings.get(meetingId);
		if (meeting) found.set(organizationId, [...(found.get(organizationId) ?? []), meeting]);
	}
	for (const own of found.values()) own.sort((a, b) => b.heldOn.localeCompare(a.heldOn));
	return found;
}

export async function decideRight(
	db: Db,
	organizationId: string,
	decision: z.output<typeof RightForm>,
	editor: Editor
): Promise<Result<null, NotFound>> {
	if (!(await network(db).organization(organizationId))) return err({ code: 'not-found' });
	await networkStanding(db).decide({ ...decision, organizationId, by: editor.name });
	return ok(null);
}

export type UnknownPlace = { code: 'unknown-place' };

export async function addTerritory(
	db: Db,
	organizationId: string,
	place: string,
	editor: Editor
): Promise<Result<string, NotFound | UnknownPlace>> {
	if (!(await network(db).organization(organizationId))) return err({ code: 'not-found' });
	const found = placeNamed(place);
	if (!found) return err({ code: 'unknown-place' });
	await networkStanding(db).addTerritory({ ...found, organizationId, by: editor.name });
	return ok(found.name || departments[found.code]!);
}

export const removeTerritory = (db: Db, organizationId: string, one: z.output<typeof OneTerritory>) =>
	networkStanding(db).removeTerritory(organizationId, one.kind, one.code);

/** A département by its code or its name first: « Paris » is both. */
function placeNamed(place: string): Pick<Territory, 'kind' | 'code' | 'name'> | null {
	const typed = place.trim();
	const own = Object.entries(departments).find(
		([code, name]) => code === typed.toUpperCase() || sameWords(name, typed)
	);
	if (own) return { kind: 'department', code: own[0], name: '' };
	const postcode = /\b\d{5}\b/.exec(typed)?.[0] ?? '';
	const commune = communes().identify({ commune: typed.replace(postcode, '').trim(), postcode });
	return commune ? { kind: 'commune', code: commune.insee, name: commune.name } : null;
}

const loose = new Intl.Collator('fr', { sensitivity: 'base', ignorePunctuation: true });
const sameWords = (a: string, b: string) => loose.compare(a, b) === 0;
