import { plural } from '../../french';
import { isAdvice } from '../facts';
import type { Verdict } from '../judge';
import type { Assessment, RuleSource, RuleState, Severity } from '../rule';
import { typeset } from '../../french';

export const verdictLabels: Record<Verdict, string> = {
	compliant: 'Conforme',
	'compliant-with-remarks': 'Conforme avec remarques',
	'non-compliant': 'Non conforme',
	incomplete: 'Incomplet'
};

const sentences: Record<Verdict, string> = {
	compliant: 'Toutes les règles de la charte sont respectées.',
	'compliant-with-remarks': 'Les règles de la charte sont respectées ; des remarques figureront au bilan.',
	'non-compliant':
		'Au moins une règle de la charte n’est pas respectée : à corriger, ou à motiver par une dérogation.',
	incomplete: 'Rien ne contredit la charte, mais tout ne peut pas encore être vérifié.'
};

/** What the verdict means for whoever prepares the rally. */
export const verdictSentence = (verdict: Verdict): string => typeset(sentences[verdict]);

export const stateLabels: Record<RuleState, string> = {
	respected: 'Respectée',
	'at-risk': 'À risque',
	broken: 'Non respectée',
	'not-assessable': 'Pas encore évaluable'
};

const stateCountWords: Record<RuleState, [one: string, many: string]> = {
	respected: ['règle respectée', 'règles respectées'],
	'at-risk': ['règle à risque', 'règles à risque'],
	broken: ['règle non respectée', 'règles non respectées'],
	'not-assessable': ['règle pas encore évaluable', 'règles pas encore évaluables']
};

/** « 9 règles respectées » */
export const stateCounts = (state: RuleState, count: number): string =>
	plural(count, ...stateCountWords[state]);

/** The state in words: a rule can be respected and still call for a remark; an advice is none. */
export const stateLabel = ({ state, findings }: Pick<Assessment, 'state' | 'findings'>): string =>
	state === 'respected' && !findings.every(isAdvice) ? 'Respectée, avec remarque' : stateLabels[state];

export const severityLabels: Record<Severity, string> = {
	blocking: 'Règle impérative',
	deviation: 'Écart possible, à motiver',
	remark: 'Remarque au bilan'
};

/** Where the sentence of a rule is read. */
export const sourceLabels: Record<RuleSource, string> = {
	charter: 'Charte des rallyes pour l’emploi, extrait cité dans le bilan de l’Ansa, septembre 2019',
	report: 'Critères de la charte rappelés dans le bilan de l’Ansa, septembre 2019',
	grid: 'Échelle de fidélité au modèle, annexe du bilan de l’Ansa, septembre 2019'
};
