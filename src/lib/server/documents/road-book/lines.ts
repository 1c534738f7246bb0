import type { Company } from '$lib/domain/company';
import { clock, duration } from '$lib/domain/french';
import { photosInWords, wearInWords, welcomeOf } from '$lib/domain/hosting';
import type { Step, TeamDay } from '$lib/domain/itinerary';
import { MEETING, type Plan, type PlanTravel } from '$lib/domain/plan';
import type { Rally } from '$lib/domain/rally';
import { tradesSeen } from '$lib/domain/rome/rome';
import { addressOf } from './address';

/** What the host itself said, and nothing it did not say: empty strings and lists are not printed. */
export interface Host {
	name: string;
	address: string;
	/** Whom to ask for at the door, and at which number. */
	contactName: string;
	contactPhone: string;
	parking: string;
	/** Which door, how to come in. */
	arrival: string;
	wear: string;
	safety: string;
	idPaper: string;
	photos: string;
	trades: string;
	hiring: string;
}

export type DayLine =
	| { kind: 'drive' | 'wait' | 'lunch'; from: string; to: string; says: string; length: string }
	| { kind: 'visit'; from: string; to: string; length: string; number: number; host: Host };

interface Known {
	rally: Rally;
	plan: Plan;
	companies: readonly Company[];
}

/** A day minute by minute, in words. */
export function dayLines({ steps }: TeamDay, known: Known): DayLine[] {
	let number = 0;
	return steps
		.filter((step) => step.kind === 'visit' || step.to > step.from)
		.map((step): DayLine => {
			const hours = { from: clock(step.from), to: clock(step.to), length: duration(step.to - step.from) };
			switch (step.kind) {
				case 'visit':
					return { kind: 'visit', ...hours, number: ++number, host: hostOf(step.visit.companyId, known) };
				case 'drive':
					return { kind: 'drive', ...hours, ...driveOf(step, known) };
				case 'lunch':
					return { kind: 'lunch', ...hours, says: 'Repas' };
				case 'break':
					return { kind: 'lunch', ...hours, says: step.label || 'Pause' };
				case 'wait':
					return { kind: 'wait', ...hours, says: 'Temps libre' };
			}
		});
}

function hostOf(id: string, { companies }: Known): Host {
	const company = companies.find((other) => other.id === id);
	if (!company)
		return {
			name: 'Entreprise inconnue',
			address: '',
			contactName: '',
			contactPhone: '',
			parking: '',
			arrival: '',
			wear: '',
			safety: '',
			idPaper: '',
			photos: '',
			trades: '',
			hiring: ''
		};
	const welcome = welcomeOf(company);
	return {
		name: company.name,
		address: addressOf(company),
		contactName: welcome.name,
		contactPhone: welcome.phone,
		parking: company.parkingNote.trim(),
		arrival: company.arrivalNote.trim(),
		wear: wearInWords(company),
		safety: company.safetyNote.trim(),
		idPaper: company.requiresIdPaper ? 'Pièce d’identité demandée à l’entrée' : '',
		photos: company.photos ? photosInWords[company.photos] : '',
		trades: tradesSeen(company),
		hiring: hiringOf(company)
	};
}

const hiringOf = ({ hiring, hiringNote }: Company): string =>
	hiringNote.trim() || (hiring ? 'L’entreprise recrute' : '');

function driveOf(
	step: Step & { kind: 'drive' },
	{ plan, companies }: Known
): { says: string; length: string } {
	const target = companies.find(({ id }) => id === step.destination);
	const towards =
		step.destination === MEETING
			? 'Retour au point de rendez-vous'
			: `Route vers ${target?.name ?? 'l’entreprise suivante'}`;
	const minutes = duration(step.to - step.from);
	const estimated = isEstimated(plan.travel, step.origin, step.destination);
	return { says: towards, length: estimated ? `${minutes}, estimé` : minutes };
}

const isEstimated = ({ ids, sources }: PlanTravel, from: string, to: string): boolean =>
	(sources[ids.indexOf(from)]?.[ids.indexOf(to)] ?? 'estimated') === 'estimated';
