import type { IsoDate, Minutes } from '$lib/domain/calendar';
import { addDays } from '$lib/domain/calendar';
import type { Calendar, CalendarEvent } from './content';

/** The clock of France since 1996, as RFC 5545 wants it said: programs without tables of their own read it here. */
const PARIS = `BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`.split('\n');

/** A calendar as a file (RFC 5545): the same calendar gives the same bytes. */
export function drawCalendar({ name, sequence, stamp, events }: Calendar): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Equipage//Rallye pour l\u2019emploi//FR',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		`NAME:${escaped(name)}`,
		`X-WR-CALNAME:${escaped(name)}`,
		...PARIS,
		...events.flatMap((event) => eventLines(event, sequence, stamp)),
		'END:VCALENDAR'
	];
	return lines.map(folded).join('\r\n') + '\r\n';
}

function eventLines(event: CalendarEvent, sequence: number, stamp: Date): string[] {
	const { uid, date, from, to, summary, location, position, description, cancelled } = event;
	return [
		'BEGIN:VEVENT',
		`UID:${uid}`,
		`DTSTAMP:${utc(stamp)}`,
		`SEQUENCE:${sequence}`,
		`STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
		`DTSTART;TZID=Europe/Paris:${local(date, from)}`,
		// A file may not hold an event that ends before it starts, whatever was planned by hand.
		`DTEND;TZID=Europe/Paris:${local(date, Math.max(from, to))}`,
		`SUMMARY:${escaped(cancelled ? `Annulé\u00a0: ${summary}` : summary)}`,
		...(location ? [`LOCATION:${escaped(location)}`] : []),
		...(position ? [`GEO:${position.lat.toFixed(6)};${position.lon.toFixed(6)}`] : []),
		...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
		'END:VEVENT'
	];
}

/** `2027-06-08`, 545 → `20270608T090500`; 24 h and later fall on the next day. */
function local(date: IsoDate, minutes: Minutes): string {
	const whole = Math.round(minutes);
	const day = addDays(date, Math.floor(whole / 1440));
	const rest = ((whole % 1440) + 1440) % 1440;
	const two = (value: number) => String(value).padStart(2, '0');
	return `${day.replaceAll('-', '')}T${two(Math.floor(rest / 60))}${two(rest % 60)}00`;
}

const utc = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '');

const escaped = (text: string): string =>
	text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r\n|\r|\n/g, '\\n');

const LINE = 75;
const encoder = new TextEncoder();

/** Lines of 75 octets at most, never cut within a character; what follows begins with a space. */
function folded(line: string): string {
	const parts: string[] = [];
	let part = '';
	let octets = 0;
	for (const character of line) {
		const size = encoder.encode(character).length;
		if (octets + size > LINE) {
			parts.push(part);
			[part, octets] = [' ', 1];
		}
		part += character;
		octets += size;
	}
	return [...parts, part].join('\r\n');
}
