import { typeset } from '../../french';

/** A whole sentence, typeset, which begins with a capital even when a name without one comes first. */
export const sentence = (text: string): string =>
	typeset(text.charAt(0).toLocaleUpperCase('fr') + text.slice(1));
