import { clock, dayAndMonth, listed, typeset } from '$lib/domain/french';
import type { BrokenVisit, ChangedPart, Drift, PlanDrift } from './plan-drift';

const parts: Record<ChangedPart, string> = {
	starts: 'ses créneaux',
	length: 'la durée de ses visites',
	capacity: 'le nombre de personnes ou d’équipes qu’elle reçoit',
	visits: 'le nombre de visites qu’elle accepte',
	admission: 'ses conditions d’entrée'
};

const reasons: Record<BrokenVisit['reason'], string> = {
	gone: 'l’entreprise n’est plus au planning',
	programme: 'ce jour n’est plus un jour de visites',
	hours: 'l’heure n’est plus offerte',
	'not-received': 'l’équipe ne remplit plus les conditions d’entrée',
	'too-many': 'trop de monde pour ce que l’entreprise accepte',
	journey: 'la route ou le repas ne tient plus dans la journée',
	away: 'l’équipe n’est pas là'
};

export interface DriftInWords {
	changes: string[];
	broken: string[];
}

/** What changed since a plan was made, and the visits that no longer hold, in sentences. */
export function driftInWords({ drifts, broken }: PlanDrift, company: (id: string) => string): DriftInWords {
	return {
		changes: drifts.map((drift) => typeset(changeSentence(drift, company))),
		broken: broken.map(({ team, company: id, date, start, reason }) =>
			typeset(
				`Équipe ${team} chez ${company(id)}, ${dayAndMonth(date)} à ${clock(start)} : ${reasons[reason]}.`
			)
		)
	};
}

function changeSentence(drift: Drift, company: (id: string) => string): string {
	switch (drift.kind) {
		case 'programme':
			return 'Le programme du rallye a changé.';
		case 'rules':
			return 'Les règles du planning ont changé.';
		case 'roads':
			return 'Des temps de route ont changé.';
		case 'company':
			return `${company(drift.company)} a changé ${listed(drift.parts.map((part) => parts[part]))}.`;
		case 'company-new':
			return `${company(drift.company)} peut maintenant être visitée.`;
		case 'company-gone':
			return `${company(drift.company)} n’est plus au planning.`;
		case 'papers':
			return `L’équipe ${drift.team} a un véhicule ou une personne au volant dont les papiers ne sont plus déclarés.`;
		case 'team':
			return `L’équipe ${drift.team} n’a plus le même effectif ou les mêmes heures.`;
	}
}
