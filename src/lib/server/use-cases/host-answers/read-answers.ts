import { wallClock } from '$lib/domain/clock';
import { companyFields } from '$lib/domain/fields/company';
import { french } from '$lib/domain/french';
import { hostFieldNames, type Decision, type HostField } from '$lib/domain/host-answer';
import { hostVisits, namesDue } from '$lib/domain/host-visits';
import { daysBetween, visitingHalfDays, type IsoDate } from '$lib/domain/calendar';
import type { CompanyState } from '$lib/domain/company';
import type { DeclineReason } from '$lib/domain/mobilisation/pipeline';
import type { Rally } from '$lib/domain/rally';
import { inWords, same } from '$lib/domain/records';
import type { Db } from '../../db/client';
import { hostAnswers, type HostAnswer } from '../../db/repositories/host-answers';
import { hostLinks } from '../../db/repositories/host-links';
import { namesReleases } from '../../db/repositories/names-releases';
import { plans } from '../../db/repositories/plans';
import { records, type RecordRow } from '../../db/repositories/records';

/** One field of an answer, in words. */
export interface ComparedField {
	name: HostField;
	label: string;
	before: string;
	after: string;
	/** What stands today, when somebody changed it since the company wrote. */
	now: string | null;
	decision: Decision | null;
	by: string | null;
}

export interface ShownAnswer {
	id: string;
	version: number;
	company: { id: string; name: string; version: number };
	sentAt: Date;
	signedBy: string;
	note: string;
	/** Why it cannot receive, when it said so. */
	reason: DeclineReason | null;
	settledAt: Date | null;
	settledBy: string | null;
	fields: ComparedField[];
	/** Nothing else of this company waits: its refusals may be taken back. */
	reopenable: boolean;
}

export interface HostRow {
	id: string;
	name: string;
	state: CompanyState;
	/** Until when its page is open; null when it has none. */
	opened: Date | null;
	lastSeenAt: Date | null;
	answeredAt: Date | null;
	/** When the names must be with the company, and whether that day is past or near; null when it wants none. */
	names: { due: IsoDate; daysAhead: number; late: boolean; soon: boolean; given: Date | null } | null;
}

export interface Answers {
	waiting: ShownAnswer[];
	settled: ShownAnswer[];
	hosts: HostRow[];
}

/** Days before its due date from which a list of names is recalled. */
const SOON = 7;

/** What companies answered, compared field by field, and where each one is. `now` is the instant of reading. */
export async function readAnswers(db: Db, rally: Rally, now: Date): Promise<Answers> {
	const companies = await records(db, 'company').list(rally.id);
	const byId = new Map(companies.map((company) => [company.id, company]));
	const answers = (await hostAnswers(db).list(rally.id)).filter(({ companyId }) => byId.has(companyId));
	const open = new Set(answers.filter(({ settledAt }) => !settledAt).map(({ companyId }) => companyId));
	const shown = answers.map((answer) => shownAnswer(answer, byId.get(answer.companyId)!, open));
	return {
		waiting: shown.filter(({ settledAt }) => settledAt === null),
		settled: shown.filter(({ settledAt }) => settledAt !== null),
		hosts: await hostsOf(db, rally, companies, answers, now)
	};
}

function shownAnswer(answer: HostAnswer, company: RecordRow<'company'>, open: Set<string>): ShownAnswer {
	const fields = hostFieldNames.flatMap((name): ComparedField[] => {
		const change = answer.changes[name];
		if (!change) return [];
		const words = (value: unknown) => inWords(companyFields[name], value);
		const stale = change.decision === null && !same(company[name], change.before);
		return [
			{
				name,
				label: companyFields[name].label,
				before: words(change.before),
				after: words(change.after),
				now: stale ? words(company[name]) : null,
				decision: change.decision,
				by: change.by
			}
		];
	});
	const { id, version, sentAt, signedBy, note, reason, settledAt, settledBy } = answer;
	return {
		id,
		version,
		company: { id: company.id, name: company.name, version: company.version },
		sentAt,
		signedBy,
		note,
		reason,
		settledAt,
		settledBy,
		fields,
		reopenable:
			settledAt !== null && !open.has(company.id) && fields.some(({ decision }) => decision === 'refused')
	};
}

async function hostsOf(
	db: Db,
	rally: Rally,
	companies: RecordRow<'company'>[],
	answers: HostAnswer[],
	now: Date
): Promise<HostRow[]> {
	const links = new Map((await hostLinks(db).open(rally.id)).map((link) => [link.companyId, link]));
	const plan = (await plans(db).published(rally.id)) ?? (await plans(db).latest(rally.id));
	const given = await namesReleases(db).list(rally.id);
	const firstDay = visitingHalfDays(rally.programme)[0]?.date ?? null;
	const today = wallClock(now).date;
	return companies
		.filter(({ id, state }) => state !== 'declined' || answers.some(({ companyId }) => companyId === id))
		.map(({ id, name, state, namesDaysAhead }) => {
			const link = links.get(id);
			const first = (plan && hostVisits(plan, id)[0]?.date) ?? firstDay;
			const due = namesDue(namesDaysAhead, first);
			return {
				id,
				name,
				state,
				opened: link?.expiresAt ?? null,
				lastSeenAt: link?.lastSeenAt ?? null,
				answeredAt: answers.find(({ companyId }) => companyId === id)?.sentAt ?? null,
				names:
					due === null
						? null
						: {
								due,
								daysAhead: namesDaysAhead!,
								late: due < today && first !== null && first >= today,
								soon: due >= today && daysBetween(today, due) <= SOON,
								given: given.find(({ companyId }) => companyId === id)?.releasedAt ?? null
							}
			};
		})
		.sort((a, b) => french.compare(a.name, b.name));
}
