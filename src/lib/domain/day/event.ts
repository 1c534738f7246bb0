import type { HalfDay, IsoDate, Minutes } from '../calendar';
import { MEETING } from '../plan';

/**
 * A place where a team is expected on one day: `2027-06-08/<company>` for a visit (`#2` for its second one there that
 * day), `2027-06-08/meeting` for the way back. It names no hour, so it holds from one version of the plan to the next.
 */
export type StopKey = `${IsoDate}/${string}`;

export const stopKey = (date: IsoDate, companyId: string, nth = 1): StopKey =>
	`${date}/${companyId}${nth > 1 ? `#${nth}` : ''}`;

/** Null for a text that is no key. The way back is the company `meeting`. */
export function readStopKey(key: string): { date: IsoDate; companyId: string; nth: number } | null {
	const read = /^(\d{4}-\d{2}-\d{2})\/([^/#]+)(?:#([2-9]))?$/.exec(key);
	return read ? { date: read[1]!, companyId: read[2]!, nth: Number(read[3] ?? 1) } : null;
}

export const isReturn = (key: StopKey): boolean => readStopKey(key)?.companyId === MEETING;

export const presenceStates = {
	present: 'présent·e',
	excused: 'excusé·e',
	absent: 'absent·e',
	left: 'parti·e en cours',
	replaced: 'remplacé·e'
} as const;
export type PresenceState = keyof typeof presenceStates;

/** Why a visit was not made. */
export const missReasons = {
	closed: 'entreprise fermée ou indisponible',
	late: 'trop de retard',
	breakdown: 'panne ou accident',
	other: 'autre raison'
} as const;
export type MissReason = keyof typeof missReasons;

export const incidentKinds = {
	breakdown: 'panne',
	accident: 'accident',
	illness: 'malaise ou blessure',
	absence: 'absence',
	'host-closed': 'entreprise fermée',
	late: 'retard',
	other: 'autre'
} as const;
export type IncidentKind = keyof typeof incidentKinds;

/** What somebody thought of a visit, without a name: the phone goes round and each one touches a face. */
export const faces = { great: 'très bien', good: 'bien', fair: 'moyen', poor: 'pas bien' } as const;
export type Face = keyof typeof faces;

/** What is said of the day, by a team's phone or by the organiser. Clock hours are in `DayEvent`. */
export type Said =
	/** The car leaves for a stop, with so many aboard, driver and accompanist included; null when not counted. */
	| { kind: 'departed'; stop: StopKey; aboard: number | null }
	| { kind: 'arrived' | 'started' | 'finished'; stop: StopKey }
	| { kind: 'missed'; stop: StopKey; why: MissReason }
	/** `from`: for somebody who left, since when. `reason`: the organiser's, when correcting. */
	| {
			kind: 'presence';
			person: string;
			half: HalfDay;
			state: PresenceState;
			from: Minutes | null;
			reason: string;
	  }
	/** Replaces what the team had for that challenge there. `stop` is null for a challenge of the whole rally. */
	| { kind: 'points'; challenge: string; stop: StopKey | null; points: number }
	| { kind: 'feedback'; stop: StopKey; face: Face }
	| { kind: 'incident'; incident: IncidentKind; stop: StopKey | null; text: string }
	/** « J’ai vu », of what came into force; the team may have said so before it heard of a later version. */
	| { kind: 'seen'; publication: string }
	/** Takes an event back, or an undo: what it took back then holds again. */
	| { kind: 'undo'; of: string };
export type SaidKind = Said['kind'];

/** One line of the day's log. Nothing is ever changed in it: what was wrong is taken back by another line. */
export interface DayEvent {
	/** Given by the phone, 128 bits: the same event sent again is recognised by it. */
	id: string;
	/** Which phone; the organiser's own lines carry `organizer`. */
	phone: string;
	/** 1, 2, 3… on that phone. */
	sequence: number;
	/** The phone's clock when it was said, milliseconds since 1970. */
	clock: number;
	/** To be added to `clock`, milliseconds, as measured between that phone and the server; null while unknown. */
	offset: number | null;
	/** Version of the plan that was on the screen. */
	plan: number;
	/** Letter of the team it is about; null for what the organiser says of a person. */
	team: string | null;
	/** The organiser's name, or a company's for the points it gives; empty for a team's phone. */
	by: string;
	said: Said;
	/** When the server received it, milliseconds since 1970; null while it waits on the phone. */
	arrived: number | null;
}

/** What the organiser's own lines carry as their phone. */
export const ORGANIZER = 'organizer';
/** What the lines of a company's own page carry. */
export const HOST = 'host';
