import type { Minutes } from '$lib/domain/calendar';
import type { StopKey } from '$lib/domain/day/event';
import type { Position } from '$lib/domain/rally';

/** One card of a team's page (see use-cases/itinerary-links/read-itinerary). */
export interface ShownStop {
	kind: 'departure' | 'visit' | 'lunch' | 'return';
	key: StopKey | null;
	from: Minutes;
	to: Minutes;
	road: number;
	name: string;
	address: string;
	position: Position | null;
	approximate: boolean;
	contactName: string;
	phone: string;
	notes: string[];
	/** Its page on Acceslibre; '' when none is known. Absent from a page kept before there were any. */
	acceslibre?: string;
}

/** Addresses that open a navigation application. By the address when the pin is only the commune's centre. */
export function wayTo({
	position,
	approximate,
	address
}: ShownStop): { waze: string; google: string; geo: string } | null {
	if (position && !(approximate && address)) {
		const point = `${position.lat},${position.lon}`;
		return {
			waze: `https://waze.com/ul?ll=${point}&navigate=yes`,
			google: `https://www.google.com/maps/dir/?api=1&destination=${point}`,
			geo: `geo:${point}?q=${point}`
		};
	}
	if (!address) return null;
	const words = encodeURIComponent(address);
	return {
		waze: `https://waze.com/ul?q=${words}&navigate=yes`,
		google: `https://www.google.com/maps/dir/?api=1&destination=${words}`,
		geo: `geo:0,0?q=${words}`
	};
}

/** What is going on at that minute, and what comes next. */
export function nowAndNext(
	stops: readonly ShownStop[],
	minutes: Minutes
): { now: ShownStop | null; next: ShownStop | null } {
	const now = stops.find(
		({ kind, from, to }) => (kind === 'visit' || kind === 'lunch') && from <= minutes && minutes < to
	);
	const next = stops.find(({ from }) => from > minutes);
	return { now: now ?? null, next: next ?? null };
}
