import { wallClock } from '$lib/domain/clock';
import { breakdownCatalogue, breakdownKeys, figureKeys, ofPeople } from '$lib/domain/figures/catalogue';
import { maskBreakdown } from '$lib/domain/figures/mask';
import { figureInWords, MASKED_WORDS } from '$lib/domain/figures/words';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import type { Listed } from '../../spreadsheets/write';
import { readFigures } from '../bilans/read-figures';
import { readIndicators } from '../network/indicators';

/** The figures of a rally as a table, small groups of people masked: a file goes further than a page. */
export async function figureList(db: Db, rally: Rally): Promise<Listed> {
	const now = new Date();
	const counted = await readFigures(db, rally, now);
	const { wording } = await readIndicators(db);
	return {
		name: 'Chiffres',
		headers: ['Indicateur', 'Groupe', 'Prévu', 'Réalisé', 'Part du réalisé', 'Définition', 'Compté le'],
		rows: [
			...figureKeys.map((key) => {
				const said = figureInWords(counted, key, true, wording);
				return [said.label, '', said.planned, said.done, said.share, said.definition, wallClock(now).date];
			}),
			...breakdownKeys.flatMap((key) => {
				const breakdown = counted.breakdowns[key];
				if (!breakdown) return [];
				const { label, overlapping } = breakdownCatalogue[key];
				const masked = ofPeople(key) ? maskBreakdown(breakdown, overlapping) : breakdown;
				const said = (count: number | null) => (count === null ? MASKED_WORDS : String(count));
				return [
					...masked.parts.map((part) => [
						label,
						part.label,
						'',
						said(part.count),
						'',
						'',
						wallClock(now).date
					]),
					...(breakdown.unknown > 0
						? [[label, 'Non communiqué', '', said(masked.unknown), '', '', wallClock(now).date]]
						: [])
				];
			})
		]
	};
}
