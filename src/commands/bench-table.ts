import type loadHighs from 'highs';
import { emptyRiders, type HandGround } from '../lib/solver/hand/ground';
import { bestPlaces } from '../lib/solver/hand/best-places';
import { judge, type HandVisit } from '../lib/solver/hand/judge';
import { placesFor, refusedAt } from '../lib/solver/hand/places';
import { solve } from '../lib/solver/solve';
import { problemOfSize, sizes } from './bench-problems';

type Highs = Awaited<ReturnType<typeof loadHighs>>;

/** Times each measure is taken. */
const TIMES = 40;

/**
 * What the planning table computes while a plan is changed by hand, milliseconds of processor time: judging it after an
 * edit, taking a visit in the hand (every place of every team), holding it somewhere, ranking its best places.
 */
export function benchTable(highs: Highs, now: () => number): void {
	console.log('\nTable du planning (ms, médiane et p90)');
	for (const size of sizes) {
		const problem = problemOfSize(size, 1);
		const { visits: found } = solve(problem, { seconds: 4, seed: 1, highs, searchOnly: true, now });
		const visits = found.map((visit, i): HandVisit => ({ id: `v${i}`, ...visit }));
		const crews = problem.teams.map(({ id, size: people }) => ({
			letter: id,
			memberIds: Array.from({ length: people }, (_, i) => `${id}-${i}`),
			vehicleId: null,
			accompanistId: null,
			driverId: null
		}));
		const ground: HandGround = {
			problem: { ...problem, teams: [] },
			doors: {},
			absences: {},
			backBy: {},
			noons: problem.days.map((_, i) => ({ date: String(i), noon: 750 })),
			riders: emptyRiders
		};
		const whole = judge(ground, { crews, visits }).problem;
		const each = (work: (visit: HandVisit) => unknown) => {
			const times = Array.from({ length: TIMES }, (_, i) => {
				const began = now();
				work(visits[(i * 7) % visits.length]!);
				return now() - began;
			}).sort((a, b) => a - b);
			return `${times[TIMES / 2]!.toFixed(1)} ; ${times[Math.floor(TIMES * 0.9)]!.toFixed(1)}`;
		};
		const moving = (moved: HandVisit) => ({ company: moved.company, moved });
		const edited = (visit: HandVisit) =>
			visits.map((one) => (one === visit ? { ...one, start: one.start + 5, end: one.end + 5 } : one));
		console.log(
			`${size.name}, ${crews.length} équipes, ${problem.companies.length} entreprises, ${visits.length} visites : ` +
				[
					`juger ${each((visit) => judge(ground, { crews, visits: edited(visit) }))}`,
					`prendre ${each((visit) => placesFor(whole, visits, moving(visit)))}`,
					`tenir ${each((visit) => refusedAt(whole, visits, moving(visit), { team: crews[0]!.letter, day: 0, start: 600 }))}`,
					`meilleures places ${each((visit) => bestPlaces(whole, visits, moving(visit)))}`
				].join(', ')
		);
	}
}
