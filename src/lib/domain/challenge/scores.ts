import type { DayEvent } from '../day/event';
import { pointsOf } from '../day/gathered';

export interface TeamScore {
	team: string;
	total: number;
	/** Points by challenge, over all its stops. */
	by: Record<string, number>;
	/** 1 for the most points; teams with as many share a rank. */
	rank: number;
}

/** The board: every team of the plan, those with the most points first. A challenge chosen no more counts no more. */
export function scores(
	teams: readonly string[],
	chosen: readonly string[],
	events: readonly DayEvent[]
): TeamScore[] {
	const given = pointsOf(events).filter(({ challenge }) => chosen.includes(challenge));
	const rows = teams.map((team) => {
		const by: Record<string, number> = {};
		for (const { challenge, points } of given.filter((one) => one.team === team))
			by[challenge] = (by[challenge] ?? 0) + points;
		return { team, by, total: Object.values(by).reduce((sum, points) => sum + points, 0) };
	});
	return rows
		.map((row) => ({ ...row, rank: 1 + rows.filter(({ total }) => total > row.total).length }))
		.sort((a, b) => a.rank - b.rank || (a.team < b.team ? -1 : 1));
}
