import type { Dossier } from '$lib/domain/dossier';
import { supposing } from '$lib/domain/scenario/what-if';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import type { Draft } from '../../db/repositories/drafts';

/** The rally as a draft sees it: as it is, or as a scenario supposes it. */
export async function dossierOfDraft(db: Db, rally: Rally, { supposes }: Draft): Promise<Dossier> {
	return supposing(await readDossier(db, rally, null), supposes);
}
