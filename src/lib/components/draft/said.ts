import { plural } from '$lib/domain/french';
import type { Trouble } from '$lib/solver/hand/troubles';

/** What an edit changed to what is wrong, for whoever does not see the table: '' when it changed nothing. */
export function troublesSaid(before: readonly Trouble[], after: readonly Trouble[]): string {
	const had = new Set(before.map(({ key }) => key));
	const has = new Set(after.map(({ key }) => key));
	const [first, ...others] = after.filter(({ key }) => !had.has(key));
	if (first)
		return ` À voir : ${first.says}${others.length > 0 ? ` Et ${plural(others.length, 'autre point', 'autres points')}.` : ''}`;
	const gone = before.filter(({ key }) => !has.has(key)).length;
	if (gone === 0) return '';
	return after.length === 0 ? ' Tout tient.' : ` ${plural(gone, 'point')} de moins à voir.`;
}
