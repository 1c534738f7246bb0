import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../client';
import {
	change,
	company,
	consent,
	dayEvent,
	exchangedContact,
	followUpLine,
	informationSession,
	namesRelease,
	notice,
	participant,
	partner,
	plan,
	planMember,
	planTeam,
	questionnaireAnswer,
	referral
} from '../schema';

/** Every row that is about one person of a rally, sealed values opened; null for somebody who is not there. */
export async function rowsOfPerson(db: Db, rallyId: string, id: string) {
	const [person] = await db
		.select()
		.from(participant)
		.where(and(eq(participant.rallyId, rallyId), eq(participant.id, id)));
	if (!person) return null;
	const ofRally = <T extends { rallyId: string }>(rows: T[]) => rows.filter((row) => row.rallyId === rallyId);
	return {
		person,
		consents: ofRally(await db.select().from(consent).where(eq(consent.participantId, id))),
		referrals: await db
			.select({ from: partner.name, sent: referral.sent, at: referral.createdAt, rallyId: referral.rallyId })
			.from(referral)
			.innerJoin(partner, eq(partner.id, referral.partnerId))
			.where(eq(referral.participantId, id)),
		answers: ofRally(
			await db.select().from(questionnaireAnswer).where(eq(questionnaireAnswer.participantId, id))
		),
		followUp: ofRally(await db.select().from(followUpLine).where(eq(followUpLine.participantId, id))),
		contacts: await db
			.select({ company: company.name, at: exchangedContact.at })
			.from(exchangedContact)
			.innerJoin(company, eq(company.id, exchangedContact.companyId))
			.where(eq(exchangedContact.participantId, id)),
		events: ofRally(await db.select().from(dayEvent).where(eq(dayEvent.participantId, id))),
		teams: await db
			.select({ plan: plan.number, published: plan.published, team: planTeam.letter })
			.from(planMember)
			.innerJoin(planTeam, eq(planTeam.id, planMember.teamId))
			.innerJoin(plan, eq(plan.id, planMember.planId))
			.where(eq(planMember.participantId, id)),
		sessions: (
			await db.select().from(informationSession).where(eq(informationSession.rallyId, rallyId))
		).flatMap(({ date, place, attendance }) =>
			attendance[id] ? [{ date, place, attendance: attendance[id] }] : []
		),
		notices: await db
			.select({ at: notice.at, state: notice.state, sentTo: notice.sentTo })
			.from(notice)
			.where(and(eq(notice.rallyId, rallyId), eq(notice.recipientId, id))),
		givenTo: await db
			.select({ company: company.name, at: namesRelease.releasedAt })
			.from(namesRelease)
			.innerJoin(company, eq(company.id, namesRelease.companyId))
			.where(and(eq(namesRelease.rallyId, rallyId), sql`${namesRelease.participantIds} ? ${id}`)),
		changes: (
			await db
				.select({
					kind: change.kind,
					at: change.at,
					by: change.by,
					before: change.before,
					after: change.after
				})
				.from(change)
				.where(and(eq(change.rallyId, rallyId), eq(change.recordId, id)))
		).sort((a, b) => a.at.getTime() - b.at.getTime())
	};
}
export type PersonRows = NonNullable<Awaited<ReturnType<typeof rowsOfPerson>>>;
