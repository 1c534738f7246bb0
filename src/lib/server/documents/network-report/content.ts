import type { IsoDate } from '$lib/domain/calendar';
import { missingWords } from '$lib/domain/figures/measured';
import { gridHeadings, gridLevels, principleKeys, principles } from '$lib/domain/fidelity/principles';
import { fullDate, number, plural, typeset } from '$lib/domain/french';
import type { LevelCounts } from '$lib/domain/network/compliance';
import { consolidatedColumns, consolidatedKeys, coverageWords, sides, type Consolidated, type ShownSum, type Side } from '$lib/domain/network/consolidated'; // prettier-ignore
import type { MaskedTotals } from '$lib/domain/network/masked-totals';
import { RALLY_NAME, type Letterhead } from '../paper/letterhead';

export interface NetworkReportInput {
	year: number;
	/** Day of the printing: given, so that the same figures print the same bytes. */
	on: IsoDate;
	tables: Record<Side, Consolidated>;
	bilans: number;
	rallies: number;
	breakdowns: readonly { label: string; masked: MaskedTotals }[];
	/** Rallies at each level, by the organisers' own scores; null when no grid was received. */
	levels: Record<keyof typeof principles, LevelCounts> | null;
	cited: readonly {
		year: number;
		label: string;
		value: string;
		base: string;
		source: string;
		sourceOn: IsoDate | null;
	}[];
}

export interface ReportTable {
	title: string;
	note: string;
	head: string[];
	/** A line of one cell says what follows. */
	rows: string[][];
}

export interface ReportBars {
	title: string;
	note: string;
	rows: {
		label: string;
		value: string;
		/** 0…1 of the longest; null when it is hidden. */ share: number | null;
	}[];
}

/** The network's year on paper: figures of the bilans sent, nobody in them. */
export interface NetworkReport {
	letterhead: Letterhead;
	title: string;
	intro: string[];
	consolidated: ReportTable[];
	bars: ReportBars[];
	compliance: ReportTable | null;
	cited: ReportTable | null;
}

export function networkReport(input: NetworkReportInput): NetworkReport {
	const { year, on, rallies, bilans } = input;
	const title = `Rapport ${year} du réseau`;
	return {
		letterhead: {
			rallyName: RALLY_NAME,
			logo: null,
			title: 'Réseau des rallyes pour l’emploi',
			dates: String(year),
			version: `au ${fullDate(on)}`,
			draft: false,
			check: null,
			madeOn: new Date(`${on}T00:00:00Z`)
		},
		title,
		intro: [
			`${plural(rallies, 'rallye')} en ${year}, ${plural(bilans, 'bilan reçu', 'bilans reçus')}.`,
			typeset('« nc » : non communiqué ; « ne » : non évalué. Ni l’un ni l’autre n’est zéro. Un groupe de moins de cinq personnes est masqué, et avec lui ce qui permettrait de le retrouver.') // prettier-ignore
		],
		consolidated: (Object.keys(sides) as Side[]).toReversed().map((side) => tableOf(sides[side], input.tables[side])), // prettier-ignore
		bars: input.breakdowns.map(({ label, masked }) => barsOf(label, masked)),
		compliance: input.levels && complianceOf(input.levels),
		cited: input.cited.length === 0 ? null : citedOf(input.cited)
	};
}

const said = (sum: ShownSum, one: string, feminine: boolean): string => {
	const { total } = sum;
	const value = sum.masked
		? 'masqué'
		: total.is === 'value'
			? number(total.value)
			: missingWords[total.is].short;
	const coverage = sum.answered > 0 ? coverageWords(sum, one, feminine) : '';
	return coverage ? `${value} (${coverage})` : value;
};

const tableOf = (title: string, { rows, total, sources }: Consolidated): ReportTable => ({
	title,
	note: consolidatedKeys
		.filter((key) => key !== 'structures' && sources[key].bilans > 0)
		.map((key) => {
			const { bilans, from, to } = sources[key];
			const days =
				from === to ? `compté le ${fullDate(from!)}` : `comptés du ${fullDate(from!)} au ${fullDate(to!)}`;
			return `${consolidatedColumns[key].label} : ${plural(bilans, 'bilan')}, ${days}.`;
		})
		.map(typeset)
		.join(' '),
	head: ['Structure', ...consolidatedKeys.map((key) => consolidatedColumns[key].label)],
	rows: [
		...rows.map(({ name, cells }) => [
			name,
			...consolidatedKeys.map((key) => said(cells[key], 'rallye', false))
		]),
		['Total', ...consolidatedKeys.map((key) => said(total[key], 'structure', true))]
	]
});

function barsOf(title: string, masked: MaskedTotals): ReportBars {
	const rows = [...masked.parts, { key: '', label: 'Non renseigné', count: masked.unknown }];
	const most = Math.max(1, ...rows.map(({ count }) => count ?? 0));
	return {
		title,
		note: `${masked.population === null ? 'Effectif masqué' : plural(masked.population, 'personne')}, ${plural(masked.bilans, 'bilan')}.`,
		rows: rows.map(({ label, count }) => ({
			label,
			value: count === null ? 'masqué' : number(count),
			share: count === null ? null : count / most
		}))
	};
}

function complianceOf(levels: NonNullable<NetworkReportInput['levels']>): ReportTable {
	const columns = [...gridLevels, 'none'] as const;
	return {
		title: 'Combien de rallyes à chaque niveau',
		note: 'Notes des organisatrices, de 0 à 4 ; « ne » : non évaluable à ce stade. Ni total ni moyenne : la grille n’en a pas.',
		head: ['Principe', ...gridLevels, 'Sans note'],
		rows: principleKeys.flatMap((key, i) => {
			const { heading, label } = principles[key];
			const before = principleKeys[i - 1];
			const line = [label, ...columns.map((level) => number(levels[key][level]))];
			return before && principles[before].heading === heading ? [line] : [[gridHeadings[heading]], line];
		})
	};
}

const citedOf = (cited: NetworkReportInput['cited']): ReportTable => ({
	title: 'Chiffres d’autres sources',
	note: 'Recopiés tels que leur source les imprime ; aucun n’entre dans un total.',
	head: ['Ce qui est compté', 'Année', 'Chiffre', 'Sur quoi', 'Source'],
	rows: cited.map(({ label, year, value, base, source, sourceOn }) => [
		label,
		String(year),
		value,
		base || 'non précisé',
		sourceOn ? `${source}, ${fullDate(sourceOn)}` : source
	])
});
