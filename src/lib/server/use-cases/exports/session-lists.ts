import { attendanceCounts, attendances } from '$lib/domain/enrolment/session';
import { sessionFields } from '$lib/domain/fields/session';
import { clockInput, french } from '$lib/domain/french';
import { participantFields } from '$lib/domain/fields/participant';
import { participantStates } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { records } from '../../db/repositories/records';
import type { Listed } from '../../spreadsheets/write';
import type { Asked } from './people-lists';

/** Lists of information sessions: what their pages show to whoever may read the rally, and nothing more. */
export const sessionLists: Record<string, (db: Db, rally: Rally, asked: Asked) => Promise<Listed>> = {
	async informations(db, rally) {
		const { date, start, minutes, place, address, places, note } = sessionFields;
		return {
			name: 'Informations collectives',
			headers: [
				...[date, start, minutes, place, address, places, note].map(({ label }) => label),
				...['Invitations', 'Présences', 'Excuses', 'Absences']
			],
			rows: (await sessionsOf(db, rally)).map((session) => {
				const { attended, excused, absent } = attendanceCounts(session.attendance);
				return [session.date, clockInput(session.start), String(session.minutes), session.place, session.address, String(session.places ?? ''), session.note, // prettier-ignore
					...[Object.keys(session.attendance).length, attended, excused, absent].map(String)]; // prettier-ignore
			})
		};
	},

	/** Who was invited and who came: to every session, or to the one whose id is asked. */
	async venues(db, rally, asked) {
		const people = new Map((await records(db, 'participant').list(rally.id)).map((one) => [one.id, one]));
		const wanted = asked.get('reunion');
		const { firstName, lastName, state } = participantFields;
		const { date, start, place } = sessionFields;
		return {
			name: 'Venues aux réunions',
			headers: [...[date, start, place, lastName, firstName].map(({ label }) => label), 'Présence', state.label], // prettier-ignore
			rows: (await sessionsOf(db, rally))
				.filter(({ id }) => !wanted || id === wanted)
				.flatMap(
					(session) =>
					Object.entries(session.attendance)
						.flatMap(([id, attendance]) => {
							const person = people.get(id);
							return person ? [{ ...person, attendance }] : [];
						})
						.sort((a, b) => french.compare(`${a.lastName} ${a.firstName}`, `${b.lastName} ${b.firstName}`))
						.map((one) => [session.date, clockInput(session.start), session.place, one.lastName, one.firstName, attendances[one.attendance], participantStates[one.state]]) // prettier-ignore
				)
		};
	}
};

const sessionsOf = async (db: Db, rally: Pick<Rally, 'id'>) =>
	(await records(db, 'session').list(rally.id)).sort(
		(a, b) => a.date.localeCompare(b.date) || a.start - b.start
	);
