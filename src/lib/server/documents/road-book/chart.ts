import { toConfirm } from '$lib/domain/address';
import type { Company } from '$lib/domain/company';
import { listed } from '$lib/domain/french';
import type { TeamDay } from '$lib/domain/itinerary';
import type { PlannedTeam } from '$lib/domain/plan';
import type { Rally } from '$lib/domain/rally';
import type { Chart, ChartStop } from '../paper/map/chart';

interface Known {
	rally: Rally;
	team: PlannedTeam;
	companies: readonly Company[];
}

/** The day on the ground: what is known by its position, and what is not. */
export function dayChart({ steps }: TeamDay, { rally, team, companies }: Known): Chart {
	const visited = steps.flatMap((step) =>
		step.kind === 'visit' ? companies.filter(({ id }) => id === step.visit.companyId) : []
	);
	const stops = visited.flatMap(({ name, position, precision }, i): ChartStop[] =>
		position ? [{ number: i + 1, name, position, approximate: toConfirm(precision) }] : []
	);
	const unplaced = visited.flatMap(({ name, position }, i) => (position ? [] : [`${i + 1} ${name}`]));
	const meeting = rally.meetingPoint;
	const order = visited.map(({ name, commune }, i) => `${i + 1} ${name}${commune ? ` à ${commune}` : ''}`);
	return {
		letter: team.letter,
		meeting: meeting?.position
			? { label: meeting.label, position: meeting.position, approximate: toConfirm(meeting.precision) }
			: null,
		stops,
		unplaced,
		alt: `Carte de la journée de l’équipe ${team.letter}\u00a0: ${listed(order)}.`
	};
}
