import { z } from 'zod';
import type { Challenge } from '$lib/domain/challenge/library';
import { wallClock } from '$lib/domain/clock';
import { HOST, readStopKey, stopKey, type StopKey } from '$lib/domain/day/event';
import { pointsOf } from '$lib/domain/day/gathered';
import type { IsoDate, Minutes } from '$lib/domain/calendar';
import type { Plan } from '$lib/domain/plan';
import { err, ok, type Result } from '$lib/domain/result';
import { mayTry } from '../../auth/attempts';
import type { Db } from '../../db/client';
import { dayLog } from '../../db/repositories/day-log';
import { plans } from '../../db/repositories/plans';
import * as field from '../../fields';
import { addLines } from '../day/correct-day';
import { companyOfToken } from '../host-answers/host-company';
import { givenChallenges } from './read-challenges';

/** A visit that a company has received, and what its team has there. Letters and points: nobody's name. */
export interface VisitToScore {
	stop: StopKey;
	team: string;
	date: IsoDate;
	from: Minutes;
	/** Points so far, by challenge. */
	given: Record<string, number>;
}

export interface HostPoints {
	/** Those played at each visit. */
	challenges: Challenge[];
	visits: VisitToScore[];
}

/** What the company’s page sends. */
export const HostPointsForm = z.object({
	stop: z.string().refine((text) => readStopKey(text) !== null).transform((text) => text as StopKey), // prettier-ignore
	team: z.string().regex(/^[A-Z]{1,2}$/),
	challenge: z.string().regex(/^[\w-]{1,60}$/),
	points: field.whole(0, 100)
});
export type HostPointsInput = z.output<typeof HostPointsForm>;

/** More than a host would give in an hour, and far less than a machine. */
const MOST_AN_HOUR = 200;

/** The visits of that company that have begun, the latest first, with what each team has there. */
export async function pointsAtHost(
	db: Db,
	rallyId: string,
	companyId: string,
	plan: Pick<Plan, 'teams'>,
	now: Date
): Promise<HostPoints> {
	const challenges = (await givenChallenges(db, rallyId)).filter(({ scope }) => scope === 'visit');
	if (challenges.length === 0) return { challenges, visits: [] };
	const given = pointsOf(await dayLog(db, rallyId).since());
	const visits = begun(plan, companyId, now).map((visit) => ({
		...visit,
		given: Object.fromEntries(
			given
				.filter(({ team, stop }) => team === visit.team && stop === visit.stop)
				.map(({ challenge, points }) => [challenge, points])
		)
	}));
	return { challenges, visits };
}

/** The host gives a team its points for a visit: they replace those it had there, and the team reads who gave them. */
export async function giveAsHost(
	db: Db,
	token: string,
	{ stop, team, challenge, points }: HostPointsInput,
	now: Date
): Promise<Result<void, { code: 'closed' | 'too-many' | 'not-here' | 'too-high' }>> {
	const found = await companyOfToken(db, token);
	if (!found) return err({ code: 'closed' });
	const { linkId, rally, company } = found;
	if (!(await mayTry(db, { what: 'host-points', whom: linkId, max: MOST_AN_HOUR, minutes: 60 })))
		return err({ code: 'too-many' });
	return db.transaction(async (tx) => {
		const plan = await plans(tx).published(rally.id);
		const here = plan && begun(plan, company.id, now).some((one) => one.stop === stop && one.team === team);
		const played = (await givenChallenges(tx, rally.id)).find(({ id }) => id === challenge);
		if (!here || played?.scope !== 'visit') return err({ code: 'not-here' } as const);
		if (points > played.points) return err({ code: 'too-high' } as const);
		await addLines(tx, rally, [{ team, said: { kind: 'points', challenge, stop, points } }], { phone: HOST, by: company.name }, now); // prettier-ignore
		return ok(undefined);
	});
}

/** Visits of a company whose hour has come, one per team and start, the latest first. */
function begun(plan: Pick<Plan, 'teams'>, companyId: string, now: Date): Omit<VisitToScore, 'given'>[] {
	const { date: today, minutes } = wallClock(now);
	return plan.teams
		.flatMap(({ letter, visits }) => {
			const nth = new Map<IsoDate, number>();
			return visits
				.filter((visit) => visit.companyId === companyId)
				.sort((a, b) => a.date.localeCompare(b.date) || a.start - b.start)
				.map(({ date, start }) => {
					nth.set(date, (nth.get(date) ?? 0) + 1);
					return { stop: stopKey(date, companyId, nth.get(date)), team: letter, date, from: start };
				});
		})
		.filter(({ date, from }) => date < today || (date === today && from <= minutes))
		.sort((a, b) => b.date.localeCompare(a.date) || b.from - a.from || a.team.localeCompare(b.team));
}
