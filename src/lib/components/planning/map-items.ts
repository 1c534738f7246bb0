import type { MapLine } from '$lib/components/map/lines';
import type { MapPoint } from '$lib/components/map/markers';
import { toConfirm } from '$lib/domain/address';
import type { IsoDate } from '$lib/domain/calendar';
import type { PlanView } from '$lib/domain/plan-view';
import type { Position, Rally } from '$lib/domain/rally';

/** The meeting point, the closing's place and every company visited. */
export function mapPoints(rally: Rally, view: PlanView): MapPoint[] {
	const places: MapPoint[] = [];
	const add = (id: 'meeting' | 'closing', place: Rally['meetingPoint'], name: string) => {
		if (place?.position) {
			places.push({
				id,
				kind: id,
				position: place.position,
				label: `${name} : ${place.label || place.commune}`,
				short: name,
				approximate: toConfirm(place.precision)
			});
		}
	};
	add('meeting', rally.meetingPoint, 'Rendez-vous');
	add('closing', rally.closing?.place ?? null, 'Clôture');
	const visited = new Set(
		view.teams.flatMap(({ days }) =>
			days.flatMap(({ steps }) =>
				steps.flatMap((step) => (step.kind === 'visit' ? [step.visit.companyId] : []))
			)
		)
	);
	for (const { id, name, commune, position, precision } of Object.values(view.companies)) {
		if (!position || !visited.has(id)) continue;
		places.push({
			id,
			kind: 'company',
			position,
			label: `${name}, ${commune}`,
			short: name,
			approximate: toConfirm(precision)
		});
	}
	return places;
}

/** Each team's round on that day; only the chosen team's when one is chosen. */
export function mapLines(rally: Rally, view: PlanView, date: IsoDate, selected: string | null): MapLine[] {
	const base = rally.meetingPoint?.position;
	const chosen = view.teams.filter(({ letter }) => letter === selected);
	return (chosen.length > 0 ? chosen : view.teams).flatMap(({ letter, colour, dash, days }) => {
		const today = days.find(({ day }) => day.date === date);
		if (!today || !base) return [];
		const stops = today.steps.flatMap((step): Position[] => {
			const position = step.kind === 'visit' ? view.companies[step.visit.companyId]?.position : null;
			return position ? [position] : [];
		});
		return [
			{ id: letter, letter, colour, dash, positions: [base, ...stops, base], label: `Équipe ${letter}` }
		];
	});
}
