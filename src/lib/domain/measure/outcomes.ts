import { addDays, type IsoDate, type ProgrammeDay } from '../calendar';

/**
 * Where somebody stands six months later. The words of the network's own bilans: A.CO.R. 2020, l. 395 and 2019,
 * l. 867 (« CDI ou CDD>6 mois »), l. 828.
 */
export const outcomes = {
	lasting: {
		label: 'Emploi durable (CDI, ou CDD de plus de 6 mois)',
		short: 'Emploi durable',
		solution: true
	},
	'fixed-term': { label: 'CDD de 6 mois ou moins', short: 'CDD', solution: true },
	temporary: { label: 'Intérim', short: 'Intérim', solution: true },
	siae: { label: 'Contrat dans une structure d’insertion (SIAE)', short: 'Contrat en SIAE', solution: true },
	training: { label: 'Formation', short: 'Formation', solution: true },
	business: { label: 'Création d’activité', short: 'Création d’activité', solution: true },
	redirected: {
		label: 'Réorientation vers un autre accompagnement',
		short: 'Réorientation',
		solution: false
	},
	health: { label: 'Sortie pour raison de santé', short: 'Santé', solution: false },
	searching: { label: 'Toujours en recherche', short: 'En recherche', solution: false },
	'no-news': { label: 'Sans nouvelle', short: 'Sans nouvelle', solution: false }
} as const;
export type Outcome = keyof typeof outcomes;
export const outcomeKeys = Object.keys(outcomes) as Outcome[];
/** What says something of somebody: « sans nouvelle » closes the calls and is no answer. */
export const answeredOutcomes = outcomeKeys.filter((key) => key !== 'no-news');

/** Key → label of those that may count as a solution. */
export const outcomeLabels = Object.fromEntries(
	answeredOutcomes.map((key) => [key, outcomes[key].label])
) as Record<Exclude<Outcome, 'no-news'>, string>;

/** What counts as a « solution professionnelle » unless the organiser says otherwise; no document defines it. */
export const usualSolutions: Outcome[] = outcomeKeys.filter((key) => outcomes[key].solution);

export const newsSources = {
	person: 'La personne l’a dit',
	known: 'Connu autrement'
} as const;
export type NewsSource = keyof typeof newsSources;

export const callMeans = {
	phone: 'Téléphone',
	sms: 'SMS',
	mail: 'Courriel',
	letter: 'Courrier',
	met: 'De vive voix'
} as const;
export type CallMeans = keyof typeof callMeans;

/** One line of somebody's follow-up. Lines are added, never changed. */
export type FollowUpSaid =
	| { kind: 'attempt'; means: CallMeans; note: string }
	| {
			kind: 'news';
			outcome: Outcome;
			source: NewsSource;
			/** Who told it, when it is not the person (the referent, the prescriber…). */
			from: string;
			means: CallMeans | null;
			note: string;
	  }
	/** Takes back the line of that id. */
	| { kind: 'undo'; of: string };

export interface FollowUpLine {
	id: string;
	participantId: string;
	on: IsoDate;
	said: FollowUpSaid;
	by: string;
	number: number;
}

type News = Extract<FollowUpSaid, { kind: 'news' }>;

export interface FollowUp {
	/** What is known last; null when nothing is. */
	news: (Omit<FollowUpLine, 'said'> & { said: News }) | null;
	attempts: FollowUpLine[];
	/** Every line that stands, the latest first. */
	lines: FollowUpLine[];
}

/** Where somebody's follow-up stands. */
export function followUpOf(lines: readonly FollowUpLine[]): FollowUp {
	const undone = new Set(lines.flatMap(({ said }) => (said.kind === 'undo' ? [said.of] : [])));
	const stand = lines
		.filter(({ id, said }) => said.kind !== 'undo' && !undone.has(id))
		.sort((a, b) => b.number - a.number);
	return {
		news: (stand.find(({ said }) => said.kind === 'news') as FollowUp['news']) ?? null,
		attempts: stand.filter(({ said }) => said.kind === 'attempt'),
		lines: stand
	};
}

/** Six calendar months after the last day of the programme: « 6 mois après la fin de l’action » (Ansa 2019, l. 138). */
export function followUpDue(programme: readonly Pick<ProgrammeDay, 'date'>[]): IsoDate | null {
	const last = programme.map(({ date }) => date).sort().at(-1); // prettier-ignore
	return last ? addMonths(last, 6) : null;
}

/** The same day of a later month, or its last day when it has no such day (31 August → 28 February). */
export function addMonths(date: IsoDate, months: number): IsoDate {
	const [year, month, day] = date.split('-').map(Number) as [number, number, number];
	const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
	const last = addDays(new Date(Date.UTC(year, month + months, 1)).toISOString().slice(0, 10), -1);
	const same = `${first.slice(0, 8)}${String(day).padStart(2, '0')}`;
	return same < last ? same : last;
}
