import { duration, plural } from '../../domain/french';
import type { Names } from '../explain';
import type { Break, Robustness, Spot, TeamRobustness } from './robustness';

const breaks: Record<Break, (spot: Spot, names: Names) => string> = {
	late: ({ to }, names) => `${names.company(to!)} attendrait`,
	lunch: () => 'le repas n’aurait plus sa place',
	home: () => 'le retour serait trop tard'
};

function where({ day, from, to }: Spot, names: Names): string {
	if (from === null) return `le ${names.day(day)} au départ`;
	return to === null
		? `le ${names.day(day)} au retour, après ${names.company(from)}`
		: `le ${names.day(day)} entre ${names.company(from)} et ${names.company(to)}`;
}

/** The tightest place of a team's way, and what a delay would break there. */
export function slackSentence({ team, weakest }: TeamRobustness, minutes: number, names: Names): string {
	if (!weakest) return `${names.team(team)} n’a pas de visite.`;
	const slack = weakest.slack > 0 ? `que ${duration(weakest.slack)} de marge` : 'aucune marge';
	return weakest.slack >= minutes
		? `${names.team(team)} absorbe ${duration(minutes)} de retard partout : sa plus petite marge est de ${duration(weakest.slack)}, ${where(weakest, names)}.`
		: `${names.team(team)} n’a ${slack} ${where(weakest, names)} : avec ${duration(minutes)} de retard, ${breaks[weakest.breaks](weakest, names)}.`;
}

/** How many teams bear a delay, and how many bear somebody absent. */
export function robustnessSentences({
	minutes,
	absent,
	minSize,
	teams,
	surviveDelay,
	surviveAbsence
}: Robustness): string[] {
	const of = (count: number) => `${plural(count, 'équipe')} sur ${teams.length}`;
	return [
		`${of(surviveDelay)} ${surviveDelay < 2 ? 'absorbe' : 'absorbent'} ${duration(minutes)} de retard n’importe où.`,
		`${of(surviveAbsence)} ${surviveAbsence < 2 ? 'compte' : 'comptent'} encore ${plural(minSize, 'personne')} avec ${plural(absent, 'absence')}.`
	];
}
