import { begun, type Company, type Problem } from '../problem';

/** A start that a company does not offer. Minutes; the day by its index. */
export interface Start {
	company: string;
	day: number;
	start: number;
}

/** Starts asked for are on the hour. */
const HOUR = 60;
/** The problem with these starts offered too. */
export const withStarts = (problem: Problem, starts: readonly Start[]): Problem => ({
	...problem,
	companies: problem.companies.map((company) => ({
		...company,
		starts: [
			...company.starts,
			...starts.flatMap(({ company: id, day, start }) =>
				id === company.id ? [[day, start] as [number, number]] : []
			)
		]
	}))
});

/** On the hour, when nothing the company already offers goes on, and within the hours of the day. */
export function startsToAsk({ days, now }: Problem, company: Company): Start[] {
	const { id, minutes, turnaround, starts } = company;
	const length = minutes + turnaround;
	return days.flatMap(({ start: opens, end: closes }, day) => {
		const taken = starts.filter(([on]) => on === day).map(([, start]) => start);
		const asked: Start[] = [];
		for (let start = Math.ceil(opens / HOUR) * HOUR; start + minutes <= closes; start += HOUR) {
			if (begun({ now }, day, start)) continue;
			if (taken.some((other) => Math.abs(other - start) < length)) continue;
			asked.push({ company: id, day, start });
			taken.push(start);
		}
		return asked;
	});
}
