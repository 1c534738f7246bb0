/** What was typed or pasted, without what people put between the digits. */
export const readSiret = (text: string): string => text.replace(/[\s.\u00a0\u202f-]/g, '');

export const isSiret = (siret: string): boolean => /^\d{14}$/.test(siret);

/** « 732 829 320 00074 », as it is read aloud. */
export const shownSiret = (siret: string): string =>
	siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4');

const LA_POSTE = '356000000';

/**
 * Whether the check digits hold (Luhn). La Poste's post offices follow another rule: their digits sum to a multiple
 * of five. A number that fails is most often mistyped, but some are in the register all the same: it is a doubt.
 */
export function siretHolds(siret: string): boolean {
	const digits = [...siret].map(Number);
	const sum = (numbers: number[]) => numbers.reduce((total, digit) => total + digit, 0);
	if (siret.startsWith(LA_POSTE) && sum(digits) % 5 === 0) return true;
	return (
		sum(digits.map((digit, i) => (i % 2 === 1 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9))) % 10 === 0
	);
}

/** What to say of a number that is kept all the same; null when there is nothing to say. */
export function siretDoubt(text: string): string | null {
	const siret = readSiret(text);
	if (!isSiret(siret) || siretHolds(siret)) return null;
	return 'Un de ses chiffres semble faux : vérifiez-le. Il est gardé tel quel.';
}
