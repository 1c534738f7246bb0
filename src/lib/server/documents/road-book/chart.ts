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
	// A host whose door alone is known is where its door is.
	const stops = visited.flatMap(({ name, position, entrance, precision }, i): ChartStop[] => {
		const at = position ?? entrance;
		const approximate = position !== null && entrance === null && toConfirm(precision);
		return at ? [{ number: i + 1, name, position: at, entrance, approximate }] : [];
	});
	const unplaced = visited.flatMap(({ name, position, entrance }, i) => (position ?? entrance ? [] : [`${i + 1} ${name}`])); // prettier-ignore
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
