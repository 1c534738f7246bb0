import { resolve } from '$app/paths';
import type { CharterPlace } from '$lib/domain/charter/words';

/** Where in the rally's pages each thing that the charter speaks of is changed. */
export const charterLinks = (rally: string): Record<CharterPlace | 'charter', string> => ({
	programme: resolve(`/rallyes/${rally}/reglages`),
	companies: resolve(`/rallyes/${rally}/entreprises`),
	participants: resolve(`/rallyes/${rally}/participants`),
	vehicles: resolve(`/rallyes/${rally}/vehicules`),
	accompanists: resolve(`/rallyes/${rally}/accompagnateurs`),
	partners: resolve(`/rallyes/${rally}/partenaires`),
	planning: resolve(`/rallyes/${rally}/planning`),
	charter: resolve(`/rallyes/${rally}/charte`)
});
