import { z } from 'zod';
import { figureCatalogue, figureKeys, type FigureKey } from '$lib/domain/figures/catalogue';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { indicatorCatalogues } from '../../db/repositories/indicator-catalogues';
import { network } from '../../db/repositories/network';
import * as field from '../../fields';
import type { EditedMeanwhile, Editor } from '../records/edit-record';

export const IndicatorForm = z.object({
	version: field.whole(0, 999_999_999),
	mandatory: field.choices(figureCatalogue)
});

/** Before the federation chooses: what its own table is made of. */
const usual: FigureKey[] = ['participants', 'companies-mobilised', 'professionals', 'answered', 'solutions'];

/** The figures that every bilan sent to the federation must hold. */
export async function readIndicators(db: Db) {
	const saved = await indicatorCatalogues(db).find();
	const mandatory: FigureKey[] = saved?.mandatory.filter((key) => figureKeys.includes(key)) ?? usual;
	return { mandatory, version: saved?.version ?? 0, updatedBy: saved?.updatedBy ?? null, updatedAt: saved?.updatedAt ?? null }; // prettier-ignore
}

/** Of the bilans received, how many say each mandatory figure: « réalisé », or « ne », which is an answer. */
export async function readCompleteness(db: Db, mandatory: readonly FigureKey[]) {
	const received = await network(db).received();
	return {
		bilans: received.length,
		told: mandatory.map((key) => ({
			key,
			count: received.filter(({ sent }) => (sent.figures.figures[key]?.done.is ?? 'nc') !== 'nc').length
		}))
	};
}

export async function saveIndicators(
	db: Db,
	organizationId: string,
	{ version, mandatory }: z.output<typeof IndicatorForm>,
	editor: Editor
): Promise<Result<null, EditedMeanwhile>> {
	if (await indicatorCatalogues(db).save(organizationId, version, mandatory, editor.name)) return ok(null);
	const current = (await indicatorCatalogues(db).find())!;
	return err({
		code: 'edited-meanwhile',
		by: current.updatedBy,
		at: current.updatedAt,
		current: { ...current },
		opened: null
	});
}
