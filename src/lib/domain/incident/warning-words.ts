import { idOf, kindOf, type CellChange, type DraftSeat, type DraftVisit } from '../draft/cells';
import { clock, dayAndMonth, plural, typeset } from '../french';

/** Somebody to warn of what changes for them, with a text to read or send. Says nothing of anybody's situation. */
export interface Warning {
	kind: 'company' | 'accompanist' | 'participant';
	id: string;
	text: string;
}

/** A team as it will be. */
interface Crew {
	letter: string;
	size: number;
	accompanistId: string | null;
	/** Its accompanist before, to be told when somebody else takes over. */
	formerAccompanistId: string | null;
}

/**
 * Whom to warn: hosts whose visit moves, goes or comes, or who receive more or fewer people; accompanists of the teams
 * that change; people who change team.
 * @param ahead visits to come, as they will be. @param sizes by team, before.
 */
export function warningsOf(
	changes: readonly CellChange[],
	crews: readonly Crew[],
	ahead: readonly DraftVisit[],
	sizes: ReadonlyMap<string, number>
): Warning[] {
	const visits = changes.flatMap(({ key, before, after }) =>
		kindOf(key) === 'visit'
			? [{ before: before as DraftVisit | null, after: after as DraftVisit | null }]
			: []
	);
	const byHost = new Map<string, string[]>();
	const tell = (company: string, text: string) => byHost.set(company, [...(byHost.get(company) ?? []), text]);
	for (const { before, after } of visits) {
		if (before && (!after || after.companyId !== before.companyId))
			tell(before.companyId, `L’équipe ${before.team}, attendue ${at(before)}, ne viendra pas.`);
		if (after && before?.companyId === after.companyId)
			tell(
				after.companyId,
				`L’équipe ${before.team}, attendue ${at(before)}, viendra ${at(after)}${before.team === after.team ? '' : ` (ce sera l’équipe ${after.team})`}.`
			);
		else if (after) tell(after.companyId, `L’équipe ${after.team} viendra ${at(after)}.`);
	}
	const touched = new Set(visits.flatMap(({ before, after }) => [before?.team, after?.team]));
	for (const { letter, size } of crews) {
		const was = sizes.get(letter) ?? 0;
		if (was === size || size === 0) continue;
		touched.add(letter);
		for (const visit of ahead.filter(({ team }) => team === letter))
			tell(visit.companyId, `L’équipe ${letter}, ${at(visit)}, viendra à ${plural(size, 'personne')} au lieu de ${was}.`); // prettier-ignore
	}
	const hosts = [...byHost].map(([id, texts]): Warning => ({ kind: 'company', id, text: said(texts) }));

	const guides = crews.flatMap(({ letter, accompanistId, formerAccompanistId }): Warning[] => {
		const replaced = formerAccompanistId !== accompanistId;
		if (!replaced && !touched.has(letter)) return [];
		const own = accompanistId
			? [{ kind: 'accompanist' as const, id: accompanistId, text: said([replaced ? `Vous accompagnez l’équipe ${letter}.` : `Le programme de l’équipe ${letter} change : ouvrez sa page.`]) }] // prettier-ignore
			: [];
		return own;
	});
	const people = changes.flatMap(({ key, before, after }): Warning[] => {
		if (kindOf(key) !== 'person') return [];
		const team = (after as DraftSeat | null)?.team ?? null;
		const was = (before as DraftSeat | null)?.team ?? null;
		return team && team !== was
			? [{ kind: 'participant', id: idOf(key), text: said([`Vous êtes maintenant dans l’équipe ${team}.`]) }]
			: [];
	});
	return [...hosts, ...guides, ...people];
}

const at = ({ date, start }: DraftVisit): string => `${dayAndMonth(date)} à ${clock(start)}`;

const said = (texts: readonly string[]): string =>
	typeset(`Rallye pour l’emploi. ${texts.join(' ')} Merci, et pardon pour ce changement.`);
