import { Random } from '../lib/solver/random';
import type { Rider, TeamFormingProblem } from '../lib/solver/teams/form-teams';

/** An invented rally to form teams of: people as founding documents list them, cars by their seats. */
interface Shape {
	name: string;
	people: number;
	cars: number[];
	hosts: number;
	seed: number;
	wishes?: number;
	/** Most are of one gender and sent by one prescriber. */
	skew?: boolean;
}

const halfDays = ['2027-06-08:morning', '2027-06-08:afternoon', '2027-06-09:morning', '2027-06-09:afternoon'];
const ages: Weighted<string> = [['18-25', 20], ['26-34', 22], ['35-44', 25], ['45-54', 20], ['55-plus', 13]]; // prettier-ignore
const formerSectors: Weighted<string> = ['retail', 'industry', 'hospitality', 'health', 'cleaning', 'construction', 'transport', 'food', 'public', 'digital'].map((sector, rank) => [sector, 10 - rank * 0.7]); // prettier-ignore
const homes: Weighted<[string, number]> = [[['Aubenas', 5], 40], [['Vals', 12], 12], [['Labégude', 9], 10], [['Ucel', 8], 8], [['Joyeuse', 28], 6], [['Largentière', 24], 6], [['Vogüé', 18], 5], [['Privas', 35], 5]]; // prettier-ignore

/** Fifteen to thirty-two people in usual mixes of cars. */
export const shapes: Shape[] = [
	{ name: '15 personnes, 4 voitures', people: 15, cars: [7, 5, 5, 5], hosts: 8, seed: 21 },
	{ name: '24 personnes, 5 monospaces', people: 24, cars: [9, 9, 7, 7, 7], hosts: 14, seed: 1 },
	{ name: '24 personnes, 6 voitures', people: 24, cars: [9, 7, 5, 5, 5, 5], hosts: 14, seed: 2 },
	{ name: '25 personnes, 5 voitures', people: 25, cars: [9, 7, 7, 7, 7], hosts: 12, seed: 3, wishes: 5 },
	{ name: '28 personnes, sans souhait', people: 28, cars: [9, 9, 7, 7, 7], hosts: 16, seed: 6, wishes: 0 },
	{ name: '28 personnes, 7 voitures', people: 28, cars: [9, 7, 7, 5, 5, 5, 5], hosts: 20, seed: 7 },
	{ name: '30 personnes, 6 voitures', people: 30, cars: [9, 9, 7, 7, 7, 7], hosts: 20, seed: 9, wishes: 6 },
	{ name: '30 personnes, 8 voitures', people: 30, cars: [9, 5, 5, 5, 5, 5, 5, 5], hosts: 24, seed: 10 },
	{ name: '30 personnes, 5 minibus', people: 30, cars: [9, 9, 9, 9, 9], hosts: 16, seed: 8 },
	{
		name: '32 personnes, peu variées',
		people: 32,
		cars: [9, 9, 7, 7, 7, 7],
		hosts: 24,
		seed: 11,
		skew: true
	},
	{ name: '32 personnes, 8 voitures', people: 32, cars: [9, 9, 7, 7, 5, 5, 5, 5], hosts: 24, seed: 12 }
];

type Weighted<T> = [value: T, weight: number][];

/** Somebody in a wheelchair, an accompanist who does not drive, absences, early returns, wishes, hosts that refuse. */
export function rallyOfShape({
	people,
	cars,
	hosts,
	seed,
	wishes = 3,
	skew = false
}: Shape): TeamFormingProblem {
	const random = new Random(seed);
	const chance = (share: number) => random.next() < share;
	const pick = <T>(list: Weighted<T>): T => {
		let left = random.next() * list.reduce((sum, [, weight]) => sum + weight, 0);
		return (list.find(([, weight]) => (left -= weight) < 0) ?? list.at(-1)!)[0];
	};
	const id = (kind: string, at: number) => `${kind}${String(at).padStart(2, '0')}`;
	const absent = (share: number) =>
		chance(share) ? halfDays.filter((_, half) => half !== Math.floor(random.next() * 4)) : halfDays;
	const participants = Array.from({ length: people }, (_, at): Rider => {
		const [place, minutes] = pick(homes);
		return {
			id: id('p', at),
			halfDays: absent(0.06),
			gender: pick<string | null>([['woman', skew ? 80 : 58], ['man', skew ? 18 : 41], [null, 1]]), // prettier-ignore
			ageBand: pick(ages),
			formerSector: chance(0.15) ? null : pick(formerSectors),
			prescriber: chance(0.05) ? null : pick([['FT', skew ? 70 : 40], ['ML', 22], ['Dep', 15], ['Cap', 10], ['SIAE', 8], ['PLIE', 5]]), // prettier-ignore
			home: chance(0.05) ? null : { place, minutes },
			needs: at === 7 ? ['wheelchair', 'step-free'] : at === 11 ? ['step-free'] : [],
			backBy: chance(0.06) ? 1005 : null,
			together: [],
			apart: []
		};
	});
	for (let wish = 0; wish < wishes; wish++) {
		const one = random.below(people);
		const other = (one + 1 + random.below(people - 1)) % people;
		participants[one]![chance(0.4) ? 'together' : 'apart'].push(participants[other]!.id);
	}
	const accompanists = Array.from({ length: cars.length + 1 }, (_, at) => ({
		id: id('a', at),
		drives: at > 0,
		halfDays: chance(0.1) ? halfDays.slice(0, 3) : halfDays
	}));
	const withoutPaper = participants.filter(() => chance(0.08)).map((person) => person.id);
	const stepFree = participants.filter(({ needs }) => needs.length > 0).map((person) => person.id);
	return {
		halfDays,
		participants,
		vehicles: cars.map((seats, at) => ({
			id: id('v', at),
			seats,
			wheelchairPlaces: Number(at === 0),
			halfDays
		})),
		accompanists,
		hosts: Array.from({ length: hosts }, (_, at) => {
			const two = chance(0.2);
			return {
				id: id('h', at),
				people: two ? pick([[8, 1], [10, 2], [12, 2]]) : pick([[4, 1], [5, 2], [6, 4], [8, 4]]), // prettier-ignore
				teamsAtOnce: two ? 2 : 1,
				visitsMax: 2 + random.below(4),
				refuses: [...new Set([...(chance(0.2) ? withoutPaper : []), ...(chance(0.3) ? stepFree : [])])],
				refusesAccompanists: chance(0.1) ? [accompanists[random.below(accompanists.length)]!.id] : []
			};
		}),
		locks: [],
		size: { min: 3, max: 8 },
		visitsOwed: 6,
		endsAt: 1050
	};
}
