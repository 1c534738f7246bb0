import type { Plan } from '$lib/domain/plan';
import type { Position, Rally } from '$lib/domain/rally';
import { boxAround } from '$lib/geo/box';
import { clipOutlines } from '$lib/geo/clip';
import type { Line } from '$lib/geo/contours';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { hostLinks } from '../../db/repositories/host-links';
import { itineraryLinks } from '../../db/repositories/itinerary-links';
import { organizations } from '../../db/repositories/organizations';
import { plans } from '../../db/repositories/plans';
import type { Ground } from '../../documents/ground';
import type { CheckOf } from '../../documents/paper/letterhead';
import type { MapBackground } from '../../documents/paper/map/chart';
import type { DistanceOf } from '../../documents/travel/legs';
import { communes } from '../../geocoding/communes';
import { contours } from '../../geocoding/contours';
import { hostTokenOf } from '../host-links/link-token';
import { tokenOf } from '../itinerary-links/link-token';
import { rallyLogo } from '../logos/rally-logo';
import { withArchived } from '../planning/read-planning';
import { readRoads } from '../travel/read-travel';

/** Where this installation answers, and what signs its links. */
export interface Site {
	origin: string;
	secret: string;
}

/** What every document of a rally is made from. */
export interface PrintGround extends Ground {
	check: CheckOf;
	/** Addresses of the teams' pages, by team id; of the companies', by company id. */
	links: ReadonlyMap<string, string>;
	hostLinks: ReadonlyMap<string, string>;
	organization: string;
}

/** Null when there is no plan to print, or no such version; null stands for the one in force, else the latest. */
export async function groundToPrint(
	db: Db,
	rally: Rally,
	version: number | null,
	{ origin, secret }: Site
): Promise<PrintGround | null> {
	const plan = await planToPrint(db, rally, version);
	if (!plan) return null;
	const known = await withArchived(db, await readDossier(db, rally, plan));
	const opened = new Map((await itineraryLinks(db).open(rally.id)).map((link) => [link.teamLetter, link.id]));
	const paper = `?papier=${plan.number}`;
	const pageOf = (letter: string) => {
		const link = opened.get(letter);
		return link ? `${origin}/itineraire/${tokenOf(link, secret)}${paper}` : null;
	};
	const ofRally = `${origin}/rallyes/${rally.id}/documents${paper}`;
	return {
		rally,
		plan,
		...known,
		// A sheet of a team whose page is closed can still be checked by those who prepare the rally.
		check: (team) => (team && pageOf(team)) || ofRally,
		links: new Map(
			plan.teams.flatMap(({ id, letter }) => {
				const address = pageOf(letter);
				return address ? [[id, address] as const] : [];
			})
		),
		hostLinks: new Map(
			(await hostLinks(db).open(rally.id)).map(({ id, companyId }) => [
				companyId,
				`${origin}/accueil/${hostTokenOf(id, secret)}`
			])
		),
		logo: await rallyLogo(db, rally.organizationId),
		organization: (await organizations(db).find(rally.organizationId))?.name ?? ''
	};
}

const planToPrint = async (db: Db, rally: Rally, version: number | null): Promise<Plan | null> =>
	version !== null
		? plans(db).numbered(rally.id, version)
		: ((await plans(db).published(rally.id)) ?? (await plans(db).latest(rally.id)));

/** The same, of one team only when it is asked for; null when it is not in the plan. */
export function ofTeam<G extends Ground>(ground: G, letter: string | undefined): G | null {
	if (!letter) return ground;
	const teams = ground.plan.teams.filter((team) => team.letter === letter);
	return teams.length === 0 ? null : { ...ground, plan: { ...ground.plan, teams } };
}

const MOST_LABELS = 40;

/** Communes drawn behind the route, as far as a map of all the hosts reaches. */
export async function mapBackground({ rally, companies }: Ground): Promise<MapBackground> {
	const places = [...companies.map(({ position }) => position), rally.meetingPoint?.position ?? null].filter(
		(at): at is Position => at !== null
	);
	const box = boxAround(places, 0.15);
	if (!box) return { outlines: [], labels: [] };
	const lines = clipOutlines(await contours(rally.department), box);
	const outlines = (kind: 'commune' | 'department', of: Line[]) =>
		of.map((line) => ({ kind, points: line.map(([lon, lat]) => ({ lon, lat })) }));
	return {
		outlines: [...outlines('commune', lines.communes), ...outlines('department', lines.department)],
		labels: communes().within(box, MOST_LABELS)
	};
}

/**
 * How much longer the road is than the line, where no road server said: our own reckoning, said to be one. It only
 * foresees a distance; what counts is what the logbook is filled with.
 */
const WINDING = 1.3;

/** Between the places of the rally as they stand; null for a place that has none. */
export async function distancesOf(db: Db, { rally, plan, companies }: Ground): Promise<DistanceOf> {
	const dossier = await readDossier(db, rally, plan);
	const { matrix, rows } = await readRoads(db, { ...dossier, companies: [...companies] });
	const index = new Map(matrix.ids.map((id, i) => [id, i]));
	const driven = new Set(
		rows.filter(({ metres }) => metres !== null).map(({ fromPlace, toPlace }) => `${fromPlace} ${toPlace}`)
	);
	return (from, to) => {
		const leg = matrix.legs[index.get(from) ?? -1]?.[index.get(to) ?? -1];
		if (!leg) return null;
		// A typed time hides the server's, not how far it said it is.
		const known = leg.source === 'routed' && driven.has(`${from} ${to}`);
		return { metres: known ? leg.metres : leg.metres * WINDING, reckoned: !known };
	};
}
