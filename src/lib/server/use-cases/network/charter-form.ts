import { z } from 'zod';
import { ruleIds, type RuleId } from '$lib/domain/charter/rule';
import { askedRangeKeys, askedRanges, type AskedNumbers, type AskedRange, type WrittenCharter } from '$lib/domain/charter/version'; // prettier-ignore
import * as field from '../../fields';

type Bound = `${AskedRange}Min` | `${AskedRange}Max`;
const bounds = Object.fromEntries(
	askedRangeKeys.flatMap((key) =>
		(['Min', 'Max'] as const).map((end) => [`${key}${end}`, field.whole(1, askedRanges[key].most)])
	)
) as Record<Bound, ReturnType<typeof field.whole>>;
const sentences = Object.fromEntries(ruleIds.map((id) => [id, field.text(600)])) as Record<
	RuleId,
	ReturnType<typeof field.text>
>;

/** One field a number and one a sentence, so that a clash between two people is shown where it is. */
export const CharterForm = z
	.object({
		label: field
			.required('Donnez un nom court à cette version, par exemple l’année.', 20)
			.refine((value) => value !== '2018', { error: 'La version de 2018 existe déjà.' }),
		title: field.required('Donnez le titre complet de la charte.', 160),
		inForceFrom: field.date('Indiquez le jour où elle entre en vigueur.'),
		...bounds,
		companiesMin: field.whole(1, 200),
		...sentences
	})
	.superRefine((typed, context) => {
		for (const key of askedRangeKeys) {
			if (typed[`${key}Max`] < typed[`${key}Min`])
				context.addIssue({ code: 'custom', path: [`${key}Max`], message: 'Le plus grand nombre est sous le plus petit.' }); // prettier-ignore
		}
	});
export type CharterInput = z.output<typeof CharterForm>;

export const charterOf = (typed: CharterInput): WrittenCharter => ({
	label: typed.label,
	title: typed.title,
	inForceFrom: typed.inForceFrom,
	numbers: {
		...(Object.fromEntries(
			askedRangeKeys.map((key) => [key, { min: typed[`${key}Min`], max: typed[`${key}Max`] }])
		) as Omit<AskedNumbers, 'companiesMin'>),
		companiesMin: typed.companiesMin
	},
	says: Object.fromEntries(ruleIds.flatMap((id) => (typed[id] ? [[id, typed[id]]] : [])))
});

/** The other way round: what the form shows of a version. */
export const typedOf = ({
	label,
	title,
	inForceFrom,
	numbers,
	says
}: Omit<WrittenCharter, 'inForceFrom'> & { inForceFrom: string | null }): Record<string, unknown> => ({
	label,
	title,
	inForceFrom,
	...Object.fromEntries(
		askedRangeKeys.flatMap((key) => [
			[`${key}Min`, numbers[key].min],
			[`${key}Max`, numbers[key].max]
		])
	),
	companiesMin: numbers.companiesMin,
	...says
});
