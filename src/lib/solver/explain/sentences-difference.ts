import { clock, listed, plural } from '../../domain/french';
import type { Visit } from '../plan';
import type { Names } from '../explain';
import type { Change, Difference } from './difference';

const when = ({ day, start }: Visit, names: Names): string => `${names.day(day)} ${clock(start)}`;

/** A change as the organizer reads it: « l’équipe B : la visite chez X passe de mardi 10 h à mardi 11 h. » */
export function changeSentence(change: Change, names: Names): string {
	const team = names.team(change.team);
	switch (change.kind) {
		case 'moved': {
			const { before, after } = change;
			const visit = `${team} : la visite chez ${names.company(after.company)}`;
			return before.day === after.day && before.start === after.start
				? `${visit}, ${when(after, names)}, finit à ${clock(after.end)} au lieu de ${clock(before.end)}.`
				: `${visit} passe de ${when(before, names)} à ${when(after, names)}.`;
		}
		case 'replaced': {
			const { before, after } = change;
			const hours = before.start === after.start ? '' : ` (au lieu de ${clock(before.start)})`;
			return `${team} : ${when(after, names)}${hours}, ${names.company(after.company)} remplace ${names.company(before.company)}.`;
		}
		case 'added':
			return `${team} : une visite de plus, chez ${names.company(change.after.company)}, ${when(change.after, names)}.`;
		case 'removed':
			return `${team} : plus de visite chez ${names.company(change.before.company)}, ${when(change.before, names)}.`;
	}
}

/** The same changes as one company lives them, in the words to tell it with. */
export function companySentences({ changes }: Difference, company: string, names: Names): string[] {
	return changes.flatMap((change) => {
		const team = names.team(change.team);
		const gone = change.before?.company === company ? change.before : null;
		const come = change.after?.company === company ? change.after : null;
		if (gone && come) {
			return [
				gone.day === come.day && gone.start === come.start
					? `${team} vient toujours ${when(come, names)}, jusqu’à ${clock(come.end)} au lieu de ${clock(gone.end)}.`
					: `${team} vient ${when(come, names)} au lieu de ${when(gone, names)}.`
			];
		}
		if (gone) return [`${team} ne vient plus ${when(gone, names)}.`];
		return come ? [`${team} vient ${when(come, names)}.`] : [];
	});
}

/** How much changes, and who must be told. */
export function differenceSentence({ teams, changes, warned }: Difference, names: Names): string {
	if (changes.length === 0) return 'Rien ne change.';
	const kept = teams.reduce((sum, team) => sum + team.kept.length, 0);
	return `${plural(changes.length, 'visite change', 'visites changent')}, ${plural(kept, 'reste', 'restent')} comme avant. À prévenir : ${listed([...warned.teams.map(names.team), ...warned.companies.map(names.company)])}.`;
}
