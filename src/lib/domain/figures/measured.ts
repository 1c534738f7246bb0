/**
 * A figure that may be missing, for one of two reasons that the network's own table tells apart (AIS#Emploi 2019,
 * l. 857-859): « nc », not communicated by whoever knows; « ne », not evaluated. Neither is zero.
 */
export type Measured<T = number> = { is: 'value'; value: T } | { is: 'nc' } | { is: 'ne' };
export type Missing = Exclude<Measured, { is: 'value' }>['is'];

export const known = <T = number>(value: T): Measured<T> => ({ is: 'value', value });
export const notCommunicated = { is: 'nc' } as const;
export const notEvaluated = { is: 'ne' } as const;

export const missingWords: Record<Missing, { short: string; long: string }> = {
	nc: { short: 'nc', long: 'non communiqué' },
	ne: { short: 'ne', long: 'non évalué' }
};

export const valueOf = <T>(measured: Measured<T>): T | null =>
	measured.is === 'value' ? measured.value : null;

/** A sum of what is known, with how many of the terms it stands on: « 28 (1 structure sur 6 renseignée) ». */
export interface Sum {
	/** What is known added up; missing when nothing is, « ne » only when every term is « ne ». */
	total: Measured;
	answered: number;
	asked: number;
}

export function sumOf(terms: readonly Measured[]): Sum {
	const values = terms.flatMap((term) => (term.is === 'value' ? [term.value] : []));
	const missing = terms.length > 0 && terms.every(({ is }) => is === 'ne') ? notEvaluated : notCommunicated;
	return {
		total: values.length > 0 ? known(values.reduce((a, b) => a + b, 0)) : missing,
		answered: values.length,
		asked: terms.length
	};
}
