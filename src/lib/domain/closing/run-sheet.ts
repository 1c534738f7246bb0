import type { Minutes } from '../calendar';

/** Who speaks, or what happens, during a sequence of the closing. */
export const speakers = {
	participants: 'Participants',
	company: 'Entreprise',
	institution: 'Élu·e, institution, financeur',
	organizer: 'Structure organisatrice',
	everybody: 'Tout le monde (remise, cocktail)'
} as const;
export type Speaker = keyof typeof speakers;

export interface Step {
	title: string;
	minutes: number;
	speaker: Speaker;
	/** Who, by name. */
	who: string;
	note: string;
}

/** One after the other from the opening. */
export function timed<S extends { minutes: number }>(
	steps: readonly S[],
	start: Minutes
): (S & { from: Minutes; to: Minutes })[] {
	let at = start;
	return steps.map((step) => ({ ...step, from: at, to: (at += step.minutes) }));
}

export interface SpeakingTime {
	/** Minutes during which somebody speaks to the others; « tout le monde » is not speaking time. */
	total: number;
	participants: number;
	institutions: number;
	/** 0…1; null when nobody speaks. */
	share: number | null;
	warning: 'no-participant' | 'too-institutional' | null;
}

/** Below this share of the speaking time, participants are said to have too little of it. Ours: no document gives one. */
export const FAIR_SHARE = 1 / 3;

/**
 * A closing must not be « trop institutionnel » (Ansa 2019, l. 162): warned when participants have less than a third
 * of the speaking time, or less than those who speak for institutions.
 */
export function speakingTime(steps: readonly Pick<Step, 'speaker' | 'minutes'>[]): SpeakingTime {
	const of = (...wanted: Speaker[]) =>
		steps.filter(({ speaker }) => wanted.includes(speaker)).reduce((sum, { minutes }) => sum + minutes, 0);
	const participants = of('participants');
	const institutions = of('institution');
	const total = participants + institutions + of('company', 'organizer');
	const share = total > 0 ? participants / total : null;
	return {
		total,
		participants,
		institutions,
		share,
		warning:
			share === null
				? null
				: participants === 0
					? 'no-participant'
					: share < FAIR_SHARE || institutions > participants
						? 'too-institutional'
						: null
	};
}

/** A first run sheet to change: participants first and longest, then what is handed over by companies. */
export const usualSteps: Step[] = [
	{ title: 'Accueil des invités', minutes: 15, speaker: 'everybody', who: '', note: '' },
	{ title: 'Mot de bienvenue', minutes: 5, speaker: 'organizer', who: '', note: '' },
	{
		title: 'Les équipes racontent leur rallye',
		minutes: 30,
		speaker: 'participants',
		who: '',
		note: 'Chaque équipe, dans l’ordre qu’elle a choisi ; personne n’est obligé de parler.'
	},
	{ title: 'La parole à des entreprises', minutes: 10, speaker: 'company', who: '', note: '' },
	{ title: 'Mot des institutions et des financeurs', minutes: 10, speaker: 'institution', who: '', note: '' },
	{
		title: 'Remise des diplômes et des lots',
		minutes: 20,
		speaker: 'everybody',
		who: '',
		note: 'Une entreprise remet, une personne reçoit.'
	},
	{
		title: 'Verre de l’amitié',
		minutes: 45,
		speaker: 'everybody',
		who: '',
		note: 'Le moment où les contacts s’échangent.'
	}
];

/** Whom each company hands diplomas to: those it received first, shared out evenly. */
export function proposedHanders(
	people: readonly { id: string; met: readonly string[] }[],
	companies: readonly string[]
): Map<string, string> {
	const load = new Map(companies.map((id) => [id, 0]));
	const given = new Map<string, string>();
	for (const { id, met } of [...people].sort((a, b) => a.met.length - b.met.length)) {
		const among = met.filter((company) => load.has(company));
		const from = among.length > 0 ? among : companies;
		const chosen = [...from].sort((a, b) => load.get(a)! - load.get(b)!)[0];
		if (!chosen) continue;
		given.set(id, chosen);
		load.set(chosen, load.get(chosen)! + 1);
	}
	return given;
}
