import { NNBSP } from '../../french';

const NBSP = '\u00a0';

/** French spacing: a sentence typed with plain spaces gets its no-break ones. */
export const typeset = (text: string): string =>
	text
		.replace(/ :/g, `${NBSP}:`)
		.replace(/ ([;!?»])/g, `${NNBSP}$1`)
		.replace(/« /g, `«${NNBSP}`);
