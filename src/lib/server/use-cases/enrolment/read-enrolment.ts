import { gapsOf, type FileGap } from '$lib/domain/enrolment/file-gaps';
import type { Attendance } from '$lib/domain/enrolment/session';
import { twins } from '$lib/domain/enrolment/twins';
import { waitingList } from '$lib/domain/enrolment/waiting-list';
import { french } from '$lib/domain/french';
import { fullName, type ParticipantState } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { plans } from '../../db/repositories/plans';
import { records, type RecordRow } from '../../db/repositories/records';
import { readCorrections, type Correction } from '../referrals/settle-correction';

type Person = RecordRow<'participant'>;

/** Somebody on the enrolment page: names and where they stand. */
export interface Enrolled {
	id: string;
	name: string;
	firstName: string;
	state: ParticipantState;
	absences: string[];
	replacedBy: string | null;
	replacedFrom: string | null;
	/** What came of the last session they were asked to; null when they were asked to none. */
	session: { date: string; attendance: Attendance } | null;
}

export interface Enrolment {
	people: Record<ParticipantState, Enrolled[]>;
	/** Since the plan in force: people in it who left, and people enrolled whom it does not have. */
	sincePlan: { number: number; left: string[]; came: string[] } | null;
}

/** What only those see who may: who sent the person, what is missing in the file, who looks like whom. */
export interface EnrolmentBeside {
	prescribers: Record<string, string>;
	gaps: Record<string, FileGap[]>;
	twins: { person: Enrolled; of: Enrolled; certain: boolean }[];
	/** What prescribers corrected and the organiser had written otherwise. */
	corrections: Correction[];
}

const byName = (a: Person, b: Person) => french.compare(`${a.lastName} ${a.firstName}`, `${b.lastName} ${b.firstName}`); // prettier-ignore

/** Everybody by state, the waiting list in its order. `beside` is null for whoever may not see it. */
export async function readEnrolment(
	db: Db,
	rally: Pick<Rally, 'id' | 'programme'>,
	seesPrivate: boolean
): Promise<Enrolment & { beside: EnrolmentBeside | null }> {
	const all = (await records(db, 'participant').list(rally.id)).sort(byName);
	const sessions = (await records(db, 'session').list(rally.id)).sort((a, b) => b.date.localeCompare(a.date)); // prettier-ignore
	const names = new Map(all.map((person) => [person.id, fullName(person)]));
	const shown = (person: Person): Enrolled => {
		const asked = sessions.find(({ attendance }) => attendance[person.id]);
		return {
			id: person.id,
			name: fullName(person),
			firstName: person.firstName,
			state: person.state,
			absences: person.absences,
			replacedBy: person.replacedById ? (names.get(person.replacedById) ?? 'une fiche archivée') : null,
			replacedFrom: person.replacedFrom,
			session: asked ? { date: asked.date, attendance: asked.attendance[person.id]! } : null
		};
	};
	const inState = (state: ParticipantState) => all.filter((person) => person.state === state).map(shown);
	const plan = (await plans(db).published(rally.id)) ?? (await plans(db).latest(rally.id));
	const planned = new Set(plan?.teams.flatMap(({ memberIds }) => memberIds));
	const left = all.filter(({ id, state }) => planned.has(id) && state !== 'confirmed');
	const came = all.filter(({ id, state }) => state === 'confirmed' && !planned.has(id));
	const lastDay = rally.programme.map(({ date }) => date).sort().at(-1) ?? null; // prettier-ignore
	return {
		people: {
			candidate: inState('candidate'),
			confirmed: inState('confirmed'),
			waiting: waitingList(all).map(shown),
			withdrawn: inState('withdrawn'),
			replaced: inState('replaced'),
			refused: inState('refused')
		},
		sincePlan: plan && { number: plan.number, left: left.map(fullName), came: came.map(fullName) },
		beside: seesPrivate
			? {
					corrections: await readCorrections(db, rally, all),
					prescribers: Object.fromEntries(all.map(({ id, prescriber }) => [id, prescriber])),
					gaps: Object.fromEntries(all.map((person) => [person.id, gapsOf(person, lastDay)])),
					twins: twins([...all].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())).map(
						({ person, of, certain }) => ({ person: shown(person), of: shown(of), certain })
					)
				}
			: null
	};
}
