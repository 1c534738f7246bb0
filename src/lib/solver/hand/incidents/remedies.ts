import type { Cells } from '../../../domain/draft/cells';
import { after } from '../../events';
import type { Names, TeamNames } from '../../explain';
import type { Problem } from '../../problem';
import { changesToward, problemToAsk } from '../ask';
import { problemOn, type HandGround } from '../ground';
import { handPlanOf } from '../hand-plan';
import { seatings } from './crew-remedies';
import { changed, type Incident, type Remedy, type RemedyKind, type Standing } from './incident';
import { freedAt, lighterDays } from './visit-remedies';
import { needsPlanner, standingOn, troublesLeft, weighed } from './weigh';

/** A plan in force, where the day stands, and what things are called. */
export interface Situation {
	ground: HandGround;
	cells: Cells;
	standing: Standing;
	names: Names & Omit<TeamNames, 'team'>;
}

/** A plan that the planner is asked to mend, the teams being these. */
export interface Question {
	kind: RemedyKind;
	cells: Cells;
	problem: Problem;
}

export interface FirstAid {
	/** What the incident breaks of the plan as it is, in words. */
	harm: string[];
	/** What can be done without looking for other visits. */
	remedies: Remedy[];
	/** What is worth asking the planner. */
	questions: Question[];
	/** Weighs what the planner found for one of them. */
	answer: (question: Question, visits: Problem['published'], proven: boolean) => Remedy;
}

/** Most questions put to the planner: somebody is waiting. */
const QUESTIONS = 3;

/** What can be done at once about something that happens, and what is left to ask. */
export function firstAid({ ground, cells, standing, names }: Situation, incident: Incident): FirstAid {
	const before = standingOn(ground, cells, standing);
	const known = new Set(troublesLeft(before, cells, standing, names).map(({ key }) => key));
	const happened = befallen(before, cells, incident, standing);
	const weigh = (kind: RemedyKind, to: Cells, proven: boolean | null = null) =>
		weighed(happened, { from: cells, to, kind, proven }, standing, known, names);

	const seated = seatings(happened, cells, incident, standing);
	const options = [...seated, ...lighterDays(happened, cells, incident, standing)];
	const remedies = options.map(({ kind, cells: to }) => weigh(kind, to));
	const wholeDay = incident.kind === 'company-closed' || incident.kind === 'late';
	const asked = wholeDay
		? [{ kind: 'replan' as const, cells }]
		: seated.filter(({ cells: to }, i) => needsPlanner(remedies[i]!, to, standing));
	return {
		harm: troublesLeft(happened, vacated(cells, seated, incident), standing, names)
			.filter(({ key }) => !known.has(key))
			.map(({ says }) => says),
		remedies,
		questions: asked.slice(0, QUESTIONS).map((one) => ({ ...one, problem: toAsk(happened, one.cells, standing) })), // prettier-ignore
		answer: (question, visits, proven) =>
			weigh(question.kind, toward(question.cells, visits ?? [], standing), proven)
	};
}

/** The ground once it has happened: a host that receives no more, a team that leaves later. */
function befallen(ground: HandGround, cells: Cells, incident: Incident, standing: Standing): HandGround {
	if (incident.kind === 'late') {
		const free = freedAt(ground, cells, incident, standing);
		return free ? { ...ground, freeFrom: { ...ground.freeFrom, [incident.team]: free } } : ground;
	}
	if (incident.kind !== 'company-closed') return ground;
	const { company, date, from } = incident;
	const event =
		date === null
			? ({ kind: 'company-gone', company } as const)
			: ({ kind: 'company-closed', company, day: standing.dates.indexOf(date), from, to: 1440 } as const);
	return { ...ground, problem: after(ground.problem, event) };
}

/** The plan as the incident leaves it when nobody does anything. */
const vacated = (cells: Cells, seated: { kind: RemedyKind; cells: Cells }[], incident: Incident): Cells =>
	incident.kind === 'absent' ? (seated[0]?.cells ?? cells) : cells;

function toAsk(ground: HandGround, cells: Cells, { dates }: Standing): Problem {
	const hand = handPlanOf(cells, dates);
	return problemToAsk(problemOn(ground, hand.crews), hand, cells, 'repair');
}

function toward(cells: Cells, visits: NonNullable<Problem['published']>, { dates }: Standing): Cells {
	let added = 0;
	// Named from what they are: the same answer twice gives the same plan.
	const newId = () => `00000000-0000-4000-8000-${String(++added).padStart(12, '0')}`;
	return changed(cells, changesToward(cells, visits, dates, newId));
}
