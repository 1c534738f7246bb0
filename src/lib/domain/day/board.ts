import type { Minutes } from '../calendar';
import { clock, duration, plural, typeset } from '../french';
import { missReasons, readStopKey, isReturn, type StopKey } from './event';
import type { PlannedStop } from './stops';
import { expectedStops, type ExpectedStop, type TeamState } from './team-state';

/** Behind by so much, a host is worth a call. Minutes. */
export const WORTH_A_CALL = 10;
/** Behind by so much without a word, a team is worth a call. Minutes. */
export const SILENT_FOR = 20;

/** A team's line on the control board. */
export interface BoardTeam {
	letter: string;
	/** « en route vers X », with the hour it was said. */
	where: string;
	/** Where the plan has it now. */
	planned: string;
	/** Minutes behind at the next stop, time that passes in silence included. */
	late: Minutes;
	tone: 'good' | 'warn' | 'bad' | '';
	next: { key: StopKey; name: string; planned: Minutes; expected: Minutes } | null;
	/** « 5 à bord » of « 7 attendus », driver and accompanist included; null when nobody counted. */
	aboard: { counted: number; expected: number } | null;
	lastSaid: number | null;
	/** Nothing was said although something should have been. */
	silent: boolean;
	/** Visits done, missed, and in all. */
	done: number;
	missed: { name: string; why: string }[];
	/** Hosts to warn, with the text. */
	warn: { key: StopKey; companyId: string; name: string; text: string }[];
	/** Stops of the day, in order, as they stand. */
	stops: {
		key: StopKey;
		name: string;
		phase: TeamState['stops'][number]['phase'];
		from: Minutes;
		expected: Minutes | null;
	}[];
}

interface Line {
	planned: readonly PlannedStop[];
	state: TeamState;
	/** Members, accompanist and driver. */
	expected: number;
}

/**
 * Where a team should be and is.
 * @param now minutes since midnight; null when the day shown is not the day that it is.
 * @param nameOf name of a company, by id.
 */
export function boardTeam(
	{ planned, state, expected: people }: Line,
	now: Minutes | null,
	nameOf: (companyId: string) => string
): BoardTeam {
	const named = (key: StopKey) => (isReturn(key) ? 'le retour' : nameOf(readStopKey(key)!.companyId));
	const expected = state.where.kind === 'back' ? [] : expectedStops(planned, state.stops, now);
	const startOf = new Map(planned.map(({ key, from }) => [key, from]));
	const visiting = state.where.kind === 'visiting' || state.where.kind === 'at-door';
	const ahead = expected.filter(({ key }) => !visiting || key !== (state.where as { stop: StopKey }).stop);
	const first = ahead[0] ?? null;
	const late = first?.late ?? 0;
	const silent = now !== null && isSilent(planned, state, now);
	const aboard = state.headCount && { counted: state.headCount.aboard, expected: people };
	return {
		letter: state.team,
		where: whereInWords(state, named),
		planned: now === null ? '' : plannedInWords(planned, now, named),
		late,
		tone: toneOf({ late, silent, short: aboard !== null && aboard.counted < aboard.expected, said: state.lastSaid !== null }), // prettier-ignore
		next: first && { key: first.key, name: named(first.key), planned: startOf.get(first.key)!, expected: first.start }, // prettier-ignore
		aboard,
		lastSaid: state.lastSaid,
		silent,
		done: state.stops.filter(({ key, phase }) => phase === 'finished' && !isReturn(key)).length,
		missed: state.stops.flatMap(({ key, missed }) => (missed ? [{ name: named(key), why: missReasons[missed.why] }] : [])), // prettier-ignore
		warn: ahead
			.filter(({ key, late: behind }) => behind >= WORTH_A_CALL && !isReturn(key))
			.map((stop) => warning(stop, state.team, startOf.get(stop.key)!, named)),
		stops: state.stops.map(({ key, phase }) => ({
			key,
			name: named(key),
			phase,
			from: startOf.get(key) ?? 0,
			expected: expected.find((one) => one.key === key)?.start ?? null
		}))
	};
}

function warning({ key, start }: ExpectedStop, team: string, from: Minutes, named: (key: StopKey) => string) {
	return {
		key,
		companyId: readStopKey(key)!.companyId,
		name: named(key),
		text: typeset(
			`Rallye pour l’emploi. L’équipe ${team}, attendue à ${clock(from)}, a du retard : elle arrivera vers ${clock(rounded(start))}, ${duration(rounded(start) - from)} plus tard. Pouvez-vous toujours la recevoir ? Merci, et pardon.`
		)
	};
}

/** By five minutes, upwards: nobody is told 10 h 03. */
const rounded = (minutes: Minutes): Minutes => Math.ceil(minutes / 5) * 5;

function whereInWords({ where }: TeamState, named: (key: StopKey) => string): string {
	switch (where.kind) {
		case 'unsaid':
			return 'rien dit encore';
		case 'on-road':
			return isReturn(where.stop) ? 'sur le retour' : `en route vers ${named(where.stop)}`;
		case 'at-door':
			return `devant ${named(where.stop)}`;
		case 'visiting':
			return `en visite, ${named(where.stop)}`;
		case 'left':
			return `sortie de ${named(where.stop)}`;
		case 'back':
			return 'rentrée';
	}
}

function plannedInWords(
	planned: readonly PlannedStop[],
	now: Minutes,
	named: (key: StopKey) => string
): string {
	const next = planned.find(({ to }) => now < to) ?? null;
	if (!next) return 'rentrée';
	if (now >= next.from && !isReturn(next.key)) return `en visite, ${named(next.key)}`;
	if (now >= next.leave) return isReturn(next.key) ? 'sur le retour' : `en route vers ${named(next.key)}`;
	return next === planned[0] ? `départ à ${clock(next.leave)}` : `repart à ${clock(next.leave)}`;
}

/** Something was due, and for a while nothing has been said. */
function isSilent(
	planned: readonly PlannedStop[],
	{ where, stops, lastSaid }: TeamState,
	now: Minutes
): boolean {
	if (where.kind === 'back') return false;
	const phase = new Map(stops.map((stop) => [stop.key, stop.phase]));
	const due = planned.findLast(({ leave }) => leave + SILENT_FOR <= now);
	if (!due) return false;
	return lastSaid === null || phase.get(due.key) === 'ahead';
}

function toneOf({
	late,
	silent,
	short,
	said
}: {
	late: number;
	silent: boolean;
	short: boolean;
	said: boolean;
}): BoardTeam['tone'] {
	// prettier-ignore
	if (short || late >= 2 * WORTH_A_CALL) return 'bad';
	if (silent || late >= WORTH_A_CALL) return 'warn';
	return said ? 'good' : '';
}

export const lateInWords = (late: Minutes): string =>
	late < 5 ? 'à l’heure' : `${plural(Math.round(late), 'minute')} de retard`;
