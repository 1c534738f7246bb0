import { z } from 'zod';
import {
	entryOf,
	figureCatalogue,
	figureKeys,
	type FigureKey,
	type Wording
} from '$lib/domain/figures/catalogue';
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
	return { mandatory, wording: saved?.wording ?? {}, version: saved?.version ?? 0, updatedBy: saved?.updatedBy ?? null, updatedAt: saved?.updatedAt ?? null }; // prettier-ignore
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

type Word = `${FigureKey}-label` | `${FigureKey}-definition`;
const words = Object.fromEntries(
	figureKeys.flatMap((key) => [
		[`${key}-label`, field.text(120)],
		[`${key}-definition`, field.text(400)]
	])
) as Record<Word, ReturnType<typeof field.text>>;
export const WordingForm = z.object({ version: field.whole(0, 999_999_999), ...words });

/** Each figure's words in the form: the federation's, or ours. */
export const typedWording = (wording: Wording): Record<string, string> =>
	Object.fromEntries(
		figureKeys.flatMap((key) => [
			[`${key}-label`, wording[key]?.label || entryOf(key).label],
			[`${key}-definition`, wording[key]?.definition || entryOf(key).definition]
		])
	);

/** Only what differs from our words is kept, so that ours may still be made clearer. */
export const wordingOf = (typed: Omit<z.output<typeof WordingForm>, 'version'>): Wording =>
	Object.fromEntries(
		figureKeys.flatMap((key) => {
			const own = entryOf(key);
			const label = typed[`${key}-label`] === own.label ? '' : typed[`${key}-label`];
			const definition = typed[`${key}-definition`] === own.definition ? '' : typed[`${key}-definition`];
			return label || definition ? [[key, { label, definition }]] : [];
		})
	);

export const saveIndicators = (
	db: Db,
	organizationId: string,
	{ version, mandatory }: z.output<typeof IndicatorForm>,
	editor: Editor
) => saveCatalogue(db, organizationId, version, { mandatory }, editor, (current) => ({ ...current }));

/** The words of every figure. Bilans already sent keep those they were sent with. */
export const saveWording = (
	db: Db,
	organizationId: string,
	{ version, ...typed }: z.output<typeof WordingForm>,
	editor: Editor
) =>
	saveCatalogue(
		db,
		organizationId,
		version,
		{ wording: wordingOf(typed) },
		editor,
		({ wording, version }) => ({
			...typedWording(wording),
			version
		})
	);

type Catalogue = Awaited<ReturnType<typeof readIndicators>>;

/** Both forms write the same row, each its own part of it. */
async function saveCatalogue(
	db: Db,
	organizationId: string,
	version: number,
	part: Partial<Pick<Catalogue, 'mandatory' | 'wording'>>,
	editor: Editor,
	shown: (current: Catalogue) => Record<string, unknown> & { version: number }
): Promise<Result<null, EditedMeanwhile>> {
	const { mandatory, wording } = await readIndicators(db);
	const whole = { mandatory, wording, ...part };
	if (await indicatorCatalogues(db).save(organizationId, version, whole, editor.name)) return ok(null);
	const current = await readIndicators(db);
	return err({
		code: 'edited-meanwhile',
		by: current.updatedBy ?? '',
		at: current.updatedAt ?? new Date(),
		current: shown(current),
		opened: null
	});
}
