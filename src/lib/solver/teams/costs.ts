import type { Cast } from './cast';
import type { Crews } from './crews';
import { criteria, levelsInOrder, type Company, type Criterion } from './criteria';
import type { Level } from './problem';

/** One team while teams are being formed: indices of its people, of its crew among those possible. */
export interface Team {
	members: number[];
	crew: number;
}

/** Values of the levels, in the order in which they are compared. */
export type Values = number[];

/** What each team costs on each level, remembered where it is asked again and again. */
export class Costs {
	readonly order: Level[];
	/** Levels that are the worst team's rather than a sum. */
	readonly worst: boolean[];
	/** Every company met, by number. */
	readonly companies: Company[] = [];
	private readonly numbers = new Map<number, number>();
	private readonly rides: Values[][] = [];
	private readonly ofPeople: [level: number, cost: NonNullable<Criterion['people']>][];
	private readonly ofRide: [level: number, cost: NonNullable<Criterion['ride']>][];

	constructor(
		readonly cast: Cast,
		readonly crews: Crews
	) {
		this.order = levelsInOrder(cast.problem);
		const at = (level: Level) => this.order.indexOf(level);
		this.worst = this.order.map((level) => criteria.some((one) => one.level === level && one.worst));
		this.ofPeople = criteria.flatMap(({ level, people }) => (people ? [[at(level), people]] : []));
		this.ofRide = criteria.flatMap(({ level, ride }) => (ride ? [[at(level), ride]] : []));
	}

	/** What a team costs for who is in it, whatever it rides in. */
	people(members: readonly number[], values: Values = new Array<number>(this.order.length)): Values {
		values.fill(0);
		for (let i = 0; i < this.ofPeople.length; i++) {
			const [level, cost] = this.ofPeople[i]!;
			values[level]! += cost(this.cast, members);
		}
		return values;
	}

	/** Number of the company that these people are to a crew. */
	company(members: readonly number[]): number {
		const { inChair, there, refused, hostSets, lockOf } = this.cast;
		let [chairs, rides, lock] = [0, 0, -1];
		let away = refused.sizes[members.length]!;
		for (const person of members) {
			chairs += inChair[person]!;
			rides |= there.people[person]!;
			away = hostSets.join(away, refused.people[person]!);
			lock = Math.max(lock, lockOf[person]!);
		}
		const key = (((away * 256 + members.length) * 64 + chairs) * 4096 + rides) * 64 + lock + 1;
		const known = this.numbers.get(key);
		if (known !== undefined) return known;
		this.companies.push({ size: members.length, chairs, rides, refused: away, lock });
		this.rides.push([]);
		this.numbers.set(key, this.companies.length - 1);
		return this.companies.length - 1;
	}

	/** What a company costs for the crew it is put with. */
	ride(company: number, crew: number): Values {
		return (this.rides[company]![crew] ??= this.rideOf(this.companies[company]!, crew));
	}

	/** Whether the locks let this company ride with that crew. */
	matches(company: number, crew: number): boolean {
		const { locks } = this.cast;
		const mine = this.companies[company]!.lock;
		const its = this.crews.crews[crew]!.lock;
		if (mine < 0) return its < 0 || locks[its]!.people.length === 0;
		const { vehicle, accompanist, driver } = locks[mine]!;
		return its === (vehicle < 0 && accompanist < 0 && driver < 0 ? -1 : mine);
	}

	/** What one team costs on each level. */
	team({ members, crew }: Team): Values {
		const ride = this.ride(this.company(members), crew);
		return this.people(members).map((value, level) => value + ride[level]!);
	}

	/** What these teams are worth on each level, in order. */
	all(teams: readonly Team[]): Values {
		return this.total(teams.map((team) => this.team(team)));
	}

	total(teams: readonly Values[]): Values {
		return this.order.map((level, at) => {
			if (level === 'teams') return Math.abs(teams.length - this.cast.count.wanted);
			return teams.reduce((total, values) => this.worst[at] ? Math.max(total, values[at]!) : total + values[at]!, 0); // prettier-ignore
		});
	}

	private rideOf(company: Company, crew: number): Values {
		const values = this.order.map(() => 0);
		for (const [level, cost] of this.ofRide)
			values[level]! += cost(this.cast, company, this.crews.crews[crew]!);
		return values;
	}
}

/** Compared from left to right: negative when `a` is better. */
export function compare(a: Values, b: Values): number {
	for (let level = 0; level < a.length; level++) if (a[level] !== b[level]) return a[level]! - b[level]!;
	return 0;
}
