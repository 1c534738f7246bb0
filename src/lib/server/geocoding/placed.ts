import type { Position, Precision } from '$lib/domain/rally';
import { locate } from './communes';

interface Spot {
	position: Position | null;
	precision: Precision | null;
}

/**
 * Where something stands. A position set by hand is kept; without one it is at its commune's centre, and says so.
 * Coordinates that differ from those saved were typed, whatever the list of precisions still tells.
 */
export function placed(
	now: Spot & { commune: string; postcode: string },
	before: Pick<Spot, 'position'> | null
): Spot {
	const { position, precision } = now;
	if (position && precision && precision !== 'commune') return { position, precision };
	if (position && !isSame(position, before?.position ?? null)) return { position, precision: 'pin' };
	const found = locate(now);
	return found
		? { position: found.position, precision: found.precision }
		: { position, precision: position && 'pin' };
}

/** To about a metre, as the map writes them. */
const isSame = (a: Position, b: Position | null): boolean =>
	b !== null && Math.abs(a.lon - b.lon) < 1e-5 && Math.abs(a.lat - b.lat) < 1e-5;
