import { factsOf, judge, type RuleState, type RuleText } from '$lib/domain/charter';
import { findingInWords, missingInWords, namesOf, stateLabel } from '$lib/domain/charter/words';
import type { Dossier } from '$lib/domain/dossier';
import { paperFaults, paperSentence } from '$lib/domain/paperwork';
import type { Plan } from '$lib/domain/plan';
import { covers, standing, type Derogation } from '$lib/domain/publication/derogation';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { plans } from '../../db/repositories/plans';
import { derogations, publications, type Publication } from '../../db/repositories/publications';
import { visitsOutsideHours } from '../companies/opening-hours';
import { comparePlans, type PlanDifference } from '../planning/compare-plans';
import { driftInWords, type DriftInWords } from '../planning/drift-in-words';
import { driftOf } from '../planning/plan-drift';
import { withArchived } from '../planning/read-planning';
import { readTravel } from '../travel/read-travel';
import { dueOf } from './read-notices';

/** Something found of a plan, and the reason given for it if there is one. */
export interface Found {
	says: string[];
	derogation: Derogation | null;
	/** Whether more is found now than when the reason was written. */
	more: boolean;
}
export interface FoundRule extends Found {
	rule: RuleText;
	state: RuleState;
	label: string;
}

/** What to read before a version comes into force. */
export interface Release {
	plan: Pick<Plan, 'number' | 'keeps' | 'byHand' | 'published' | 'createdAt' | 'createdBy'>;
	/** The version in force, and who put it there. */
	inForce: Pick<Publication, 'number' | 'by' | 'at'> | null;
	violations: (Found & { subject: string })[];
	rules: FoundRule[];
	unplaced: string[];
	drift: DriftInWords | null;
	papers: string[];
	/** Visits outside the hours their company gave. */
	closed: string[];
	/** What changes of what was announced; null when nothing was. */
	difference: PlanDifference | null;
	/** How many of each kind will have to be told. */
	toTell: { company: number; accompanist: number; participant: number };
	/** All the warnings as sentences: what is kept with the publication. */
	warnings: string[];
	/** Withdrawn derogations too. */
	derogations: Derogation[];
	history: Publication[];
}

/** Null when there is no such version; without a number, the latest. */
export async function readRelease(db: Db, rally: Rally, number: number | null): Promise<Release | null> {
	const plan =
		number === null ? await plans(db).latest(rally.id) : await plans(db).numbered(rally.id, number);
	if (!plan) return null;
	const history = await publications(db).list(rally.id);
	const current = await plans(db).published(rally.id);
	const dossier = await readDossier(db, rally, { ...plan, published: true });
	const known = await withArchived(db, dossier);
	const written = await derogations(db).list(rally.id);
	const found = foundIn(dossier, plan);
	const drift = driftOf(
		dossier,
		plan,
		await plans(db).problemOf(rally.id, plan.number),
		await readTravel(db, dossier)
	);
	const papers = papersOf(dossier, plan);
	const closed = visitsOutsideHours(known.companies, plan);
	const explained = {
		violations: found.violations.map((says) => ({
			subject: says,
			...withReason([says], standing(written, { kind: 'violation', subject: says }))
		})),
		rules: found.rules.map((one) => ({
			...one,
			...withReason(one.says, standing(written, { kind: 'rule', subject: one.rule.id }))
		}))
	};
	const driftWords =
		drift &&
		driftInWords(drift, (id) => known.companies.find((of) => of.id === id)?.name ?? 'Une entreprise');
	const due = await dueOf(db, rally, plan);
	const count = (kind: keyof Release['toTell']) => due.filter((one) => one.kind === kind).length;
	return {
		plan,
		inForce: current && {
			number: current.number,
			by: history.find((one) => one.number === current.number)?.by ?? '',
			at: current.publishedAt ?? current.createdAt
		},
		...explained,
		unplaced: plan.unplaced,
		drift: driftWords,
		papers,
		closed,
		difference:
			current && current.number !== plan.number ? comparePlans(dossier, known, current, plan) : null,
		toTell: {
			company: count('company'),
			accompanist: count('accompanist'),
			participant: count('participant')
		},
		warnings: [
			...found.violations,
			...found.rules.flatMap(({ rule, label, says }) => [
				`${rule.id} ${rule.title}, ${label.toLowerCase()}`,
				...says
			]),
			...plan.unplaced,
			...(driftWords?.broken ?? []),
			...papers,
			...closed
		],
		derogations: written,
		history
	};
}

const withReason = (says: string[], derogation: Derogation | null): Found => ({
	says,
	derogation,
	more: derogation !== null && !covers(derogation, says)
});

/** What the plan breaks and which rules of the charter are not met, judged as they will be once it is published. */
export async function findings(db: Db, rally: Rally, plan: Plan) {
	return foundIn(await readDossier(db, rally, { ...plan, published: true }), plan);
}

function foundIn(dossier: Dossier, { violations }: Plan) {
	const names = namesOf(dossier);
	const rules = judge(dossier)
		.rules.filter(({ assessment }) => assessment.state !== 'respected')
		.map(({ rule, assessment }) => ({
			rule,
			state: assessment.state,
			label: stateLabel(assessment),
			says: factsOf(assessment).map((fact) =>
				'finding' in fact ? findingInWords(fact.finding, names) : missingInWords(fact.missing, names)
			)
		}));
	return { rules, violations: [...new Set(violations)] };
}

/** Papers that are wanting of the cars and the people at the wheel of this plan. */
function papersOf(dossier: Dossier, { teams }: Plan): string[] {
	const used = new Set(
		teams.flatMap(({ vehicleId, accompanistId, driverId }) => [vehicleId, driverId ?? accompanistId])
	);
	return paperFaults(dossier)
		.filter(({ id }) => used.has(id))
		.map(paperSentence);
}
