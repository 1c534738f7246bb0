import type { CharterFault } from './use-cases/network/charters';

/** Where each refusal is said: at its field, or over the form. */
export const charterProblems = ({ code }: CharterFault): Record<string, string[]> =>
	code === 'same-label'
		? { label: ['Une autre version porte déjà ce nom.'] }
		: code === 'not-to-come'
			? { inForceFrom: ['Choisissez un jour à venir : des rallyes ont pu être ouverts aujourd’hui.'] }
			: { '': ['Cette version est en vigueur : elle ne change plus. Écrivez-en une nouvelle.'] };
