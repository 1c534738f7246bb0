import type { GridRow } from '$lib/domain/fidelity/grid';
import { gridHeadings, type GridHeading, type GridLevel } from '$lib/domain/fidelity/principles';
import { moment, typeset } from '$lib/domain/french';
import type { Derogation } from '$lib/domain/publication/derogation';
import type { Rally } from '$lib/domain/rally';
import { rallyLetterhead, type Letterhead, type Logo } from '../paper/letterhead';

export interface FidelityInput {
	rally: Rally;
	rows: readonly GridRow[];
	/** Withdrawn ones are left out. */
	derogations: readonly Derogation[];
	/** Names of the charter's rules, by id. */
	titles: Readonly<Record<string, string>>;
	/** Printed on it: two readings on two days can differ. */
	now: Date;
	logo?: Logo;
}

/** The fidelity grid as it stands: levels and comments, without the counts behind what is proposed. */
export interface FidelitySheet {
	letterhead: Letterhead;
	title: string;
	intro: string[];
	sections: { heading: string; rows: FidelityLine[] }[];
	derogations: { what: string; reason: string; signed: string }[];
}

export interface FidelityLine {
	principle: string;
	proposed: string;
	own: string;
	federation: string;
	/** The organiser's comment, then the federation's. */
	comment: string;
}

const told = (level: GridLevel | null): string => (level === null ? '–' : level === 'ne' ? 'n.e.' : level);

export function fidelitySheet(input: FidelityInput): FidelitySheet {
	const { rally, rows, derogations, titles, now, logo } = input;
	return {
		letterhead: { ...rallyLetterhead(rally, logo), madeOn: now },
		title: 'Fidélité à la charte',
		intro: [
			`Grille des dix-neuf principes, lue le ${moment(now)}.`,
			typeset(
				'0 : l’action n’est pas faite ; 4 : elle est faite comme la charte la décrit ; n.e. : non évaluable à ce stade ; – : pas de réponse. Le niveau proposé vient des données du rallye ; les textes des niveaux sont ceux d’Équipage. La grille n’a ni total ni moyenne.'
			)
		],
		sections: (Object.entries(gridHeadings) as [GridHeading, string][]).map(([heading, title]) => ({
			heading: typeset(title),
			rows: rows.flatMap((row, i) => (row.heading === heading ? [lineOf(row, i + 1)] : []))
		})),
		derogations: derogations
			.filter(({ withdrawnAt }) => withdrawnAt === null)
			.map(({ kind, subject, reason, by, at }) => ({
				what: kind === 'rule' ? [subject, titles[subject]].filter(Boolean).join(' ') : typeset(subject),
				reason: typeset(reason),
				signed: `${by}, ${moment(at)}`
			}))
	};
}

const lineOf = (row: GridRow, number: number): FidelityLine => {
	const theirs = row.scores.federation?.comment;
	return {
		principle: typeset(`${number}. ${row.label}`),
		proposed: told(row.proposed),
		own: told(row.own),
		federation: told(row.federation),
		comment: typeset([row.comment, theirs ? `Fédération : ${theirs}` : ''].filter(Boolean).join('\n'))
	};
};
