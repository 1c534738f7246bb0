import { breakdownKeys, figureKeys } from '$lib/domain/figures/catalogue';
import { figureInWords } from '$lib/domain/figures/words';
import { getDb } from '$lib/server/db/client';
import { seesPrivate } from '$lib/server/private-people';
import { barsOf } from '$lib/server/documents/bilan/content';
import { readBilanGround } from '$lib/server/use-cases/bilans/bilan-ground';
import { listBilans } from '$lib/server/use-cases/bilans/read-bilans';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const ground = await readBilanGround(await getDb(), locals.rally, new Date());
	// Whoever may not read people's situation sees what a funder sees.
	const masked = !seesPrivate(locals);
	return {
		masked,
		bilans: listBilans(ground).map(({ recipient, state, due, missing, row }) => ({
			key: recipient.key,
			name: recipient.name,
			kind: recipient.kind,
			state,
			due,
			late: due !== null && due < ground.today && (state === 'to-complete' || state === 'to-fix'),
			missing: missing.map(({ says }) => says),
			blocked: missing.some(({ blocking }) => blocking),
			sentOn: row?.sentOn ?? null
		})),
		figures: figureKeys.map((key) => figureInWords(ground.figures, key, masked, ground.wording)),
		charts: breakdownKeys.flatMap((key) => barsOf(ground.figures, key, masked))
	};
};
