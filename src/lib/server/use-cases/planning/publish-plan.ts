import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { plans } from '../../db/repositories/plans';
import { publications } from '../../db/repositories/publications';
import type { Editor, NotFound } from '../records/edit-record';

export interface Publishing {
	number: number;
	/** The version that was in force on the page where this was decided; null for none. Left out: not checked. */
	inForce?: number | null;
	/** What was read before deciding: kept with the publication. */
	warnings?: string[];
}

/** Somebody published another version since the page was opened. */
export interface PublishedMeanwhile {
	code: 'published-meanwhile';
	number: number;
	by: string;
}

/**
 * Makes one version the plan in force: what the teams' pages show from now on. Publishing the version that is
 * already in force changes nothing and leaves no trace.
 */
export const publishPlan = (
	db: Db,
	rally: Pick<Rally, 'id' | 'organizationId'>,
	{ number, inForce, warnings = [] }: Publishing,
	editor: Editor
): Promise<Result<void, NotFound | PublishedMeanwhile>> =>
	db.transaction(async (tx) => {
		const current = await plans(tx).published(rally.id);
		if (current?.number === number) return ok(undefined);
		if (inForce !== undefined && inForce !== (current?.number ?? null)) {
			const by = (await publications(tx).latest(rally.id))?.by ?? '';
			return err({ code: 'published-meanwhile', number: current?.number ?? 0, by });
		}
		const planId = await plans(tx).publish(rally.id, number);
		if (!planId) return err({ code: 'not-found' });
		const { id: rallyId, organizationId } = rally;
		await publications(tx).add({ rallyId, organizationId, planId, number, warnings, by: editor.name });
		return ok(undefined);
	});
