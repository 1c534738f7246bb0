import type { IsoDate, Minutes } from '../calendar';
import { same } from '../records';
import {
	cell,
	cellsOf,
	type CellChange,
	type CellKey,
	type CellValue,
	type Cells,
	type DraftBreak,
	type DraftCrew,
	type DraftVisit,
	type Pinnable
} from './cells';

/** What somebody does to a plan by hand. Ids of visits and breaks are given by whoever adds them. */
export type DraftEdit =
	| { kind: 'move-visit'; visit: string; team: string; date: IsoDate; start: Minutes }
	| { kind: 'swap-visits'; visits: [string, string] }
	| { kind: 'replace-company'; visit: string; companyId: string; minutes: Minutes }
	| { kind: 'add-visit'; visit: string; team: string; companyId: string; date: IsoDate; start: Minutes; minutes: Minutes } // prettier-ignore
	| { kind: 'remove-visit'; visit: string }
	| { kind: 'set-length'; visit: string; minutes: Minutes }
	| { kind: 'pin-visit'; visit: string; pinned: Pinnable[] }
	| ({ kind: 'put-break'; break: string } & DraftBreak)
	| { kind: 'remove-break'; break: string }
	| { kind: 'move-person'; person: string; team: string | null }
	| { kind: 'set-crew'; team: string; part: keyof DraftCrew; id: string | null };

/**
 * What an edit changes; nothing when what it speaks of is not there any more, or is so already. A car or somebody taken
 * from another team leaves it what this one had: a seat never serves two teams by accident.
 */
export function changesOf(cells: Cells, edit: DraftEdit): CellChange[] {
	return after(cells, edit)
		.map(([key, value]) => ({ key, before: cells[key] ?? null, after: value }))
		.filter((change) => !same(change.before, change.after));
}

type After = [CellKey, CellValue | null][];

function after(cells: Cells, edit: DraftEdit): After {
	switch (edit.kind) {
		case 'move-visit': {
			const { team, date, start } = edit;
			return onVisit(cells, edit.visit, (visit) => ({
				...visit,
				team,
				date,
				start,
				end: start + visit.end - visit.start
			}));
		}
		case 'swap-visits':
			return swapped(cells, edit.visits);
		case 'replace-company': {
			const { companyId, minutes } = edit;
			return onVisit(cells, edit.visit, (visit) => ({
				...visit,
				companyId,
				end: visit.start + minutes,
				pinned: []
			}));
		}
		case 'add-visit': {
			const { team, companyId, date, start, minutes } = edit;
			return [[`visit:${edit.visit}`, { team, companyId, date, start, end: start + minutes, pinned: [] }]];
		}
		case 'remove-visit':
			return [[`visit:${edit.visit}`, null]];
		case 'set-length':
			return onVisit(cells, edit.visit, (visit) => ({ ...visit, end: visit.start + edit.minutes }));
		case 'pin-visit':
			return onVisit(cells, edit.visit, (visit) => ({ ...visit, pinned: [...edit.pinned].sort() }));
		case 'put-break': {
			const { team, date, from, to, label } = edit;
			return [[`break:${edit.break}`, { team, date, from, to, label }]];
		}
		case 'remove-break':
			return [[`break:${edit.break}`, null]];
		case 'move-person':
			return [[`person:${edit.person}`, { team: edit.team }]];
		case 'set-crew':
			return crewed(cells, edit.team, edit.part, edit.id);
	}
}

function onVisit(cells: Cells, id: string, change: (visit: DraftVisit) => DraftVisit): After {
	const visit = cell(cells, 'visit', id);
	return visit ? [[`visit:${id}`, change(visit)]] : [];
}

/** Each takes the other's team, day and hour, and keeps its own length. */
function swapped(cells: Cells, [a, b]: [string, string]): After {
	const [one, other] = [cell(cells, 'visit', a), cell(cells, 'visit', b)];
	if (!one || !other) return [];
	const at = (visit: DraftVisit, { team, date, start }: DraftVisit): DraftVisit => ({
		...visit,
		team,
		date,
		start,
		end: start + visit.end - visit.start
	});
	return [
		[`visit:${a}`, at(one, other)],
		[`visit:${b}`, at(other, one)]
	];
}

const people = ['accompanistId', 'driverId'] as const;

function crewed(cells: Cells, team: string, part: keyof DraftCrew, id: string | null): After {
	const own = cell(cells, 'crew', team);
	if (!own) return [];
	const parts = part === 'vehicleId' ? ([part] as const) : people;
	const result = new Map<string, DraftCrew>([[team, { ...own, [part]: id }]]);
	if (id !== null)
		for (const [letter, crew] of cellsOf(cells, 'crew'))
			for (const there of parts) {
				if (crew[there] !== id || (letter === team && there === part)) continue;
				result.set(letter, { ...(result.get(letter) ?? crew), [there]: own[part] });
			}
	return [...result].map(([letter, crew]) => [`crew:${letter}`, crew]);
}
