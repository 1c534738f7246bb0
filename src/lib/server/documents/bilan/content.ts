import type { BilanRecipient, SentBilan, SentQuota } from '$lib/domain/bilan/bilan';
import { narrativeSections, outlines, type NarrativeKey } from '$lib/domain/bilan/outline';
import { publics } from '$lib/domain/counting/public';
import { departments } from '$lib/domain/departments';
import { gridHeadings, principleKeys, principles, type GridLevel } from '$lib/domain/fidelity/principles';
import {
	breakdownCatalogue,
	breakdownKeys,
	figureKeys,
	ofPeople,
	type BreakdownKey
} from '$lib/domain/figures/catalogue';
import { maskBreakdown, maskParts } from '$lib/domain/figures/mask';
import type { RallyFigures } from '$lib/domain/figures/rally-figures';
import { figureInWords, MASKED_WORDS, percent, type FigureWords } from '$lib/domain/figures/words';
import { capitalised, dateRange, fullDate, number, quoted, typeset } from '$lib/domain/french';
import { RALLY_NAME, type Letterhead, type Logo, type Mark } from '../paper/letterhead';
import { measuresSection } from './measures';

export interface BilanInput {
	recipient: BilanRecipient;
	/** « Fédération des CREPI », « Ansa », a funder's name. */
	recipientName: string;
	organization: string;
	bilan: SentBilan;
	/** « version envoyée le 14 juin 2027 », « brouillon ». */
	version: string;
	draft: boolean;
	/** Names of those who are thanked: organisations, never people. */
	thanks: readonly string[];
	logo?: Logo;
	/** On paper: the organisation's own logo, and that of the funder it is made for. */
	marks?: readonly Mark[];
}

/** One bar of a chart that is also read as a table; `count` null when it is masked. */
export interface Bar {
	label: string;
	count: number | null;
	/** Of the population, 0 to 1; null when masked or when there is nobody. */
	share: number | null;
	said: string;
}

/** A chart, each bar of it with its number. */
export interface BarsSection {
	kind: 'bars';
	key: BreakdownKey;
	title: string;
	note: string;
	bars: Bar[];
}

/** A table in words, its first column naming the row. */
export interface TableSection {
	kind: 'table';
	title: string;
	note: string;
	heads: string[];
	rows: string[][];
}

export type BilanSection =
	| { kind: 'text'; title: string; paragraphs: string[] }
	| { kind: 'figures'; title: string; rows: FigureWords[] }
	| BarsSection
	| TableSection
	| { kind: 'grid'; title: string; note: string; rows: GridRow[] }
	| { kind: 'list'; title: string; items: string[] };

export interface GridRow {
	heading: string;
	label: string;
	proposed: string;
	own: string;
	comment: string;
}

/** What page, PDF and text document all show. */
export interface BilanContent {
	letterhead: Letterhead;
	title: string;
	organization: string;
	marks: readonly Mark[];
	about: { label: string; value: string }[];
	sections: BilanSection[];
	notes: string[];
}

export function bilanContent(input: BilanInput): BilanContent {
	const { recipient, bilan, organization, recipientName } = input;
	const { rally, figures, narrative } = bilan;
	const outline = outlines[recipient];
	const shown = bilan.shown ?? outline.shown;
	const told = (key: NarrativeKey): BilanSection[] =>
		narrative[key]?.trim() && outline.narrative.includes(key)
			? [{ kind: 'text', title: narrativeSections[key].title, paragraphs: paragraphs(narrative[key]) }]
			: [];
	const rows = figureKeys
		.filter((key) => shown.includes(key))
		.map((key) => figureInWords(figures, key, true, bilan.wording));
	const bars = breakdownKeys
		.filter((key) => shown.includes(key))
		.flatMap((key) => barsOf(figures, key, true));
	return {
		letterhead: {
			rallyName: RALLY_NAME,
			logo: input.logo ?? null,
			title: rally.title,
			dates: dateRange(rally.first, rally.last),
			version: input.version,
			draft: input.draft,
			check: null,
			madeOn: new Date(`${figures.on}T00:00:00Z`)
		},
		title: `Bilan pour ${articled(recipient, recipientName)}`,
		organization,
		marks: input.marks ?? [],
		about: [
			{ label: 'Structure organisatrice', value: organization },
			{ label: 'Dates', value: capitalised(dateRange(rally.first, rally.last)) },
			{ label: 'Territoire', value: rally.territory || (departments[rally.department] ?? rally.department) },
			{ label: 'Édition', value: rally.edition === 1 ? 'premier rallye de la structure' : `${rally.edition}e rallye de la structure` }, // prettier-ignore
			{ label: 'Clôture', value: rally.closing ? fullDate(rally.closing) : 'non communiqué' }
		],
		sections: [
			...told('context'),
			...(rows.length > 0 ? [{ kind: 'figures' as const, title: 'Les chiffres', rows }] : []),
			...(bilan.quota ? [quotaSection(bilan.quota)] : []),
			...bars,
			...measuresSection(bilan.measures ?? []),
			...outline.narrative.filter((key) => key !== 'context').flatMap(told),
			...(outline.grid ? [gridSection(bilan)] : []),
			...(outline.grid && bilan.derogations.length > 0
				? [
						{
							kind: 'list' as const,
							title: 'Écarts à la charte, acceptés avec un motif',
							items: bilan.derogations
						}
					]
				: []),
			...(input.thanks.length > 0
				? [{ kind: 'list' as const, title: 'Avec le soutien de', items: [...input.thanks] }]
				: [])
		],
		notes: [
			`Chiffres comptés le ${fullDate(figures.on)}.`,
			'« Prévu » vient du planning et des inscriptions ; « réalisé » de ce qui a été noté pendant et après le rallye. Les deux ne se mélangent jamais.',
			'« Non communiqué » : personne ne l’a noté. « Non évalué » : cela ne peut pas encore se mesurer. Ni l’un ni l’autre ne vaut zéro.',
			'Les groupes de moins de 5 personnes sont masqués, avec ceux qui permettraient de les retrouver par différence.'
		].map(typeset)
	};
}

const articled = (recipient: BilanRecipient, name: string): string =>
	recipient === 'federation'
		? `la ${name}`
		: recipient === 'ansa'
			? `l’${name}`
			: `le financeur ${quoted(name)}`;

const paragraphs = (text: string): string[] =>
	text
		.split(/\n\s*\n/)
		.map((one) => typeset(one.trim()))
		.filter(Boolean);

/** Bars of one breakdown; none when nothing is known of it. `hide`: small groups of people are masked. */
export function barsOf(figures: RallyFigures, key: BreakdownKey, hide: boolean): BarsSection[] {
	const breakdown = figures.breakdowns[key];
	if (!breakdown || breakdown.population === 0) return [];
	const { label, overlapping } = breakdownCatalogue[key];
	const masked = hide && ofPeople(key) ? maskBreakdown(breakdown, overlapping) : breakdown;
	const base = masked.population;
	const bar = (name: string, count: number | null): Bar => ({
		label: name,
		count,
		share: count === null || base === null ? null : count / base,
		said:
			count === null
				? MASKED_WORDS
				: base === null
					? number(count)
					: `${number(count)} (${percent(count, base)})`
	});
	return [
		{
			kind: 'bars',
			key,
			title: label,
			note:
				base === null
					? 'Population de moins de 5.'
					: `Sur ${number(base)}.${overlapping ? ' Les statuts se recoupent : ils ne s’additionnent pas.' : ''}`,
			bars: [
				...masked.parts.map((part) => bar(part.label, part.count)),
				...(breakdown.unknown > 0 ? [bar('Non communiqué', masked.unknown)] : [])
			]
		}
	];
}

function quotaSection({ public: wantedPublic, wanted, siae, ...quota }: SentQuota): BilanSection {
	const [counted, inSiae] = maskParts(
		[
			{ key: 'counted', count: quota.counted },
			{ key: 'in-siae', count: quota.inSiae },
			{ key: 'outside', count: quota.outside }
		],
		quota.people
	).map(({ count }) => (count === null ? MASKED_WORDS : number(count)));
	const { label, several } = publics[wantedPublic];
	return {
		kind: 'text',
		title: 'Public de ce financement',
		paragraphs: [
			`${label} : ${counted} sur ${number(quota.people)} participants${wanted === null ? '' : `, pour ${number(wanted)} demandés`}.`,
			siae
				? 'La convention compte aussi les salariés en insertion (SIAE).'
				: quota.inSiae > 0
					? `Salariés en insertion parmi les ${several}, non comptés : ${inSiae}. La convention ne les compte pas.`
					: 'Les salariés en insertion (SIAE) ne sont pas comptés.'
		].map(typeset)
	};
}

const level = (given: GridLevel | null): string =>
	given === null ? '' : given === 'ne' ? 'non évaluable' : given;

const gridSection = ({ grid }: SentBilan): BilanSection => ({
	kind: 'grid',
	title: 'Grille de fidélité à la charte',
	note: typeset(
		'De 0 (la structure n’effectue pas l’action préconisée) à 4 (l’action est intégrée de façon homothétique). « Proposé » est calculé par Équipage à partir des données ; « appréciation » est celle de la structure. Il n’y a ni total ni moyenne.'
	),
	rows: principleKeys.flatMap((key): GridRow[] => {
		const score = grid.find(({ principle }) => principle === key);
		return [
			{
				heading: gridHeadings[principles[key].heading],
				label: principles[key].label,
				proposed: level(score?.proposed ?? null),
				own: level(score?.own ?? null),
				comment: score?.comment ?? ''
			}
		];
	})
});
