import { plural, typeset } from '../french';

/** Above that share of incomplete sheets, in percent, the funding is corrected (grand-est.dreets.gouv.fr 2025-01). */
export const FSE_THRESHOLD = 35;

export interface FseGauge {
	people: number;
	incomplete: number;
	/** More than the threshold; exactly on it is not over. */
	over: boolean;
	/** Sheets to complete to come back to the threshold; 0 when nothing presses. */
	toComplete: number;
	/** Rounded percent, never rounded across the threshold; null without anybody. */
	percent: number | null;
}

export function gaugeOf(people: number, incomplete: number): FseGauge {
	const over = incomplete * 100 > people * FSE_THRESHOLD;
	const exact = people === 0 ? null : (incomplete * 100) / people;
	return {
		people,
		incomplete,
		over,
		toComplete: over ? incomplete - Math.floor((people * FSE_THRESHOLD) / 100) : 0,
		// 35.2 % is shown as 36 %: « 35 % » beside « au-dessus de 35 % » would look wrong.
		percent: exact === null ? null : over ? Math.ceil(exact) : Math.floor(exact)
	};
}

export function gaugeInWords({ people, incomplete, over, toComplete, percent }: FseGauge): string {
	if (people === 0) return 'Personne ne compte encore comme participant.';
	if (incomplete === 0) return `${plural(people, 'fiche')} : toutes complètes.`;
	const said = `${plural(incomplete, 'fiche incomplète', 'fiches incomplètes')} sur ${people} (${percent} %)`;
	return typeset(
		over
			? `${said} : au-dessus de ${FSE_THRESHOLD} %, le financement peut être réduit. Complétez-en ${toComplete} au moins.`
			: `${said} : sous le seuil de ${FSE_THRESHOLD} %.`
	);
}
