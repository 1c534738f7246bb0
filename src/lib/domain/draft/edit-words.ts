import { clock, dayAndMonth, duration, listed } from '../french';
import {
	idOf,
	kindOf,
	pinnable,
	type CellChange,
	type CellValue,
	type DraftBreak,
	type DraftCrew,
	type DraftSeat,
	type DraftVisit
} from './cells';

export interface DraftNames {
	company(id: string): string;
	person(id: string): string;
	vehicle(id: string): string;
	accompanist(id: string): string;
}

/** What a change did, in French, as the history and the person who meets a conflict read it. Says no status. */
export function changeWords({ key, before, after }: CellChange, names: DraftNames): string {
	switch (kindOf(key)) {
		case 'visit':
			return visitWords(before as DraftVisit | null, after as DraftVisit | null, names);
		case 'break':
			return breakWords(before as DraftBreak | null, after as DraftBreak | null);
		case 'person': {
			const [from, to] = [(before as DraftSeat | null)?.team, (after as DraftSeat | null)?.team];
			const who = names.person(idOf(key));
			if (!to) return from ? `${who} quitte l’équipe ${from}` : `${who} n’est dans aucune équipe`;
			return from ? `${who} passe de l’équipe ${from} à l’équipe ${to}` : `${who} rejoint l’équipe ${to}`;
		}
		case 'crew':
			return crewWords(idOf(key), before as DraftCrew | null, after as DraftCrew | null, names);
	}
}

/** Several changes made at once. */
export const changesWords = (changes: readonly CellChange[], names: DraftNames): string =>
	listed(changes.map((change) => changeWords(change, names)));

const at = ({ team, date, start }: DraftVisit) => `équipe ${team}, ${dayAndMonth(date)} à ${clock(start)}`;

function visitWords(before: DraftVisit | null, after: DraftVisit | null, names: DraftNames): string {
	if (!after) return before ? `${names.company(before.companyId)} retirée (${at(before)})` : 'rien';
	const name = names.company(after.companyId);
	if (!before) return `${name} ajoutée (${at(after)})`;
	if (before.companyId !== after.companyId)
		return `${name} à la place de ${names.company(before.companyId)} (${at(after)})`;
	if (before.team !== after.team || before.date !== after.date || before.start !== after.start)
		return `${name} : de ${at(before)}, à ${at(after)}`;
	const length = (visit: DraftVisit) => visit.end - visit.start;
	if (length(before) !== length(after))
		return `${name} : ${duration(length(after))} au lieu de ${duration(length(before))} (${at(after)})`;
	return after.pinned.length > 0
		? `${name} : ${listed(after.pinned.map((part) => pinnable[part]))} à garder (${at(after)})`
		: `${name} : plus rien à garder (${at(after)})`;
}

function breakWords(before: DraftBreak | null, after: DraftBreak | null): string {
	const said = ({ label, team, date, from, to }: DraftBreak) =>
		`${label || 'pause'} (équipe ${team}, ${dayAndMonth(date)} de ${clock(from)} à ${clock(to)})`;
	if (!after) return before ? `${said(before)} retirée` : 'rien';
	return before ? `${said(before)} devient ${said(after)}` : `${said(after)} ajoutée`;
}

function crewWords(
	team: string,
	before: DraftCrew | null,
	after: DraftCrew | null,
	{ vehicle, accompanist }: DraftNames
): string {
	if (!after) return `équipe ${team} retirée`;
	const parts = [
		['vehicleId', 'véhicule', vehicle],
		['accompanistId', 'accompagnateur', accompanist],
		['driverId', 'au volant', accompanist]
	] as const;
	const said = parts.flatMap(([part, label, name]) => {
		const [was, is] = [before?.[part] ?? null, after[part]];
		if (was === is) return [];
		return [`${label} : ${is ? name(is) : 'personne d’autre'}${was ? ` au lieu de ${name(was)}` : ''}`];
	});
	return `équipe ${team}, ${said.length > 0 ? listed(said) : 'ajoutée'}`;
}

/** What stands in a cell now, in French: shown to the second of two people who changed it. */
export function valueWords(key: CellChange['key'], value: CellValue | null, names: DraftNames): string {
	if (!value) return 'retiré';
	switch (kindOf(key)) {
		case 'visit': {
			const visit = value as DraftVisit;
			return `${names.company(visit.companyId)}, ${at(visit)}, ${duration(visit.end - visit.start)}`;
		}
		case 'break':
			return breakWords(null, value as DraftBreak);
		case 'person': {
			const { team } = value as DraftSeat;
			return `${names.person(idOf(key))} ${team ? `dans l’équipe ${team}` : 'dans aucune équipe'}`;
		}
		case 'crew':
			return crewWords(idOf(key), null, value as DraftCrew, names);
	}
}
