import { addressOf } from '$lib/domain/address';
import { asAsked, hostFieldNames, undecided, type HostField } from '$lib/domain/host-answer';
import { hostVisits, type HostVisit } from '$lib/domain/host-visits';
import type { ProgrammeDay } from '$lib/domain/calendar';
import { tradeOf } from '$lib/domain/rome/rome';
import type { Db } from '../../db/client';
import { hostAnswers } from '../../db/repositories/host-answers';
import { hostLinks } from '../../db/repositories/host-links';
import { plans } from '../../db/repositories/plans';
import { pointsAtHost, type HostPoints } from '../challenges/give-as-host';
import { companyOfToken } from './host-company';

/** A company's own page. Counts only: it is made without reading a participant, so it holds no word about one. */
export interface HostPage {
	rally: {
		title: string;
		territory: string;
		department: string;
		programme: ProgrammeDay[];
		visitMinutes: number;
		contactName: string;
		contactPhone: string;
	};
	company: { name: string; address: string };
	/** What stands, under what was asked and is not decided yet: what the form shows. */
	said: Record<HostField, unknown>;
	/** The trades it shows, as the ROME calls them: the organizer's own, to be read. */
	trades: string[];
	/** Fields asked for and not decided yet. */
	waiting: HostField[];
	/** Said « nous ne pourrons pas recevoir », decided or not. */
	withdrawn: boolean;
	answeredAt: Date | null;
	/** Planned visits once the planning is published; null before. */
	visits: HostVisit[] | null;
	/** Teams that it has received, to be given points; empty as long as there are none, or no challenge. */
	points: HostPoints;
}

/** What a token opens; null when it opens nothing. */
export async function readHostPage(db: Db, token: string, now: Date): Promise<HostPage | null> {
	const found = await companyOfToken(db, token);
	if (!found) return null;
	const { linkId, rally, company } = found;
	await hostLinks(db).seen(linkId);
	const open = await hostAnswers(db).openOf(company.id);
	const latest = open ?? (await hostAnswers(db).latestOf(company.id));
	const plan = await plans(db).published(rally.id);
	const asked = asAsked(company as Record<HostField, unknown>, open?.changes ?? {});
	return {
		rally: {
			title: rally.title,
			territory: rally.territory,
			department: rally.department,
			programme: rally.programme,
			visitMinutes: rally.settings.visitMinutes,
			contactName: rally.contactName,
			contactPhone: rally.contactPhone
		},
		company: { name: company.name, address: addressOf(company) },
		said: Object.fromEntries(
			hostFieldNames.filter((name) => name !== 'state').map((name) => [name, asked[name]])
		) as Record<HostField, unknown>,
		trades: company.romeCodes.flatMap((code) => tradeOf(code).label ?? []),
		waiting: undecided(open?.changes ?? {}),
		withdrawn: asked.state === 'declined',
		answeredAt: latest?.sentAt ?? null,
		visits: plan && hostVisits(plan, company.id),
		points: plan ? await pointsAtHost(db, rally.id, company.id, plan, now) : { challenges: [], visits: [] }
	};
}
