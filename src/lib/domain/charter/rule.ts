import type { Dossier } from '../dossier';
import { isRemark, type Figure, type Finding, type Missing } from './facts';
import type { CharterNumbers } from './numbers';

/** R14 to R17 and R19 are about what follows the rally: they are not judged from a dossier in preparation. */
export const ruleIds = [
	'R01',
	'R02',
	'R03',
	'R04',
	'R05',
	'R06',
	'R07',
	'R08',
	'R09',
	'R10',
	'R11',
	'R12',
	'R13',
	'R18'
] as const;
export type RuleId = (typeof ruleIds)[number];

/** What a departure leads to: no publication without a derogation, a written motive, or a line in the report. */
export type Severity = 'blocking' | 'deviation' | 'remark';

/** From the most pressing to the least. */
export const ruleStates = ['broken', 'at-risk', 'not-assessable', 'respected'] as const;
export type RuleState = (typeof ruleStates)[number];

export interface Assessment {
	state: RuleState;
	/** What was counted, whatever the state. */
	figures: Figure[];
	findings: Finding[];
	missing: Missing[];
}

/** Where a sentence is read: in the charter's extract, in the 2019 report's summary of it, or in the grid. */
export type RuleSource = 'charter' | 'report' | 'grid';

export interface RuleText {
	id: RuleId;
	title: string;
	/** The charter's own sentence, shown next to every finding. */
	says: string;
	source: RuleSource;
	severity: Severity;
}

export interface CharterRule extends RuleText {
	assess(dossier: Dossier, numbers: CharterNumbers): Assessment;
}

type Counted = Partial<Omit<Assessment, 'state'>>;

/** Nothing to judge from yet; `missing` says what would allow it. */
export const notAssessable = ({ figures = [], missing = [] }: Counted = {}): Assessment => ({
	state: 'not-assessable',
	figures,
	findings: [],
	missing
});

/**
 * The state that follows from the facts: a contradiction breaks the rule, something missing puts it at risk,
 * and a remark leaves it respected. Once `settled` (the plan is published), what is missing is not to come any more.
 */
export function assessed(
	{ figures = [], findings = [], missing = [] }: Counted,
	settled = false
): Assessment {
	const broken = findings.some((finding) => !isRemark(finding)) || (settled && missing.length > 0);
	return {
		state: broken ? 'broken' : missing.length > 0 ? 'at-risk' : 'respected',
		figures,
		findings,
		missing
	};
}
