import type { Dossier } from '$lib/domain/dossier';
import { aProgramme } from '../../builders';
import { aubenasLike } from './aubenas-like';

/** The calendar drawn up in 2018 announced Ardèche « du 11 au 14 » June, four days; it took place from the 11th to the 13th. */
export function fourDays2018(): Dossier {
	const dossier = aubenasLike();
	const programme = aProgramme('2019-06-11', 'VV VL VL RC');
	const closing = { ...dossier.rally.closing!, date: '2019-06-14' };
	return { ...dossier, rally: { ...dossier.rally, programme, closing } };
}
