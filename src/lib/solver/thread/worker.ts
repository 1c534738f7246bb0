import { parentPort, workerData } from 'node:worker_threads';
import { conflictOf } from '../explain/conflict';
import { repairsOf, type Repair } from '../explain/repairs';
import type { Plan } from '../plan';
import type { Problem } from '../problem';
import { solve } from '../solve';
import { formTeams } from '../teams/form-teams';
import type { Message, Request } from './messages';

const TEAM_SECONDS = 5;
const CONFLICT_SECONDS = 5;
const REPAIR_SECONDS = 10;

const request = workerData as Request;
const { default: loadHighs } = (await import(/* @vite-ignore */ request.highs)) as typeof import('highs');
const highs = await loadHighs();
const send = (message: Message) => parentPort!.postMessage(message);

if (request.kind === 'teams') {
	const { problem, seed } = request;
	const now = () => performance.now();
	send({ kind: 'teams', forming: formTeams(problem, { seed, highs, now, seconds: TEAM_SECONDS }) });
} else {
	// The search never yields: being told to stop goes through memory that both threads see.
	const cancel = new Int32Array(request.cancel);
	const plan = solve(request.problem, {
		highs,
		seed: request.seed,
		seconds: request.seconds,
		now: () => performance.now(),
		onProgress: (progress) => send({ kind: 'progress', progress }),
		cancelled: () => Atomics.load(cancel, 0) !== 0
	});
	const short = plan.levels[0]!.value + plan.levels[1]!.value > 0 && !request.problem.published;
	if (short) send({ kind: 'explaining' });
	send({ kind: 'plan', ...(short ? explained(request.problem, plan) : { plan, repairs: [] }) });
}

/** What cannot hold together, and what would repair it: each in the time that somebody waits for an answer. */
function explained(problem: Problem, plan: Plan): { plan: Plan; repairs: Repair[] } {
	const within = (seconds: number) => {
		const until = performance.now() + seconds * 1000;
		const left = () => (until - performance.now()) / 1000;
		return { highs, left, stop: () => left() <= 0 };
	};
	const conflict = conflictOf(problem, within(CONFLICT_SECONDS));
	return {
		plan: { ...plan, conflict: conflict?.rules ?? null },
		repairs: repairsOf(problem, within(REPAIR_SECONDS))
	};
}
