import { halfDaysOf, noonOf, type HalfDay, type Minutes, type ProgrammeDay } from '../calendar';

/** When a team says what it lived: one slot in a half-day of restitution. */
export interface RestitutionSlot {
	/** Letter of the team. */
	team: string;
	half: HalfDay;
	from: Minutes;
	/** Time to speak, minutes. */
	minutes: number;
	/** What the team is asked to tell, and who tells what; participants choose. */
	prompt: string;
}

export interface RestitutionHalf {
	half: HalfDay;
	from: Minutes;
	to: Minutes;
}

/** Half-days given to restitution, with their hours. */
export const restitutionHalves = (programme: readonly ProgrammeDay[]): RestitutionHalf[] =>
	halfDaysOf(programme)
		.filter(({ kind }) => kind === 'restitution')
		.map(({ key, date, part }) => {
			const day = programme.find((one) => one.date === date)!;
			const noon = noonOf(day);
			return part === 'morning'
				? { half: key, from: day.start, to: Math.max(day.start, day.lunch?.from ?? noon) }
				: { half: key, from: Math.max(day.start, day.lunch?.to ?? noon), to: day.end };
		});

/** Kept between two teams to applaud, change places and breathe, minutes: ours. */
export const PAUSE = 10;

export const prompts = {
	'good-moment': 'Le moment qui vous a plu, et pourquoi.',
	surprise: 'Ce qui vous a surpris dans une entreprise.',
	trade: 'Un métier que vous ne connaissiez pas.',
	changed: 'Une idée que vous aviez avant, et que vous n’avez plus.',
	team: 'Ce que l’équipe vous a apporté.',
	next: 'Ce que vous allez faire maintenant.'
} as const;
export type PromptKey = keyof typeof prompts;

/** Who tells what, to be changed with the team: each team begins with another prompt, so that they do not repeat. */
export function usualPrompt(at: number): string {
	const keys = Object.keys(prompts) as PromptKey[];
	return [0, 1, 2].map((i) => prompts[keys[(at * 2 + i) % keys.length]!]).join('\n');
}

/**
 * Slots for every team, in the order of letters, one after the other in the first half-day where they fit: all of the
 * same length, half an hour at most, and less when time is short. Empty without a half-day of restitution.
 */
export function proposedSlots(
	teams: readonly string[],
	halves: readonly RestitutionHalf[],
	/** Kept for the welcome at the beginning of the half-day, minutes. */
	opening = 15
): RestitutionSlot[] {
	const half = halves[0];
	if (!half || teams.length === 0) return [];
	const room = half.to - half.from - opening - PAUSE * (teams.length - 1);
	const minutes = Math.min(30, Math.max(5, Math.floor(room / teams.length / 5) * 5));
	return teams.map((team, i) => ({
		team,
		half: half.half,
		from: half.from + opening + i * (minutes + PAUSE),
		minutes,
		prompt: usualPrompt(i)
	}));
}

export type SlotProblem =
	| { kind: 'overlap'; teams: [string, string] }
	| { kind: 'outside'; team: string }
	| { kind: 'no-slot'; team: string };

/** What does not hold in the slots as they were written. */
export function slotProblems(
	slots: readonly RestitutionSlot[],
	teams: readonly string[],
	halves: readonly RestitutionHalf[]
): SlotProblem[] {
	const inOrder = [...slots].sort((a, b) => (a.half < b.half ? -1 : a.half > b.half ? 1 : a.from - b.from));
	return [
		...teams
			.filter((team) => !slots.some((slot) => slot.team === team))
			.map((team) => ({ kind: 'no-slot' as const, team })),
		...slots
			.filter((slot) => {
				const half = halves.find((one) => one.half === slot.half);
				return !half || slot.from < half.from || slot.from + slot.minutes > half.to;
			})
			.map(({ team }) => ({ kind: 'outside' as const, team })),
		...inOrder.slice(1).flatMap((slot, i) => {
			const former = inOrder[i]!;
			return former.half === slot.half && former.from + former.minutes > slot.from
				? [{ kind: 'overlap' as const, teams: [former.team, slot.team] as [string, string] }]
				: [];
		})
	];
}
