import type { IsoDate } from '$lib/domain/calendar';
import type { Dossier } from '$lib/domain/dossier';
import { french } from '$lib/domain/french';
import { groupedBy } from '$lib/domain/grouping';
import { isWaitedFor, silenceOf, type SilenceHeld } from '$lib/domain/mobilisation/chase';
import { commitmentsOf, type CommitmentSummary } from '$lib/domain/mobilisation/commitment';
import { onlyMailed } from '$lib/domain/mobilisation/contact';
import { inOrder, type Exchange } from '$lib/domain/mobilisation/exchange';
import {
	declinesOf,
	funnelBySector,
	funnelOf,
	type Funnel,
	type InFunnel
} from '$lib/domain/mobilisation/funnel';
import { sameCompanies, solicitationOf, type Solicitation } from '$lib/domain/mobilisation/solicitation';
import { lateness } from '$lib/domain/mobilisation/today';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { members } from '../../db/repositories/members';
import { mobilisation, type KnownElsewhere } from '../../db/repositories/mobilisation';
import { records, type RecordRow } from '../../db/repositories/records';

/** A company as those who mobilise it see it. */
export interface Tracked {
	row: RecordRow<'company'>;
	/** The oldest first. */
	exchanges: Exchange[];
	/** Null once it answered, or when no answer is waited for. */
	silence: SilenceHeld | null;
	solicitation: Solicitation;
	elsewhere: KnownElsewhere[];
	ownerName: string;
	/** Days by which its next step is late; null when nothing is due. */
	late: number | null;
	onlyMailed: boolean;
}

/** Every company of the rally with its exchanges, and what the organisation's other rallies asked of it. */
export async function readTracked(db: Db, rally: Rally, today: IsoDate): Promise<Tracked[]> {
	const rows = await records(db, 'company').list(rally.id);
	const exchanges = groupedBy(await records(db, 'exchange').list(rally.id), ({ companyId }) => companyId);
	const findElsewhere = sameCompanies(
		await mobilisation(db).elsewhere(rally.organizationId, rally.id, today)
	);
	const names = new Map(
		(await members(db).of(rally.organizationId)).map(({ userId, name }) => [userId, name])
	);
	return rows
		.map((row): Tracked => {
			const own = inOrder(exchanges.get(row.id) ?? []);
			const elsewhere = findElsewhere(row);
			const here = { contacts: own.map(({ on }) => on), pausedUntil: row.pausedUntil };
			return {
				row,
				exchanges: own,
				silence: isWaitedFor(row.state) ? silenceOf(own, today) : null,
				solicitation: solicitationOf(here, elsewhere, rally.settings, today),
				elsewhere,
				ownerName: row.ownerId ? (names.get(row.ownerId) ?? 'Une personne partie depuis') : '',
				late: lateness(row, today),
				onlyMailed: onlyMailed(own, row.contactMode)
			};
		})
		.sort((a, b) => french.compare(a.row.name, b.row.name));
}

export interface MobilisationFigures {
	funnel: Funnel;
	bySector: ReturnType<typeof funnelBySector>;
	declines: ReturnType<typeof declinesOf>;
	withdrawals: number;
	commitments: CommitmentSummary;
}

/** The funnel and the commitments of a rally. A visit counts from its day on, by the plan in force. */
export async function readFigures(
	db: Db,
	rally: Rally,
	today: IsoDate,
	known?: Dossier
): Promise<MobilisationFigures> {
	const { plan } = known ?? (await readDossier(db, rally));
	const visited = new Set(
		plan?.published
			? plan.teams.flatMap(({ visits }) =>
					visits.filter(({ date }) => date <= today).map((visit) => visit.companyId)
				)
			: []
	);
	const rows = await records(db, 'company').list(rally.id);
	const exchanges = groupedBy(await records(db, 'exchange').list(rally.id), ({ companyId }) => companyId);
	const companies = rows.map(({ id, state, sector, declineReason, withdrew }): InFunnel => ({
		id,
		state,
		sector,
		declineReason,
		withdrew,
		outcomes: (exchanges.get(id) ?? []).map(({ outcome }) => outcome),
		visited: visited.has(id)
	}));
	return {
		funnel: funnelOf(companies),
		bySector: funnelBySector(companies),
		declines: declinesOf(companies),
		withdrawals: companies.filter(({ withdrew }) => withdrew).length,
		commitments: commitmentsOf(rows, await records(db, 'commitment').list(rally.id))
	};
}
