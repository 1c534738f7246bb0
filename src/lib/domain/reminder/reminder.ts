import { addDays, halfDaysOf, noonOf, type IsoDate, type Minutes } from '../calendar';
import { addressOf } from '../address';
import { clock, dayAndMonth, french, typeset } from '../french';
import { fullName, shownName, type Participant } from '../participant';
import type { Rally } from '../rally';
import type { InformationSession } from '../enrolment/session';

/** Days before: a week to arrange oneself, then « la veille ou l’avant-veille » (DGEFP 2021, l. 927). */
export const reminderDays = [7, 2, 1] as const;
export type ReminderDays = (typeof reminderDays)[number];

/** What people are reminded of. `at` of a person is the first half-day on which they come. */
export interface Occasion {
	id: string;
	/** « le rallye pour l’emploi », « la réunion d’information » */
	name: string;
	date: IsoDate;
	start: Minutes;
	place: string;
}

type Person = Pick<
	Participant,
	'id' | 'firstName' | 'lastName' | 'chosenName' | 'phone' | 'email' | 'absences'
>;

export interface Reminder {
	participantId: string;
	name: string;
	phone: string;
	email: string;
	/** Ready to be sent or read out. Never says anything of the person but their first name. */
	text: string;
	/** How the person can be reached, the best first. */
	by: 'phone' | 'email' | 'nothing';
}

/** The day on which a reminder is to be sent. */
export const sendOn = ({ date }: Pick<Occasion, 'date'>, days: ReminderDays): IsoDate => addDays(date, -days);

/** The rally's first day, where teams meet. */
export function rallyOccasion(rally: Pick<Rally, 'id' | 'programme' | 'meetingPoint'>): Occasion | null {
	const first = [...rally.programme].sort((a, b) => a.date.localeCompare(b.date))[0];
	if (!first) return null;
	const { meetingPoint: place } = rally;
	return {
		id: 'rallye',
		name: 'le rallye pour l’emploi',
		date: first.date,
		start: first.start,
		place: place ? [place.label, addressOf(place)].filter(Boolean).join(', ') : ''
	};
}

export const sessionOccasion = (
	session: Pick<InformationSession, 'id' | 'date' | 'start' | 'place' | 'address'>
): Occasion => ({
	id: session.id,
	name: 'la réunion d’information du rallye pour l’emploi',
	date: session.date,
	start: session.start,
	place: [session.place, session.address].filter(Boolean).join(', ')
});

/** Somebody who joins a rally under way is reminded of the half-day on which they come. */
export function ownStart(
	{ absences }: Pick<Participant, 'absences'>,
	{ date, start }: Pick<Occasion, 'date' | 'start'>,
	programme: Rally['programme']
): { date: IsoDate; start: Minutes } {
	const first = halfDaysOf(programme).find(({ key, kind }) => kind !== 'free' && !absences.includes(key));
	const day = programme.find((one) => one.date === first?.date);
	if (!first || !day) return { date, start };
	return { date: day.date, start: first.part === 'morning' ? day.start : Math.max(day.start, noonOf(day)) };
}

/** One reminder each, in order of names; those without telephone nor e-mail come too, to be met or visited. */
export function reminders(
	people: readonly Person[],
	occasion: Occasion,
	days: ReminderDays,
	{ rally, sender }: { rally: Pick<Rally, 'programme' | 'contactPhone'>; sender: string }
): Reminder[] {
	return people
		.map((person) => ({
			participantId: person.id,
			name: fullName(person),
			phone: person.phone,
			email: person.email,
			text: textFor(person, occasion, days, rally, sender),
			by: person.phone ? ('phone' as const) : person.email ? ('email' as const) : ('nothing' as const)
		}))
		.sort((a, b) => french.compare(a.name, b.name));
}

function textFor(
	person: Person,
	occasion: Occasion,
	days: ReminderDays,
	rally: Pick<Rally, 'programme' | 'contactPhone'>,
	sender: string
): string {
	const own = occasion.id === 'rallye' ? ownStart(person, occasion, rally.programme) : occasion;
	const late = own.date !== occasion.date;
	const when =
		late || days > 1 ? `${dayAndMonth(own.date)} à ${clock(own.start)}` : `demain à ${clock(own.start)}`;
	const where = occasion.place ? `, ${occasion.place}` : '';
	const call = rally.contactPhone ? ` Un empêchement ? ${rally.contactPhone}.` : '';
	const text = `Bonjour ${shownName(person)}, nous vous attendons ${when} pour ${occasion.name}${where}.${call} ${sender}`;
	return typeset(text.trim());
}
