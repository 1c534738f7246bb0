import { ruleIds } from '$lib/domain/charter';
import type { DerogationKind } from '$lib/domain/publication/derogation';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { plans } from '../../db/repositories/plans';
import { derogations } from '../../db/repositories/publications';
import type { Editor, NotFound } from '../records/edit-record';
import { z } from 'zod';
import * as field from '../../fields';
import { findings } from './read-release';

export const DerogationForm = z.object({
	number: field.whole(1, 1_000_000),
	kind: field.choice({ rule: '', violation: '' }),
	subject: field.required('De quoi s’agit-il ?', 1000),
	reason: field.required('Écrivez pourquoi : ce motif ira au bilan.', 2000)
});
export type DerogationInput = z.output<typeof DerogationForm>;

export type DerogationFault = NotFound | { code: 'not-found-broken' } | { code: 'already'; by: string };

/** Writes why a rule is broken knowingly, with what is found of it today. Only what is found can be derogated. */
export async function writeDerogation(
	db: Db,
	rally: Rally,
	{ number, kind, subject, reason }: DerogationInput,
	editor: Editor
): Promise<Result<void, DerogationFault>> {
	const plan = await plans(db).numbered(rally.id, number);
	if (!plan) return err({ code: 'not-found' });
	const found = await findings(db, rally, plan);
	const covers = coveredBy(found, kind, subject);
	if (!covers) return err({ code: 'not-found-broken' });
	const added = await derogations(db).add({
		organizationId: rally.organizationId,
		rallyId: rally.id,
		planId: plan.id,
		number,
		kind,
		subject,
		covers,
		reason,
		by: editor.name
	});
	if (added) return ok(undefined);
	const other = (await derogations(db).list(rally.id)).find(
		(one) => one.kind === kind && one.subject === subject && !one.withdrawnAt
	);
	return err({ code: 'already', by: other?.by ?? '' });
}

const coveredBy = (
	{ rules, violations }: Awaited<ReturnType<typeof findings>>,
	kind: DerogationKind,
	subject: string
): string[] | null => {
	if (kind === 'violation') return violations.includes(subject) ? [subject] : null;
	if (!ruleIds.some((id) => id === subject)) return null;
	return rules.find(({ rule }) => rule.id === subject)?.says ?? null;
};

/** Takes a derogation back: it stays written, with who withdrew it and when. */
export const withdrawDerogation = async (
	db: Db,
	rally: Pick<Rally, 'id'>,
	id: string,
	editor: Editor
): Promise<Result<void, NotFound>> =>
	(await derogations(db).withdraw(rally.id, id, editor.name)) ? ok(undefined) : err({ code: 'not-found' });
