import { charter } from '$lib/domain/charter';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { derogations } from '../../db/repositories/publications';
import { fidelitySheet } from '../../documents/fidelity/content';
import { printFidelity } from '../../documents/fidelity/draw';
import { rallyLogo } from '../logos/rally-logo';
import { readGrid } from './read-grid';

/** The grid with its comments, and every derogation that stands with its reason, author and date (A5). */
export async function printGrid(db: Db, rally: Rally, now: Date): Promise<Uint8Array<ArrayBuffer>> {
	return printFidelity(
		fidelitySheet({
			rally,
			logo: await rallyLogo(db, rally.organizationId),
			rows: await readGrid(db, rally, now),
			derogations: await derogations(db).list(rally.id),
			titles: Object.fromEntries(charter.map(({ id, title }) => [id, title])),
			now
		})
	);
}
