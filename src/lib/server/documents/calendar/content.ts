import { addressOf } from '$lib/domain/address';
import type { IsoDate, Minutes } from '$lib/domain/calendar';
import type { Company } from '$lib/domain/company';
import { plural, typeset } from '$lib/domain/french';
import { welcomeOf } from '$lib/domain/hosting';
import { teamDays, type TeamDay } from '$lib/domain/itinerary';
import type { Plan, PlannedTeam } from '$lib/domain/plan';
import type { Position, Rally } from '$lib/domain/rally';

/** Whose calendar it is: a team’s own, a host’s, or that of somebody who rides with teams. */
export type CalendarOf =
	{ kind: 'team'; letter: string } | { kind: 'company'; id: string } | { kind: 'accompanist'; id: string };

export interface CalendarInput {
	rally: Pick<Rally, 'id' | 'title' | 'programme' | 'meetingPoint' | 'contactName' | 'contactPhone'>;
	/** Versions that came into force, in that order: the last one holds, the others say what is called off. */
	published: readonly { plan: Plan; at: Date }[];
	companies: readonly Company[];
	of: CalendarOf;
}

export interface CalendarEvent {
	/** The same visit keeps it from one version to the next, so that a calendar moves it. */
	uid: string;
	date: IsoDate;
	from: Minutes;
	to: Minutes;
	summary: string;
	location: string;
	position: Position | null;
	description: string;
	cancelled: boolean;
}

export interface Calendar {
	name: string;
	/** The highest version published so far: never goes down, even when an older version comes back. */
	sequence: number;
	/** When the version in force was published: the same plan gives the same bytes. */
	stamp: Date;
	events: CalendarEvent[];
}

/**
 * Hours and places of the version in force, and what former versions announced that does not hold any more, said to
 * be called off. Holds no participant: a host reads how many come. Null before anything is published.
 */
export function calendarOf(input: CalendarInput): Calendar | null {
	const { published, rally, of } = input;
	const current = published.at(-1);
	if (!current) return null;
	const events = distinct(eventsOf(input, current.plan));
	const known = new Set(events.map(({ uid }) => uid));
	for (const { plan } of published.slice(0, -1).reverse())
		for (const event of distinct(eventsOf(input, plan))) {
			if (known.has(event.uid)) continue;
			known.add(event.uid);
			events.push({ ...event, cancelled: true });
		}
	const letters = of.kind === 'team' ? `, équipe ${of.letter}` : '';
	return {
		name: `${rally.title}${letters}`,
		sequence: Math.max(...published.map(({ plan }) => plan.number)),
		stamp: current.at,
		events: events.sort(
			(a, b) => a.date.localeCompare(b.date) || a.from - b.from || a.uid.localeCompare(b.uid)
		)
	};
}

const eventsOf = (input: CalendarInput, plan: Plan): CalendarEvent[] =>
	plan.teams.flatMap((team) => {
		const { of } = input;
		if (of.kind === 'company') return hostEvents(input, team, of.id);
		const rides =
			of.kind === 'team'
				? team.letter === of.letter
				: team.accompanistId === of.id || team.driverId === of.id;
		return rides
			? teamDays(plan, team, input.rally.programme).flatMap((day) => dayEvents(input, team, day))
			: [];
	});

/** A team that goes to the same host twice, as a plan made by hand may have it, has an event for each time. */
function distinct(events: readonly CalendarEvent[]): CalendarEvent[] {
	const times = new Map<string, number>();
	return events.map((event) => {
		const time = (times.get(event.uid) ?? 0) + 1;
		times.set(event.uid, time);
		return time === 1 ? event : { ...event, uid: event.uid.replace('@', `-${time}@`) };
	});
}

const uidOf = ({ rally }: CalendarInput, ...parts: string[]) => `${[rally.id, ...parts].join('-')}@equipage`;

function hostEvents(input: CalendarInput, team: PlannedTeam, companyId: string): CalendarEvent[] {
	const { rally, companies } = input;
	const company = companies.find(({ id }) => id === companyId);
	return team.visits
		.filter((visit) => visit.companyId === companyId)
		.map(({ date, start, end }) => ({
			uid: uidOf(input, 'accueil', team.letter, companyId),
			date,
			from: start,
			to: end,
			summary: typeset(
				`${rally.title} : équipe ${team.letter}, ${plural(team.memberIds.length, 'participant')}`
			),
			location: company ? addressOf(company) : '',
			position: null,
			description: typeset(
				[
					`L’équipe ${team.letter} vient chez vous : ${plural(team.memberIds.length, 'participant')}, accompagnement en plus.`,
					organizerLine(rally)
				].join('\n')
			),
			cancelled: false
		}));
}

function dayEvents(
	input: CalendarInput,
	team: PlannedTeam,
	{ day, departure, back, steps }: TeamDay
): CalendarEvent[] {
	const { rally, companies } = input;
	const { letter } = team;
	const place = rally.meetingPoint;
	const first = steps[0];
	const last = steps.at(-1);
	const meeting = {
		date: day.date,
		location: place ? [place.label, addressOf(place)].filter(Boolean).join(', ') : '',
		position: place?.position ?? null,
		description: organizerLine(rally),
		cancelled: false
	};
	const visits = steps.flatMap((step): CalendarEvent[] => {
		if (step.kind !== 'visit') return [];
		const company = companies.find(({ id }) => id === step.visit.companyId);
		const welcome = company ? welcomeOf(company) : { name: '', phone: '' };
		return [
			{
				uid: uidOf(input, letter, step.visit.companyId),
				date: day.date,
				from: step.from,
				to: step.to,
				summary: typeset(`Équipe ${letter} : ${company?.name ?? 'entreprise'}`),
				location: company ? addressOf(company) : '',
				position: company?.entrance ?? company?.position ?? null,
				description: typeset(
					[
						welcome.name || welcome.phone
							? `Sur place : ${[welcome.name, welcome.phone].filter(Boolean).join(', ')}`
							: '',
						company?.parkingNote ? `Se garer : ${company.parkingNote}` : '',
						company?.arrivalNote ?? '',
						organizerLine(rally)
					]
						.filter(Boolean)
						.join('\n')
				),
				cancelled: false
			}
		];
	});
	return [
		{ ...meeting, uid: uidOf(input, letter, day.date, 'depart'), from: departure, to: first?.to ?? departure, summary: typeset(`Équipe ${letter} : départ`) }, // prettier-ignore
		...visits,
		{ ...meeting, uid: uidOf(input, letter, day.date, 'retour'), from: last?.from ?? back, to: back, summary: typeset(`Équipe ${letter} : retour`) } // prettier-ignore
	];
}

const organizerLine = ({
	contactName,
	contactPhone
}: Pick<Rally, 'contactName' | 'contactPhone'>): string => {
	const said = [contactName, contactPhone].filter(Boolean).join(', ');
	return said ? `Organisation : ${said}` : '';
};
