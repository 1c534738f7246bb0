import type { IsoDate } from '../calendar';
import { wordedEntry, type FigureKey, type Wording } from '../figures/catalogue';
import type { RallyFigures } from '../figures/rally-figures';
import { plural } from '../french';
import type { BilanRecipient, SentScore } from './bilan';
import { narrativeSections, outlines, type NarrativeKey } from './outline';

/** Where what is missing is set right, under the rally. */
export type MissingPlace = 'reglages' | 'jour/presences' | 'fidelite' | 'bilans' | 'suivi' | 'planning';

export interface MissingFromBilan {
	says: string;
	place: MissingPlace;
	/** Nothing can be sent with it; otherwise it is sent as « non communiqué ». */
	blocking: boolean;
}

export interface BilanToCheck {
	recipient: BilanRecipient;
	/** Last day of the programme; null before it is chosen. */
	last: IsoDate | null;
	today: IsoDate;
	figures: RallyFigures;
	grid: readonly SentScore[];
	narrative: Readonly<Record<string, string>>;
	/** Figures that the federation wants of every bilan, besides the usual ones. */
	wanted?: readonly FigureKey[];
	wording?: Wording;
}

/** What is still missing, the most pressing first. */
export function missingFrom({
	recipient,
	last,
	today,
	figures,
	grid,
	narrative,
	wanted = [],
	wording
}: BilanToCheck): MissingFromBilan[] {
	const outline = outlines[recipient];
	if (last === null)
		return [{ says: 'Les journées du rallye ne sont pas fixées.', place: 'reglages', blocking: true }];
	if (today <= last)
		return [
			{
				says: 'Le rallye n’est pas terminé : le bilan pourra partir le lendemain de la dernière journée.',
				place: 'bilans',
				blocking: true
			}
		];
	// « Non évalué » is an answer: six months are not over. « Non communiqué » is not.
	const asked = [...new Set([...outline.mandatory, ...(outline.grid ? wanted : [])])];
	const unknown = asked.filter((key) => figures.figures[key].done.is === 'nc');
	const presences = unknown.filter((key) => notedByPresence.has(key));
	const others = unknown.filter((key) => !notedByPresence.has(key));
	const unscored = outline.grid ? grid.filter(({ own }) => own === null).length : 0;
	const untold = outline.wanted.filter((key) => !narrative[key]?.trim());
	return [
		...(presences.length > 0
			? [
					{
						says: `Les présences ne sont pas notées : ${listOf(presences.map((key) => wordedEntry(key, wording).label))}.`,
						place: 'jour/presences' as const,
						blocking: presences.includes('participants')
					}
				]
			: []),
		...others.map((key) => ({
			says: `${wordedEntry(key, wording).label} : non communiqué.`,
			place: 'planning' as const,
			blocking: false
		})),
		...(unscored > 0
			? [
					{
						says: `${plural(unscored, 'principe', 'principes')} de la grille sans votre appréciation.`,
						place: 'fidelite' as const,
						blocking: false
					}
				]
			: []),
		...untold.map((key) => ({
			says: `« ${narrativeSections[key].title} » est vide.`,
			place: 'bilans' as const,
			blocking: false
		}))
	];
}

const notedByPresence = new Set(['participants', 'finished', 'companies-mobilised', 'visits-in-range']);
const listOf = (labels: readonly string[]): string => labels.map((label) => label.toLowerCase()).join(', ');

/** Sections of the narrative that this recipient reads; the rest stays with the organiser. */
export const narrativeFor = (
	recipient: BilanRecipient,
	narrative: Readonly<Record<string, string>>
): Record<string, string> =>
	Object.fromEntries(
		outlines[recipient].narrative.flatMap((key: NarrativeKey) =>
			narrative[key]?.trim() ? [[key, narrative[key].trim()]] : []
		)
	);
