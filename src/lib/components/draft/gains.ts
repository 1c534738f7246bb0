import { duration, plural } from '$lib/domain/french';
import type { RankedPlace } from '$lib/solver/hand/best-places';

/** What a place gives or costs, in a few words: the level that decides, alone. */
export function gainWords({ cost: { charter, promises, comfort } }: Pick<RankedPlace, 'cost'>): string {
	if (charter !== 0)
		return charter < 0
			? `${plural(-charter, 'manque')} de moins à la charte`
			: `${plural(charter, 'manque')} de plus à la charte`;
	if (promises !== 0)
		return promises < 0
			? `${plural(-promises, 'promesse tenue', 'promesses tenues')} de plus`
			: `${plural(promises, 'promesse')} de moins`;
	if (comfort === 0) return 'ni mieux ni moins bien';
	// Comfort is counted in minutes of waiting.
	return comfort < 0
		? `vaut ${duration(-comfort)} d’attente de moins`
		: `vaut ${duration(comfort)} d’attente de plus`;
}
