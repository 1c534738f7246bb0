import { halfDay, noonOf, type HalfDay } from '$lib/domain/calendar';
import { cell, type CellChange } from '$lib/domain/draft/cells';
import { halfDayInWords, plural, typeset } from '$lib/domain/french';
import { fullName } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { sayAsOrganizer } from '../day/correct-day';
import type { Editor } from '../records/edit-record';
import { readSituation, type DayInHand } from './situation';
import { toWarn, type ToWarn } from './to-warn';

/** People who miss one half-day and come back. */
export interface Away {
	kind: 'away';
	people: string[];
	half: HalfDay;
}

/** What that comes to: the plan stays as it is, and each keeps their seat. In French. */
export interface ShownAway {
	half: HalfDay;
	people: string[];
	says: string[];
	/** Teams left with too few. */
	short: string[];
	/** Hosts of that half-day who receive fewer people. */
	warn: ToWarn[];
}

type AwayError = { code: 'no-plan' | 'not-concerned' };

/** Nothing is written. @param at the instant it is: a visit begun concerns nobody any more. */
export async function awayForHalfDay(
	db: Db,
	rally: Rally,
	{ people, half }: Away,
	at: Date
): Promise<Result<ShownAway, AwayError>> {
	const inHand = await readSituation(db, rally, at);
	if (!inHand) return err({ code: 'no-plan' });
	const seats = seatsOf(inHand, people);
	if (seats.length === 0) return err({ code: 'not-concerned' });
	const changes = seats.map(({ person, team }): CellChange => ({ key: `person:${person}`, before: { team }, after: { team: null } })); // prettier-ignore
	const day = rally.programme.find(({ date }) => half.startsWith(date));
	if (!day) return err({ code: 'not-concerned' });
	const noon = noonOf(day);
	const hosts = toWarn(
		inHand,
		changes,
		({ date, start }) => halfDay(date, start < noon ? 'morning' : 'afternoon') === half
	).filter(({ kind }) => kind === 'company');
	return ok({
		half,
		people: seats.map(({ person }) => person),
		says: seats.map(({ name, team }) =>
			typeset(`${name} est noté·e absent·e le ${halfDayInWords(half)}, et garde sa place dans l’équipe ${team}.`)
		), // prettier-ignore
		short: tooFew(inHand, seats),
		warn: hosts
	});
}

/** Writes it in the day's log, in the car where they were expected. */
export async function noteAway(
	db: Db,
	rally: Rally,
	away: Away,
	at: Date,
	editor: Editor
): Promise<Result<ShownAway, AwayError>> {
	const shown = await awayForHalfDay(db, rally, away, at);
	if (!shown.ok) return shown;
	const { half } = away;
	const inHand = await readSituation(db, rally, at);
	const lines = seatsOf(inHand!, away.people).map(({ person, team }) => ({
		team,
		said: { kind: 'presence', person, half, state: 'absent', from: null, reason: '' } as const
	}));
	await sayAsOrganizer(db, rally, lines, editor, at);
	return shown;
}

interface Seat {
	person: string;
	name: string;
	team: string;
}

const seatsOf = ({ cells, dossier }: DayInHand, people: readonly string[]): Seat[] =>
	people.flatMap((id) => {
		const team = cell(cells, 'person', id)?.team;
		const known = dossier.participants.find((one) => one.id === id);
		return team && known ? [{ person: id, name: fullName(known), team }] : [];
	});

function tooFew({ plan, situation }: DayInHand, seats: readonly Seat[]): string[] {
	const { min } = situation.ground.riders.size;
	return plan.teams.flatMap(({ letter, memberIds }) => {
		const away = seats.filter(({ team }) => team === letter).length;
		const left = memberIds.length - away;
		return away === 0 || left >= min
			? []
			: [
					typeset(
						`Équipe ${letter} : il reste ${plural(left, 'personne')}, au moins ${min} demandées. Pour faire venir quelqu’un d’une autre équipe, choisissez « jusqu’à la fin du rallye ».`
					)
				];
	});
}
