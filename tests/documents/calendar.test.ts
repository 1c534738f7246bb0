import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf, type CalendarOf } from '$lib/server/documents/calendar/content';
import { drawCalendar } from '$lib/server/documents/calendar/draw';
import { needs, statuses } from '$lib/domain/participant';
import { aCompany, aDossier, aParticipant, plannedByHand } from '../builders';

/** What a calendar program makes of a file: lines put together again, texts as they were typed. */
function readBack(file: string) {
	expect(file.endsWith('\r\n')).toBe(true);
	expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	for (const line of file.split('\r\n'))
		expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
	const lines = file.replaceAll('\r\n ', '').trimEnd().split('\r\n');
	const events: Record<string, string>[] = [];
	let inside: Record<string, string> | null = null;
	for (const line of lines) {
		const [, name, parameters = '', value] = /^([A-Z-]+)((?:;[^:]+)?):(.*)$/s.exec(line)!;
		if (line === 'BEGIN:VEVENT') inside = {};
		else if (line === 'END:VEVENT') events.push(inside!);
		else if (inside) {
			inside[name!] = value!.replace(/\\([\\;,nN])/g, (_, of: string) => (/n/i.test(of) ? '\n' : of));
			if (parameters) inside[`${name} zone`] = parameters.slice(1);
		}
		if (line === 'END:VEVENT') inside = null;
	}
	return { lines, events };
}

/** The instant of a time in France, by the platform’s own tables. */
function instantOf(local: string): string {
	const [, y, mo, d, h, mi] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00$/.exec(local)!.map(Number);
	const asUtc = Date.UTC(y!, mo! - 1, d, h, mi);
	const shown = new Intl.DateTimeFormat('en-GB', {
		timeZone: 'Europe/Paris',
		hour: 'numeric',
		hourCycle: 'h23'
	});
	const offset = (Number(shown.format(asUtc)) - h! + 24) % 24;
	return new Date(asUtc - offset * 3_600_000).toISOString();
}

const known = aDossier({
	participants: Array.from({ length: 16 }, (_, i) =>
		aParticipant({
			firstName: `Prénom${i}`,
			lastName: `Nomdefamille${i}`,
			phone: '06 99 88 77 66',
			email: 'personne@exemple.fr',
			statuses: ['rsa', 'disabled'],
			needs: ['wheelchair']
		})
	)
});
const first = plannedByHand(known, { published: true, number: 1 });
const at = new Date('2027-05-02T09:30:12.345Z');
const draw = (of: CalendarOf, published = [{ plan: first, at }], companies = known.companies) =>
	drawCalendar(calendarOf({ rally: known.rally, published, companies, of })!);
const team = first.teams[0]!;
const host = { kind: 'company', id: team.visits[0]!.companyId } as const;
const everybody: CalendarOf[] = [
	...first.teams.map(({ letter }) => ({ kind: 'team' as const, letter })),
	...known.companies.map(({ id }) => ({ kind: 'company' as const, id })),
	...known.accompanists.map(({ id }) => ({ kind: 'accompanist' as const, id }))
];

describe('a calendar file', () => {
	test('says each visit at its hour in France, with the departure and the return', () => {
		const { events, lines } = readBack(draw({ kind: 'team', letter: 'A' }));
		expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
		expect(lines).toContain('TZID:Europe/Paris');
		expect(events).toHaveLength(team.visits.length + 4);
		expect(events[1]).toMatchObject({
			DTSTART: '20270608T090000',
			'DTSTART zone': 'TZID=Europe/Paris',
			DTEND: '20270608T100000',
			DTSTAMP: '20270502T093012Z',
			SEQUENCE: '1',
			STATUS: 'CONFIRMED'
		});
		expect(instantOf(events[1]!.DTSTART!)).toBe('2027-06-08T07:00:00.000Z');
		expect(events[0]!.SUMMARY).toBe('Équipe A\u00a0: départ');
		expect(new Set(events.map(({ UID }) => UID)).size).toBe(events.length);
	});

	test('a host reads how many come, and who accompanies finds the same visits as the team', () => {
		const { events } = readBack(draw(host));
		expect(events.length).toBeGreaterThan(0);
		for (const { SUMMARY } of events) expect(SUMMARY).toMatch(/équipe [A-D], 4\u00a0participants$/);
		const crew = readBack(draw({ kind: 'accompanist', id: team.accompanistId! })).events;
		expect(crew).toEqual(readBack(draw({ kind: 'team', letter: 'A' })).events);
	});

	test('holds nothing of a participant', () => {
		for (const of of everybody) {
			const file = draw(of).replaceAll('\r\n ', '');
			for (const word of [
				'Nomdefamille',
				'Prénom',
				'06 99 88 77 66',
				'personne@exemple',
				...Object.values(statuses),
				...Object.values(needs),
				'rsa',
				'wheelchair',
				'disabled'
			])
				// prettier-ignore
				expect(file).not.toContain(word);
		}
	});

	test('the next version moves the same events, calls off what is gone, and the same plan gives the same bytes', () => {
		const [moved, gone, ...rest] = team.visits;
		const second = {
			...first,
			number: 2,
			teams: [{ ...team, visits: [{ ...moved!, start: 570, end: 630 }, ...rest] }, ...first.teams.slice(1)]
		};
		const published = [{ plan: first, at }, { plan: second, at: new Date('2027-05-09T10:00:00Z') }]; // prettier-ignore
		const was = readBack(draw({ kind: 'team', letter: 'A' })).events;
		const { events } = readBack(draw({ kind: 'team', letter: 'A' }, published));
		const find = (id: string) => events.find(({ UID }) => UID!.includes(id))!;
		expect(find(moved!.companyId)).toMatchObject({ DTSTART: '20270608T093000', SEQUENCE: '2', STATUS: 'CONFIRMED' }); // prettier-ignore
		expect(was.some(({ UID }) => UID === find(moved!.companyId).UID)).toBe(true);
		expect(find(gone!.companyId)).toMatchObject({ STATUS: 'CANCELLED', DTSTART: '20270608T104500' });
		expect(draw({ kind: 'team', letter: 'A' }, published)).toBe(
			draw({ kind: 'team', letter: 'A' }, published)
		);
		// The older version comes back: its number does not go down, its date goes on.
		const back = readBack(draw({ kind: 'team', letter: 'A' }, [...published, { plan: first, at: new Date('2027-05-10T10:00:00Z') }])).events; // prettier-ignore
		expect(back.every(({ SEQUENCE, DTSTAMP, STATUS }) => SEQUENCE === '2' && DTSTAMP === '20270510T100000Z' && STATUS === 'CONFIRMED')).toBe(true); // prettier-ignore
		expect(calendarOf({ rally: known.rally, published: [], companies: [], of: host })).toBeNull();
	});

	test('a host visited twice by one team, in a plan made by hand, is two events', () => {
		const [once, , ...rest] = team.visits;
		const twice = { ...first, teams: [{ ...team, visits: [once!, { ...once!, start: 900, end: 960 }, ...rest.filter(({ start }) => start < 840)] }] }; // prettier-ignore
		for (const of of [
			{ kind: 'team', letter: 'A' },
			{ kind: 'company', id: once!.companyId }
		] as const) {
			const { events } = readBack(draw(of, [{ plan: twice, at }]));
			expect(new Set(events.map(({ UID }) => UID)).size).toBe(events.length);
			expect(events.filter(({ UID }) => UID!.includes(once!.companyId))).toHaveLength(2);
		}
	});

	test('gives back any text, however long, and never cuts within a character', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
				const name = typed.replace(/\p{Cc}/gu, '') + '; à l’échelle, \\ 100 % 🐎\nfin';
				const companies = known.companies.map((one) => aCompany({ ...one, parkingNote: name, name: 'x' }));
				const { events } = readBack(draw({ kind: 'team', letter: 'A' }, undefined, companies));
				const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
				expect(plain(events[1]!.DESCRIPTION!)).toContain(plain(`Se garer : ${name}`));
			}),
			{ numRuns: 60 }
		);
	});
});
