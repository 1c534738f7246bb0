import type { Model } from '../model';
import type { Slots } from './slots';
import type { TeamClass } from './team-classes';

/** A row of the master problem that several teams share: `lower ≤ Σ ≤ upper`. */
export interface Row {
	lower: number;
	upper: number;
	/** What makes up for being under `lower`: each unit costs so much, at that level. */
	slack: { level: 'promises' | 'comfort'; cost: number } | null;
	/** What the row says, to explain it. */
	says:
		| { kind: 'most-visits' | 'least-visits' | 'hiring'; company: number }
		| { kind: 'at-once' | 'people'; company: number; day: number; start: number }
		| { kind: 'pin'; pin: number };
	/** Whether a visit counts for one, or for the people of its team. */
	counts: 'visit' | 'people';
}

/** The rows, and for each slot those it counts in whoever makes the visit. */
export interface Coupling {
	rows: Row[];
	/** By slot, numbers of rows. */
	rowsOf: number[][];
	/** A pin counts only the visits that answer it: of its team, in its place of the day. */
	pins: { row: number; slots: Set<number>; team: number | null; order: number | null }[];
}

/** What couples the teams: hosts and what is promised to them, pins. §2 and §3 of the problem. */
export function couplingOf(model: Model, slots: Slots): Coupling {
	const rows: Row[] = [];
	const rowsOf: number[][] = Array.from({ length: slots.count }, () => []);
	const add = (row: Row, of: Iterable<number>) => {
		for (const slot of of) rowsOf[slot]!.push(rows.length);
		rows.push(row);
	};
	const { comfort, pins } = model.problem;

	model.companies.forEach(
		({ visits: [min, max], hiring, minutes, turnaround, teamsAtOnce, people }, company) => {
			const all = slots.of[company]!.flat();
			const most = model.teams.filter((_, team) => model.admits[team]![company]).length;
			if (max < most)
				add(
					{
						lower: -Infinity,
						upper: max,
						slack: null,
						says: { kind: 'most-visits', company },
						counts: 'visit'
					},
					all
				);
			if (min > 0) {
				const slack = { level: 'promises', cost: 1 } as const;
				add(
					{ lower: min, upper: Infinity, slack, says: { kind: 'least-visits', company }, counts: 'visit' },
					all
				);
			}
			const wanted = Math.min(comfort.hiringWanted, max);
			if (hiring && wanted > 0 && comfort.hiring > 0) {
				const slack = { level: 'comfort', cost: comfort.hiring } as const;
				add(
					{ lower: wanted, upper: Infinity, slack, says: { kind: 'hiring', company }, counts: 'visit' },
					all
				);
			}
			slots.of[company]!.forEach((own, day) => {
				if (teamsAtOnce < most) {
					for (const clique of cliques(
						own.map((slot) => slots.start[slot]!),
						minutes + turnaround
					)) {
						const of = clique.map((i) => own[i]!);
						const says = { kind: 'at-once', company, day, start: slots.start[of.at(-1)!]! } as const;
						add({ lower: -Infinity, upper: teamsAtOnce, slack: null, says, counts: 'visit' }, of);
					}
				}
				if (teamsAtOnce > 1 && crowds(model, company)) {
					for (const slot of own) {
						const says = { kind: 'people', company, day, start: slots.start[slot]! } as const;
						add({ lower: -Infinity, upper: people, slack: null, says, counts: 'people' }, [slot]);
					}
				}
			});
		}
	);

	const pinned = pins.map((pin, i) => {
		const of = Array.from({ length: slots.count }, (_, slot) => slot).filter(
			(slot) =>
				(pin.company === undefined || model.companies[slots.company[slot]!]!.id === pin.company) &&
				(pin.day === undefined || slots.day[slot] === pin.day) &&
				(pin.start === undefined || slots.start[slot] === pin.start)
		);
		const row = rows.length;
		const slack = { level: 'promises', cost: 1 } as const;
		add({ lower: 1, upper: Infinity, slack, says: { kind: 'pin', pin: i }, counts: 'visit' }, []);
		const team = pin.team === undefined ? null : model.teams.findIndex(({ id }) => id === pin.team);
		return { row, slots: new Set(of), team, order: pin.order ?? null };
	});
	return { rows, rowsOf, pins: pinned };
}

/** By day and route, what pins to a place in the day add to the routes that answer them; null without such pins. */
export function orderWorth(
	{ pins }: Coupling,
	{ teams, pools }: TeamClass,
	value: (row: number) => number
): (Float64Array | undefined)[] | null {
	const ordered = pins.filter(
		({ order, team, row }) => order !== null && (team === null || team === teams[0]) && value(row) !== 0
	);
	if (ordered.length === 0) return null;
	return pools.map(({ size, first, stops }) => {
		const worth = new Float64Array(size);
		for (const { order, slots, row } of ordered)
			for (let route = 0; route < size; route++) {
				const at = first[route]! + order!;
				if (at < first[route + 1]! && slots.has(stops[at]!)) worth[route]! += value(row);
			}
		return worth;
	});
}

/** Largest groups of starts (ascending) whose visits go on together at the last one of the group. */
function cliques(starts: number[], minutes: number): number[][] {
	const groups = starts.map((at, last) =>
		starts.flatMap((start, i) => (i <= last && start > at - minutes ? [i] : []))
	);
	return groups.filter((group, i) => {
		const next = groups[i + 1];
		return group.length > 0 && !(next && group.every((start) => next.includes(start)));
	});
}

/** Whether the teams that a company receives at one start can be too many people. */
export function crowds(
	{ teams, admits, companies }: Pick<Model, 'teams' | 'admits' | 'companies'>,
	company: number
): boolean {
	const sizes = teams.flatMap(({ size }, team) => (admits[team]![company] ? [size] : []));
	const most = sizes.sort((a, b) => b - a).slice(0, companies[company]!.teamsAtOnce);
	return most.reduce((sum, size) => sum + size, 0) > companies[company]!.people;
}
