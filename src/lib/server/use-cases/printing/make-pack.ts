import type { ErrandProgress } from '$lib/domain/errand';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { backupPack } from '../../documents/backup-pack/content';
import { printBackupPack } from '../../documents/backup-pack/draw';
import { distancesOf, groundToPrint, mapBackground, type Site } from './print-ground';

interface Making {
	onProgress?: (progress: ErrandProgress) => void;
	signal?: AbortSignal;
}

export interface Pack {
	bytes: Uint8Array<ArrayBuffer>;
	/** Version of the plan it was made from. */
	number: number;
}

/** Everything for the day in one PDF, of the plan in force; null without a plan. */
export async function makePack(
	db: Db,
	rally: Rally,
	site: Site,
	{ onProgress, signal }: Making = {}
): Promise<Pack | null> {
	const ground = await groundToPrint(db, rally, null, site);
	if (!ground) return null;
	const distanceOf = await distancesOf(db, ground);
	const pack = backupPack({ ...ground, ...(await mapBackground(ground)), distanceOf });
	return { bytes: await printBackupPack(pack, onProgress, signal), number: ground.plan.number };
}

/** How long a pack made in the background waits to be taken, milliseconds, and how many wait at once. */
const KEPT_FOR = 15 * 60_000;
const MOST_KEPT = 8;

/** In memory only: a pack holds people's numbers, and can be made again. */
const kept = new Map<string, { pack: Pack; rallyId: string; until: number }>();

/** Keeps a pack for whoever asked for it, by the id of the errand. */
export function keepPack(errandId: string, rallyId: string, pack: Pack, now = Date.now()): void {
	for (const [id, { until }] of kept) if (until < now) kept.delete(id);
	while (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
	kept.set(errandId, { pack, rallyId, until: now + KEPT_FOR });
}

/** Null once it is too late, or when it was of another rally. */
export function keptPack(errandId: string, rallyId: string, now = Date.now()): Pack | null {
	const found = kept.get(errandId);
	return found && found.rallyId === rallyId && found.until >= now ? found.pack : null;
}
