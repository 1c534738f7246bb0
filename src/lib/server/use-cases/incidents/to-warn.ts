import { accompanistName } from '$lib/domain/accompanist';
import { applied, cellsOf, type CellChange, type DraftVisit } from '$lib/domain/draft/cells';
import { teamsOfCells } from '$lib/domain/draft/teams';
import { welcomeOf } from '$lib/domain/hosting';
import { warningsOf, type Warning } from '$lib/domain/incident/warning-words';
import { shownName } from '$lib/domain/participant';
import { hasBegun } from '$lib/solver/hand/incidents/incident';
import type { DayInHand } from './situation';

/** Somebody to warn, with how to reach them. */
export interface ToWarn extends Warning {
	name: string;
	phone: string;
	email: string;
}

/** Whom some changes concern, and what to tell them. Visits begun concern nobody any more; nor do those not `wanted`. */
export function toWarn(
	{ dossier, cells, situation }: DayInHand,
	changes: CellChange[],
	wanted: (visit: DraftVisit) => boolean = () => true
): ToWarn[] {
	const next = applied(cells, changes);
	if (!next.ok) return [];
	const [before, after] = [teamsOfCells(cells), teamsOfCells(next.value)];
	const former = new Map(before.map((team) => [team.letter, team]));
	const warnings = warningsOf(
		changes,
		after.map(({ letter, memberIds, accompanistId }) => ({
			letter,
			size: memberIds.length,
			accompanistId,
			formerAccompanistId: former.get(letter)?.accompanistId ?? null
		})),
		cellsOf(next.value, 'visit')
			.map(([, visit]) => visit)
			.filter((visit) => !hasBegun(situation.standing)(visit) && wanted(visit))
			.sort((a, b) => a.date.localeCompare(b.date) || a.start - b.start),
		new Map(before.map(({ letter, memberIds }) => [letter, memberIds.length]))
	);
	return warnings.map((warning) => ({ ...warning, ...reach(dossier, warning) }));
}

function reach(
	{ companies, accompanists, participants }: DayInHand['dossier'],
	{ kind, id }: Warning
): Pick<ToWarn, 'name' | 'phone' | 'email'> {
	if (kind === 'company') {
		const company = companies.find((one) => one.id === id);
		if (!company) return { name: 'Une entreprise', phone: '', email: '' };
		return { name: company.name, phone: welcomeOf(company).phone, email: company.contactEmail };
	}
	const person =
		kind === 'accompanist'
			? accompanists.find((one) => one.id === id)
			: participants.find((one) => one.id === id);
	const name = !person ? 'Une personne' : 'drives' in person ? accompanistName(person) : shownName(person);
	return { name, phone: person?.phone ?? '', email: person?.email ?? '' };
}
