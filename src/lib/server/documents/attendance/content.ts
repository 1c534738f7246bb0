import { accompanistName } from '$lib/domain/accompanist';
import { dayParts, halfDayKinds, type TypedHalfDay } from '$lib/domain/calendar';
import { capitalised, longDate } from '$lib/domain/french';
import type { PlannedTeam } from '$lib/domain/plan';
import { expectedHalfDays } from '$lib/domain/presence';
import { peopleOf, signedName, teamsInOrder, type BatchOrder, type Ground, type Placed } from '../ground';
import { letterhead, type Letterhead } from '../paper/letterhead';

export interface AttendanceWish {
	/** A sheet a team, or one for everybody. */
	by: 'team' | 'rally';
	/** By half-day then team, or by team then half-day. */
	order?: BatchOrder;
}

/** What is signed for one half-day. A name and a signature: nothing of what somebody is. */
export interface AttendanceSheet {
	letterhead: Letterhead;
	title: string;
	/** « Équipe A », or nothing on the sheet of everybody. */
	team: string;
	letter: string | null;
	/** « Mardi 8 juin 2027, matin » */
	halfDay: string;
	/** « Visites » */
	kind: string;
	groups: AttendanceGroup[];
	/** Lines for whoever was not foreseen. */
	blanks: number;
	signer: string;
}

export interface AttendanceGroup {
	/** Empty when the sheet holds one group only. */
	title: string;
	people: { name: string; note: string }[];
}

const AWAY = 'absence annoncée';

/** A sheet for each half-day on which people are expected; those left free have none. */
export function attendanceSheets(ground: Ground, { by, order = 'day' }: AttendanceWish): AttendanceSheet[] {
	const halves = expectedHalfDays(ground.rally.programme);
	const placed = peopleOf(ground);
	if (by === 'rally') return halves.map((half) => wholeSheet(ground, half, placed));
	const teams = teamsInOrder(ground);
	const sheet = (team: PlannedTeam, half: TypedHalfDay) => teamSheet(ground, team, half, placed);
	return order === 'team'
		? teams.flatMap((team) => halves.map((half) => sheet(team, half)))
		: halves.flatMap((half) => teams.map((team) => sheet(team, half)));
}

const headOf = ({ date, part, kind }: TypedHalfDay) => ({
	title: 'Feuille d’émargement',
	halfDay: `${capitalised(longDate(date))}, ${dayParts[part]}`,
	kind: halfDayKinds[kind]
});

const line = ({ person }: Placed, { key }: TypedHalfDay) => ({
	name: signedName(person),
	note: person.absences.includes(key) ? AWAY : ''
});

const crew = ({ accompanists }: Ground, { accompanistId, driverId }: PlannedTeam) =>
	[...new Set([accompanistId, driverId])].flatMap((id) => {
		const person = accompanists.find((one) => one.id === id);
		return person
			? [{ name: accompanistName(person), note: id === accompanistId ? 'accompagne' : 'conduit' }]
			: [];
	});

function teamSheet(
	ground: Ground,
	team: PlannedTeam,
	half: TypedHalfDay,
	placed: readonly Placed[]
): AttendanceSheet {
	const members = placed.filter((one) => one.team === team);
	return {
		letterhead: letterhead(ground.rally, ground.plan, ground.logo, ground.check?.(team.letter)),
		...headOf(half),
		team: `Équipe ${team.letter}`,
		letter: team.letter,
		groups: [
			{
				title: '',
				people: [...members.map((one) => line(one, half)), ...crew(ground, team)]
			}
		],
		blanks: 3,
		signer: 'Nom et signature de la personne qui accompagne'
	};
}

function wholeSheet(ground: Ground, half: TypedHalfDay, placed: readonly Placed[]): AttendanceSheet {
	const alone = placed.filter(({ team }) => team === null);
	return {
		letterhead: letterhead(ground.rally, ground.plan, ground.logo, ground.check?.()),
		...headOf(half),
		team: '',
		letter: null,
		groups: [
			...teamsInOrder(ground).map((team) => ({
				title: `Équipe ${team.letter}`,
				people: [
					...placed.filter((one) => one.team === team).map((one) => line(one, half)),
					...crew(ground, team)
				]
			})),
			...(alone.length === 0 ? [] : [{ title: 'Sans équipe', people: alone.map((one) => line(one, half)) }])
		],
		blanks: 5,
		signer: 'Nom et signature de la personne qui atteste les présences'
	};
}
