import { breakdownKeys, figureKeys, type BreakdownKey, type FigureKey } from '../figures/catalogue';
import type { BilanRecipient } from './bilan';

/** What is told in words, in the order of the page; `asks` helps whoever writes. */
export const narrativeSections = {
	context: {
		title: 'Contexte et territoire',
		asks: 'Pourquoi ce rallye, ici et maintenant ? Avec qui ?'
	},
	progress: {
		title: 'Déroulement',
		asks: 'Comment les journées se sont passées, ce qui a changé par rapport au programme.'
	},
	effects: {
		title: 'Ce que le rallye a permis',
		asks: 'Pour les participants, pour les entreprises, sur le territoire. Sans nommer personne.'
	},
	difficulties: {
		title: 'Difficultés et enseignements',
		asks: 'Ce qui a été difficile, ce que vous feriez autrement : utile à ceux qui organiseront après vous.'
	},
	funding: {
		title: 'Emploi du financement',
		asks: 'À quoi la somme a servi, et ce qui reste à faire.'
	},
	next: { title: 'Suites', asks: 'Les suites prévues : suivi à six mois, prochain rallye, partenariats.' }
} as const;
export type NarrativeKey = keyof typeof narrativeSections;

export interface Outline {
	narrative: readonly NarrativeKey[];
	/** Sections without which it is said incomplete. */
	wanted: readonly NarrativeKey[];
	/** Figures and breakdowns proposed, in order. */
	shown: readonly (FigureKey | BreakdownKey)[];
	/** Those that a complete bilan knows: « nombre et caractéristiques » of the rally (Ansa 2019, l. 135 and 228). */
	mandatory: readonly FigureKey[];
	/** With the fidelity grid and the departures from the charter. */
	grid: boolean;
}

const everything = [...figureKeys, ...breakdownKeys];
const toTheNetwork: Outline = {
	narrative: ['context', 'progress', 'effects', 'difficulties', 'next'],
	wanted: ['progress', 'difficulties'],
	shown: everything,
	mandatory: [
		'participants',
		'finished',
		'teams',
		'companies-approached',
		'companies-mobilised',
		'visits-in-range',
		'partners'
	],
	grid: true
};

export const outlines: Record<BilanRecipient, Outline> = {
	federation: toTheNetwork,
	// « Faire le même retour à l’Ansa » (l. 358).
	ansa: toTheNetwork,
	funder: {
		narrative: ['context', 'progress', 'effects', 'funding', 'next'],
		wanted: ['progress', 'effects'],
		shown: [
			'participants',
			'finished',
			'visits-in-range',
			'companies-mobilised',
			'sectors',
			'guests',
			'answered',
			'solutions',
			'gender',
			'ageBand',
			'statuses',
			'company-sector',
			'outcome'
		],
		mandatory: ['participants', 'companies-mobilised'],
		grid: false
	}
};

export const isShown = (key: string): key is FigureKey | BreakdownKey =>
	(everything as readonly string[]).includes(key);
