import type { Dossier } from '../dossier';
import { accompanist } from './accompanist';
import { jobSearch, mix } from './audience';
import { closing } from './closing';
import { companyPool, sectorVariety } from './companies';
import { isAdvice, type Finding, type Missing } from './facts';
import { duration, restitution, visitTime } from './format';
import { participantCount, teamSize } from './key-figures';
import { charterNumbers } from './numbers';
import { territory } from './partners';
import { ruleStates } from './rule';
import type { Assessment, CharterRule, RuleId, RuleState, RuleText, Severity } from './rule';
import { sameVehicle } from './same-vehicle';
import { visitCount } from './visits';

/** The charter, rule by rule, in the order of the report. */
export const charter: readonly CharterRule[] = [
	duration,
	visitTime,
	restitution,
	closing,
	participantCount,
	teamSize,
	sameVehicle,
	accompanist,
	visitCount,
	sectorVariety,
	companyPool,
	jobSearch,
	mix,
	territory
];

export type Verdict = 'compliant' | 'compliant-with-remarks' | 'non-compliant' | 'incomplete';

export interface JudgedRule {
	rule: RuleText;
	assessment: Assessment;
}

/** Plain data: a page can load it and a plan can keep it. */
export interface Judgement {
	/** The version of the charter it was judged under, and its title. */
	charter: string;
	charterTitle: string;
	verdict: Verdict;
	rules: JudgedRule[];
	/** All that is missing, each thing once, with the rules that wait for it. */
	missing: { missing: Missing; rules: RuleId[] }[];
}

/** What the charter has to say of a rally, today. */
export function judge(dossier: Dossier): Judgement {
	const numbers = charterNumbers(dossier.rally);
	const rules = charter.map(({ assess, ...rule }) => ({
		rule: { ...rule, ...worded(numbers.says?.[rule.id]) },
		assessment: assess(dossier, numbers)
	}));
	return {
		charter: numbers.id,
		charterTitle: numbers.title,
		verdict: verdictOf(rules),
		rules,
		missing: gather(rules)
	};
}

/** A sentence that the version rewrote is the charter's own. */
const worded = (says: string | undefined): Partial<RuleText> => (says ? { says, source: 'charter' } : {});

/** A broken rule that is more than a remark is « non conforme »; nothing is conform before it can be seen. */
export function verdictOf(rules: readonly JudgedRule[]): Verdict {
	const asked = rules.filter(({ rule }) => rule.severity !== 'remark');
	if (asked.some(({ assessment }) => assessment.state === 'broken')) return 'non-compliant';
	if (asked.some(({ assessment }) => assessment.state !== 'respected')) return 'incomplete';
	const plain = ({ state, findings }: Assessment) => state === 'respected' && findings.every(isAdvice);
	return rules.every(({ assessment }) => plain(assessment)) ? 'compliant' : 'compliant-with-remarks';
}

function gather(rules: readonly JudgedRule[]): Judgement['missing'] {
	const all = new Map<string, { missing: Missing; rules: RuleId[] }>();
	for (const { rule, assessment } of rules) {
		for (const missing of assessment.missing) {
			const key = JSON.stringify(missing);
			const known = all.get(key);
			if (known) known.rules.push(rule.id);
			else all.set(key, { missing, rules: [rule.id] });
		}
	}
	return [...all.values()];
}

/** Something found, or something missing. */
export type Fact = { finding: Finding } | { missing: Missing };

export const factsOf = ({ findings, missing }: Pick<Assessment, 'findings' | 'missing'>): Fact[] => [
	...findings.map((finding) => ({ finding })),
	...missing.map((missing) => ({ missing }))
];

/** One thing to look at: a fact, and the rule it bears on. */
export interface Pressing {
	rule: RuleText;
	state: RuleState;
	fact: Fact;
}

const severityOrder: readonly Severity[] = ['blocking', 'deviation', 'remark'];

/** What presses most: what is broken, at risk, not yet known, and only then the remarks; no advice; each thing once. */
export function pressing({ rules }: Pick<Judgement, 'rules'>, most = 3): Pressing[] {
	const rank = ({ rule, assessment }: JudgedRule) =>
		(rule.severity === 'remark' ? 100 : 0) +
		10 * ruleStates.indexOf(assessment.state) +
		severityOrder.indexOf(rule.severity);
	const seen = new Set<string>();
	return [...rules]
		.sort((a, b) => rank(a) - rank(b))
		.flatMap(({ rule, assessment }): Pressing[] =>
			factsOf(assessment).map((fact) => ({ rule, state: assessment.state, fact }))
		)
		.filter(({ fact }) => !('finding' in fact && isAdvice(fact.finding)))
		.filter(({ fact }) => {
			const key = JSON.stringify(fact);
			return !seen.has(key) && seen.add(key);
		})
		.slice(0, most);
}
