import type { SentScore } from '$lib/domain/bilan/bilan';
import type { IsoDate } from '$lib/domain/calendar';
import { charter } from '$lib/domain/charter';
import { wallClock } from '$lib/domain/clock';
import type { FigureKey, Wording } from '$lib/domain/figures/catalogue';
import type { CountedRally } from '$lib/domain/figures/count';
import { fullDate, typeset } from '$lib/domain/french';
import type { Outcome } from '$lib/domain/measure/outcomes';
import { withoutFew, type DimensionSummary } from '$lib/domain/measure/scores';
import type { Rally } from '$lib/domain/rally';
import type { PeopleCounts } from '$lib/domain/retention/people-counts';
import type { Db } from '../../db/client';
import { bilans, type BilanRow, type Campaign } from '../../db/repositories/bilans';
import { organizations } from '../../db/repositories/organizations';
import { derogations } from '../../db/repositories/publications';
import { rallySheets } from '../../db/repositories/rally-sheets';
import { records } from '../../db/repositories/records';
import { readMeasures } from '../measure/read-measures';
import { readIndicators } from '../network/indicators';
import { keptPeople } from '../retention/people-counts';
import { gridToSend } from './grid-to-send';
import { peopleCounted } from './people-counted';
import { readFigures } from './read-figures';
import { recipientsOf, type Recipient } from './recipients';

/** Everything the bilans of a rally are made from, read once. */
export interface BilanGround {
	rally: Rally;
	organization: string;
	figures: CountedRally;
	grid: SentScore[];
	measures: DimensionSummary[];
	derogations: string[];
	recipients: Recipient[];
	rows: BilanRow[];
	/** Who came, or else who is enrolled: for the quota of each funder. */
	enrolled: Awaited<ReturnType<typeof peopleCounted>>;
	/** What people erased since counted for. */
	erased: PeopleCounts | null;
	thanks: string[];
	today: IsoDate;
	/** The federation's call for that year's bilans. */
	campaign: Campaign | null;
	/** Figures that the federation wants of each. */
	mandatory: FigureKey[];
	/** And what it calls them. */
	wording: Wording;
	/** What the organiser counts as a solution. */
	solutions: Outcome[];
}

export async function readBilanGround(db: Db, rally: Rally, now: Date): Promise<BilanGround> {
	const measures = await readMeasures(db, rally, wallClock(now).date);
	const figures = await readFigures(db, rally, now, measures);
	const partners = await records(db, 'partner').list(rally.id);
	const last = rally.programme.at(-1)?.date;
	const { mandatory, wording } = await readIndicators(db);
	const written = (await derogations(db).list(rally.id)).filter(({ withdrawnAt }) => withdrawnAt === null);
	return {
		rally,
		organization: (await organizations(db).find(rally.organizationId))?.name ?? '',
		figures,
		measures: measures.beforeAfter.map(({ before, after, change, ...rest }) => ({
			...rest,
			before: before && withoutFew(before),
			after: withoutFew(after),
			change: change && withoutFew(change)
		})),
		grid: await gridToSend(db, rally, now),
		derogations: written.map(({ kind, subject, reason, by, at }) => {
			const about = kind === 'rule' ? (charter.find(({ id }) => id === subject)?.title ?? subject) : subject;
			return typeset(`${about} : ${reason} (${by}, le ${fullDate(wallClock(at).date)})`);
		}),
		recipients: recipientsOf(rally, partners),
		rows: await bilans(db).list(rally.id),
		enrolled: await peopleCounted(db, rally, now, figures),
		erased: await keptPeople(db, rally.id),
		thanks: partners.map(({ name }) => name),
		today: wallClock(now).date,
		campaign: last ? await bilans(db).campaignOf(Number(last.slice(0, 4))) : null,
		mandatory,
		wording,
		solutions: (await rallySheets(db, rally.id).find('measure')).content.solutions
	};
}
