import type { Plan } from '$lib/domain/plan';
import type { Position, Rally } from '$lib/domain/rally';
import { boxAround } from '$lib/geo/box';
import type { Line } from '$lib/geo/contours';
import { clipOutlines } from '$lib/geo/clip';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { itineraryLinks } from '../../db/repositories/itinerary-links';
import { plans } from '../../db/repositories/plans';
import { badges } from '../../documents/badges/content';
import { printBadges } from '../../documents/badges/draw';
import type { SheetFormatName } from '../../documents/badges/sheet-format';
import { wallPlan } from '../../documents/planning/content';
import { printWallPlan } from '../../documents/planning/draw';
import { roadBooks } from '../../documents/road-book/content';
import type { MapBackground } from '../../documents/paper/map/chart';
import { printRoadBooks } from '../../documents/road-book/draw';
import { communes } from '../../geocoding/communes';
import { contours } from '../../geocoding/contours';
import { tokenOf } from '../itinerary-links/link-token';
import { withArchived } from '../planning/read-planning';

export interface Printing {
	/** Version of the plan, or null for the one in force (the published one, else the latest). */
	version: number | null;
	/** One team or one person only. */
	team?: string | undefined;
	person?: string | undefined;
	format?: SheetFormatName | undefined;
}

/** Null when there is no such plan, team or person to print. */
type Printed = Promise<Uint8Array<ArrayBuffer> | null>;

export async function printRoadBook(
	db: Db,
	rally: Rally,
	{ version, team }: Printing,
	site: { origin: string; secret: string }
): Printed {
	const plan = await planToPrint(db, rally, version);
	const teams = plan?.teams.filter(({ letter }) => !team || letter === team) ?? [];
	if (!plan || teams.length === 0) return null;
	const known = await withArchived(db, await readDossier(db, rally, plan));
	const opened = await itineraryLinks(db).open(rally.id);
	const links = new Map(
		teams.flatMap(({ id, letter }) => {
			const link = opened.find(({ teamLetter }) => teamLetter === letter);
			return link
				? [[id, `${site.origin}/itineraire/${tokenOf(link.id, site.secret)}?papier=${plan.number}`] as const]
				: [];
		})
	);
	const shown = { ...plan, teams };
	return printRoadBooks(
		roadBooks({ rally, plan: shown, ...known, links, ...(await background(rally, known.companies)) })
	);
}

export async function printBadgeSheets(
	db: Db,
	rally: Rally,
	{ version, team, person, format }: Printing
): Printed {
	const plan = await planToPrint(db, rally, version);
	if (!plan) return null;
	const { participants, accompanists } = await readDossier(db, rally, plan);
	const inTeam = (id: string) =>
		plan.teams.some(
			({ letter, memberIds, accompanistId, driverId }) =>
				(!team || letter === team) && (memberIds.includes(id) || accompanistId === id || driverId === id)
		);
	const wanted = ({ id }: { id: string }) => (person ? id === person : inTeam(id));
	const people = { participants: participants.filter(wanted), accompanists: accompanists.filter(wanted) };
	if (people.participants.length + people.accompanists.length === 0) return null;
	return printBadges(badges({ rally, plan, ...people }), format);
}

export async function printWall(db: Db, rally: Rally, { version }: Printing): Printed {
	const plan = await planToPrint(db, rally, version);
	return (
		plan &&
		printWallPlan(wallPlan({ rally, plan, ...(await withArchived(db, await readDossier(db, rally, plan))) }))
	);
}

const planToPrint = async (db: Db, rally: Rally, version: number | null): Promise<Plan | null> =>
	version !== null
		? plans(db).numbered(rally.id, version)
		: ((await plans(db).published(rally.id)) ?? (await plans(db).latest(rally.id)));

const MOST_LABELS = 40;

/** Communes drawn behind the route, as far as a map of all the hosts reaches. */
async function background(
	rally: Rally,
	companies: readonly { position: Position | null }[]
): Promise<MapBackground> {
	const places = [...companies.map(({ position }) => position), rally.meetingPoint?.position ?? null].filter(
		(at) => at !== null
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
