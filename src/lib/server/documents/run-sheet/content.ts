import { readHalfDay } from '$lib/domain/calendar';
import { speakers, speakingTime, timed, type Step } from '$lib/domain/closing/run-sheet';
import type { RestitutionSlot } from '$lib/domain/closing/restitution';
import {
	capitalised,
	clock,
	dayAndMonth,
	duration,
	halfDayInWords,
	plural,
	typeset
} from '$lib/domain/french';
import type { Rally } from '$lib/domain/rally';
import { rallyLetterhead, type Letterhead, type Logo } from '../paper/letterhead';

/** What happens, minute by minute, for whoever holds the microphone. */
export interface RunSheet {
	letterhead: Letterhead;
	title: string;
	says: string[];
	columns: string[];
	rows: { cells: string[]; heading?: boolean }[];
	/** What is not to be forgotten. */
	notes: string[];
}

interface ClosingInput {
	rally: Rally;
	steps: readonly Step[];
	/** Diplomas and prizes in words, in the order in which they are handed over. */
	handovers: readonly { what: string; to: string; by: string }[];
	/** « 34 personnes attendues », or nothing. */
	expected: string;
	logo?: Logo;
}

export function closingRunSheet({ rally, steps, handovers, expected, logo }: ClosingInput): RunSheet {
	const { closing } = rally;
	const time = speakingTime(steps);
	return {
		letterhead: rallyLetterhead(rally, logo),
		title: 'Déroulé de la clôture',
		says: [
			closing
				? `${capitalised(dayAndMonth(closing.date))}, ${[closing.place.label, closing.place.commune].filter(Boolean).join(', ')}.`
				: '',
			[
				expected,
				time.total > 0
					? `Temps de parole : ${duration(time.total)}, dont ${duration(time.participants)} pour les participants.`
					: ''
			]
				.filter(Boolean)
				.join(' · ')
		].filter(Boolean),
		columns: ['Heure', 'Durée', 'Ce qui se passe', 'Qui', 'Note'],
		rows: [
			...timed(steps, closing?.start ?? 16 * 60).map((step) => ({
				cells: [
					clock(step.from),
					duration(step.minutes),
					step.title,
					[speakers[step.speaker], step.who].filter(Boolean).join(' : '),
					step.note
				]
			})),
			...(handovers.length > 0 ? [{ cells: ['Remises'], heading: true }] : []),
			...handovers.map(({ what, to, by }) => ({ cells: ['', '', what, by, to && `à ${to}`] }))
		],
		notes: ['Une personne qui ne souhaite pas prendre la parole ne la prend pas.']
	};
}

interface RestitutionInput {
	rally: Rally;
	slots: readonly RestitutionSlot[];
	/** Letter → names used, for whoever calls the team. */
	members: ReadonlyMap<string, readonly string[]>;
	logo?: Logo;
}

export function restitutionRunSheet({ rally, slots, members, logo }: RestitutionInput): RunSheet {
	const inOrder = [...slots].sort((a, b) => (a.half < b.half ? -1 : a.half > b.half ? 1 : a.from - b.from));
	const halves = [...new Set(inOrder.map(({ half }) => half))];
	return {
		letterhead: rallyLetterhead(rally, logo),
		title: 'Déroulé de la restitution',
		says: [
			typeset(
				`${plural(slots.length, 'équipe raconte', 'équipes racontent')} ce qu’elles ont vécu. Les entreprises viennent à la clôture, pas ici.`
			)
		],
		columns: ['Heure', 'Parole', 'Équipe', 'Ce qu’elle raconte', 'Notes'],
		rows: halves.flatMap((half) => [
			...(halves.length > 1 || readHalfDay(half)
				? [{ cells: [capitalised(halfDayInWords(half))], heading: true }]
				: []),
			...inOrder
				.filter((slot) => slot.half === half)
				.map(({ team, from, minutes, prompt }) => ({
					cells: [
						clock(from),
						duration(minutes),
						[`Équipe ${team}`, (members.get(team) ?? []).join(', ')].filter(Boolean).join('\n'),
						prompt,
						''
					]
				}))
		]),
		notes: [
			'Les participants parlent d’abord et choisissent qui raconte quoi. Personne n’est obligé de parler.',
			'Rien de ce qui se dit ici n’est répété aux entreprises sans l’accord de l’équipe.'
		]
	};
}
