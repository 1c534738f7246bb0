import { NNBSP } from '../../french';

const NBSP = '\u00a0';

/** French spacing: a sentence typed with plain spaces gets its no-break ones. */
export const typeset = (text: string): string =>
	text
		.replace(/ :/g, `${NBSP}:`)
		.replace(/ ([;!?»])/g, `${NNBSP}$1`)
		.replace(/« /g, `«${NNBSP}`);

/** The same for a whole sentence, which begins with a capital even when a name without one comes first. */
export const sentence = (text: string): string =>
	typeset(text.charAt(0).toLocaleUpperCase('fr') + text.slice(1));
