import type { Minutes } from '$lib/domain/calendar';
import { cellsOf, teamsIn } from '$lib/domain/draft/cells';
import { french, plural } from '$lib/domain/french';
import { teamColour } from '$lib/domain/team';
import type { Selected } from '$lib/domain/draft/presence';
import type { DraftTable } from './draft-table.svelte';
import { lanesOf, type Lane } from '../planning/lanes';

export const views = { team: 'Par équipe', company: 'Par entreprise', person: 'Par personne' } as const;
export type View = keyof typeof views;

/** Something that lies on a row of the table. */
export interface Item {
	kind: 'visit' | 'drive' | 'lunch' | 'break';
	/** Of the visit or the break. */
	id: string | null;
	team: string;
	company: string | null;
	day: number;
	from: Minutes;
	to: Minutes;
	label: string;
	/** Where there is no room for the label. */
	short: string;
	/** Its part of the row's height, where visits or breaks overlap. */
	lane: Lane;
}

export interface Row {
	id: string;
	/** What choosing the row chooses. */
	selects: Selected;
	label: string;
	/** In a few words, under the label. */
	under: string;
	/** Letter of the team shown before the label; null in a row of a company. */
	team: string | null;
	items: Item[];
	/** Parts in the height of the row: more than one where visits or breaks overlap. */
	lanes: number;
}

/** The rows of the table, as it is looked at. */
export const rowsOf = (table: DraftTable, view: View): Row[] => plainRows(table, view).map(inLanes);

/** What can be taken hold of is side by side where it overlaps; road and lunch stay behind, in all the height. */
function inLanes(row: Omit<Row, 'lanes'>): Row {
	const solid = row.items.filter(({ kind }) => kind === 'visit' || kind === 'break');
	const lanes = lanesOf(solid);
	const laid = new Map(solid.map((item, i) => [item, lanes[i]!]));
	return {
		...row,
		items: row.items.map((item) => ({ ...item, lane: laid.get(item) ?? item.lane })),
		lanes: Math.max(1, ...lanes.map(({ of }) => of))
	};
}

function plainRows(table: DraftTable, view: View): Omit<Row, 'lanes'>[] {
	const items = itemsOf(table);
	switch (view) {
		case 'team':
			return table.view.teams.map((team) => ({
				id: team.letter,
				selects: { kind: 'team', id: team.letter },
				label: `Équipe ${team.letter}`,
				under: `${team.members.length} pers. · ${plural(team.visits, 'visite')}`,
				team: team.letter,
				items: items.filter((item) => item.team === team.letter)
			}));
		case 'company':
			return companiesOf(table).map((id) => {
				const received = items.filter((item) => item.kind === 'visit' && item.company === id);
				return {
					id,
					selects: { kind: 'company', id },
					label: table.names.company(id),
					under: received.length === 0 ? 'aucune visite' : plural(received.length, 'visite'),
					team: null,
					items: received.map((item) => ({ ...item, label: `Équipe ${item.team}`, short: item.team }))
				};
			});
		case 'person': {
			const of = new Map(table.view.people.map(({ id, team }) => [id, team]));
			const seated = cellsOf(table.cells, 'person').map(([id]) => id);
			const enrolled = table.data.ground.riders.participants.map(({ id }) => id);
			return [...new Set([...seated, ...enrolled])]
				.map((id) => ({ id, team: of.get(id) ?? null }))
				.map(({ id, team }) => ({
					id,
					selects: { kind: 'person' as const, id },
					label: table.names.person(id),
					under: team === null ? 'sans équipe' : '',
					team,
					items: team === null ? [] : items.filter((item) => item.team === team && item.kind !== 'drive')
				}))
				.sort((a, b) => french.compare(a.label, b.label));
		}
	}
}

/** Companies that can be visited and those that are, by name. */
export function companiesOf(table: DraftTable): string[] {
	const all = new Set([...table.data.open, ...table.plan.visits.map(({ company }) => company)]);
	return [...all].sort((a, b) => french.compare(table.names.company(a), table.names.company(b)));
}

const WHOLE: Lane = { lane: 0, of: 1 };

function itemsOf(table: DraftTable): Item[] {
	const { view, plan, dates, names } = table;
	const ids = new Map<string, string[]>();
	const key = (team: string, company: string, day: number, start: Minutes) =>
		[team, company, day, start].join(' ');
	for (const { id, team, company, day, start } of plan.visits) {
		const at = key(team, company, day, start);
		ids.set(at, [...(ids.get(at) ?? []), id]);
	}
	const breaks = cellsOf(table.cells, 'break').map(([id, rest]) => ({ id, ...rest }));
	return view.teams.flatMap((team) =>
		team.days.flatMap(({ day: { date }, steps }) => {
			const day = dates.indexOf(date);
			return steps.flatMap((step): Item[] => {
				const on = { team: team.letter, company: null, day, from: step.from, to: step.to, lane: WHOLE };
				switch (step.kind) {
					case 'visit': {
						const company = step.visit.companyId;
						const id = ids.get(key(team.letter, company, day, step.visit.start))?.shift() ?? null;
						return [
							{
								...on,
								kind: 'visit',
								id,
								company,
								label: names.company(company),
								short: names.company(company)
							}
						];
					}
					case 'drive':
						return [{ ...on, kind: 'drive', id: null, label: 'Route', short: '' }];
					case 'lunch':
						return [{ ...on, kind: 'lunch', id: null, label: 'Repas', short: '' }];
					case 'break': {
						const own = breaks.find((one) => one.team === team.letter && one.date === date && one.from === step.from); // prettier-ignore
						return [{ ...on, kind: 'break', id: own?.id ?? null, label: step.label || 'Pause', short: '' }];
					}
					case 'wait':
						return [];
				}
			});
		})
	);
}

/** Colour that goes with a team's letter. */
export const colourOf = (team: string): string => teamColour(team);

/** Letters of the teams, for whoever chooses one. */
export const lettersOf = (table: DraftTable): string[] => teamsIn(table.cells);
