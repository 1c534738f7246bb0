import type { Model, Solution } from './model';

interface Booking {
	day: number;
	start: number;
	team: number;
}

/** Who is where: tells whether one more team can be received at a start. */
export class Occupancy {
	private readonly bookings: Booking[][];

	constructor(
		private readonly model: Model,
		solution: Solution,
		without?: number
	) {
		this.bookings = model.companies.map(() => []);
		solution.forEach((stops, team) => {
			if (team !== without)
				for (const { company, day, start } of stops) this.bookings[company]!.push({ day, start, team });
		});
	}

	received(company: number): number {
		return this.bookings[company]!.length;
	}

	/** Whether the company's count over the rally allows one more visit. */
	hasVisitLeft(company: number): boolean {
		return this.received(company) < this.model.companies[company]!.visits[1];
	}

	/** Whether a team can be there at that start: teams at once, rest between visits, people of one start. */
	accepts(company: number, day: number, start: number, team: number): boolean {
		const { minutes, teamsAtOnce, people, turnaround } = this.model.companies[company]!;
		const bookings = this.bookings[company]!;
		let together = this.model.teams[team]!.size;
		let overlapping = 0;
		for (const other of bookings) {
			if (other.day !== day) continue;
			if (other.start === start) together += this.model.teams[other.team]!.size;
			if (Math.abs(other.start - start) >= minutes + (other.start === start ? 0 : turnaround)) continue;
			overlapping++;
		}
		if (together > people) return false;
		if (overlapping < teamsAtOnce) return true;
		return (
			this.mostAtOnce(
				bookings
					.filter((other) => other.day === day)
					.map((other) => other.start)
					.concat(start),
				minutes + turnaround
			) <= teamsAtOnce
		);
	}

	/** Most visits going on at one moment. */
	private mostAtOnce(starts: number[], minutes: number): number {
		return Math.max(
			...starts.map((at) => starts.filter((start) => start <= at && at < start + minutes).length)
		);
	}
}
