import type { Model, Solution } from './model';
import type { Finding } from './plan';
import { announcedKept } from './rules/announced-kept';
import { companyCount } from './rules/company-count';
import { fairTravel } from './rules/fair-travel';
import { fullAndVaried } from './rules/full-and-varied';
import { hiringSeen } from './rules/hiring-seen';
import { nothingAdded } from './rules/nothing-added';
import { onTheRoad } from './rules/on-the-road';
import { pinsKept } from './rules/pins-kept';
import { sectorVariety } from './rules/sector-variety';
import { spread } from './rules/spread';
import { visitCount } from './rules/visit-count';
import { visitsEachDay } from './rules/visits-each-day';
import type { Rule } from './rules/rule';
import { tallyOf } from './tally';

export const rules: readonly Rule[] = [
	visitCount,
	sectorVariety,
	visitsEachDay,
	companyCount,
	spread,
	pinsKept,
	announcedKept,
	onTheRoad,
	fairTravel,
	fullAndVaried,
	hiringSeen,
	nothingAdded
];

/** Lower is better; compared from left to right, so no comfort pays for a broken charter. */
export type Score = readonly [charter: number, promises: number, comfort: number];

export function scoreOf(model: Model, solution: Solution): Score {
	const tally = tallyOf(model, solution);
	const score = { charter: 0, promises: 0, comfort: 0 };
	for (const { level, cost } of rules) score[level] += cost(tally);
	return [score.charter, score.promises, score.comfort];
}

export function findingsOf(model: Model, solution: Solution): Finding[] {
	const tally = tallyOf(model, solution);
	return rules.flatMap((rule) => rule.findings?.(tally) ?? []);
}

/** Negative when `a` is better. */
export const compare = (a: Score, b: Score): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
