import type { Plan } from '$lib/domain/plan';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { organizations } from '../../db/repositories/organizations';
import { plans } from '../../db/repositories/plans';
import { logbooks } from '../../documents/logbook/content';
import { printLogbooks } from '../../documents/logbook/draw';
import { missionOrders } from '../../documents/mission-order/content';
import { printMissionOrders } from '../../documents/mission-order/draw';
import type { DistanceOf } from '../../documents/travel/legs';
import { withArchived } from '../planning/read-planning';
import { readRoads } from '../travel/read-travel';

interface Wanted {
	/** Version of the plan, or null for the one in force (the published one, else the latest). */
	version: number | null;
	/** One team only. */
	team?: string | undefined;
}

/** Null when there is no such plan, team or person to print. */
type Printed = Promise<Uint8Array<ArrayBuffer> | null>;

/**
 * How much longer the road is than the line, where no road server said: our own reckoning, said to be one. It only
 * foresees a distance; what counts is what the logbook is filled with.
 */
const WINDING = 1.3;

/** An order for each person a team takes along. */
export async function printMissionPapers(db: Db, rally: Rally, wanted: Wanted): Printed {
	const input = await inputOf(db, rally, wanted);
	const organization = (await organizations(db).find(rally.organizationId))?.name ?? '';
	const orders = input ? missionOrders({ ...input, organization }) : [];
	return orders.length > 0 ? printMissionOrders(orders) : null;
}

/** A logbook for each car of the plan. */
export async function printCarLogbooks(db: Db, rally: Rally, wanted: Wanted): Printed {
	const input = await inputOf(db, rally, wanted);
	return input ? printLogbooks(logbooks(input)) : null;
}

async function inputOf(db: Db, rally: Rally, { version, team }: Wanted) {
	const plan = await planToPrint(db, rally, version);
	const teams = plan?.teams.filter(({ letter }) => !team || letter === team) ?? [];
	if (!plan || teams.length === 0) return null;
	const dossier = await readDossier(db, rally, plan);
	const known = await withArchived(db, dossier);
	return {
		rally,
		plan: { ...plan, teams },
		...known,
		distanceOf: await distancesOf(db, { ...dossier, ...known })
	};
}

const planToPrint = async (db: Db, rally: Rally, version: number | null): Promise<Plan | null> =>
	version !== null
		? plans(db).numbered(rally.id, version)
		: ((await plans(db).published(rally.id)) ?? (await plans(db).latest(rally.id)));

/** Between the places of the rally as they stand; null for a place that has none. */
async function distancesOf(db: Db, dossier: Parameters<typeof readRoads>[1]): Promise<DistanceOf> {
	const { matrix, rows } = await readRoads(db, dossier);
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
