import { missingWords } from '$lib/domain/figures/measured';
import { typeset } from '$lib/domain/french';
import { dimensions } from '$lib/domain/measure/instruments';
import type { DimensionSummary, Rated } from '$lib/domain/measure/scores';
import type { TableSection } from './content';

const tenths = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat('fr-FR', {
	minimumFractionDigits: 1,
	maximumFractionDigits: 1,
	signDisplay: 'exceptZero'
});

/** « 3,4 (12 réponses sur 16) »: a mean is never told without how many it stands on. */
function rated(figure: Rated | null, format: Intl.NumberFormat, of: string): string {
	if (!figure) return '';
	if (figure.value.is !== 'value') return missingWords[figure.value.is].long;
	return `${format.format(figure.value.value)} (${figure.answered} ${of} sur ${figure.asked})`;
}

/** The questionnaires, dimension by dimension; none when nobody was asked anything. */
export const measuresSection = (measures: readonly DimensionSummary[]): TableSection[] =>
	measures.some(({ before, after }) => before?.value.is === 'value' || after.value.is === 'value')
		? [
				{
					kind: 'table',
					title: 'Avant et après',
					note: typeset(
						'Moyennes de 0 à 5, questionnaires écrits par Équipage et validés par personne. L’évolution ne porte que sur ceux qui ont répondu les deux fois. Moins de 5 réponses : non communiqué.'
					),
					heads: ['Dimension', 'Avant', 'Après', 'Évolution'],
					rows: measures.map(({ dimension, before, after, change }) => [
						dimensions[dimension].label,
						rated(before, tenths, 'réponses'),
						rated(after, tenths, 'réponses'),
						rated(change, signed, 'paires')
					])
				}
			]
		: [];
