import { parentPort, workerData } from 'node:worker_threads';
import { conflictOf, type Conflict } from '../explain/conflict';
import { lossIn } from '../explain/fragility';
import type { AskOptions } from '../explain/holds';
import { repairsOf } from '../explain/repairs';
import type { NamedRule } from '../explain/rules';
import { whyNot } from '../explain/why-not';
import { worthAsking } from '../explain/worth-asking';
import { solve } from '../solve';
import { formTeams, type TeamFormingProblem } from '../teams/form-teams';
import { proposals } from '../teams/proposals';
import type { Answers, Message, Question, Request } from './messages';

/** The proof takes half a second on a free core; this is for a machine that is busy. */
const TEAM_SECONDS = 10;
/** Kinds of rules that somebody can still read as one reason. */
const READABLE = 5;

const request = workerData as Request;
const { default: loadHighs } = (await import(/* @vite-ignore */ request.highs)) as typeof import('highs');
const highs = await loadHighs();
const send = (message: Message) => parentPort!.postMessage(message);

if (request.kind === 'teams') {
	send({ kind: 'teams', forming: formed(request.problem, request.seed) });
} else if (request.kind === 'proposals') {
	const { problem, seed, cancel } = request;
	const best = formed(problem, seed);
	const others = proposals(problem, best, {
		seed,
		onProgress: (found) => send({ kind: 'proposed', found: found + 1 }),
		stop: () => Atomics.load(new Int32Array(cancel), 0) !== 0
	});
	send({ kind: 'proposals', best, others });
} else if (request.kind === 'question') {
	send({ kind: 'answer', answer: answerTo(request.question) });
} else {
	// The search never yields: being told to stop goes through memory that both threads see.
	const cancel = new Int32Array(request.cancel);
	const plan = solve(request.problem, {
		highs,
		seed: request.seed,
		seconds: request.seconds,
		searchOnly: request.searchOnly,
		now: () => performance.now(),
		onProgress: (progress) => send({ kind: 'progress', progress }),
		cancelled: () => Atomics.load(cancel, 0) !== 0
	});
	send({ kind: 'plan', plan });
}

function formed(problem: TeamFormingProblem, seed: number) {
	const now = () => performance.now();
	return formTeams(problem, { seed, highs, now, seconds: TEAM_SECONDS });
}

function within(seconds: number): AskOptions {
	const until = performance.now() + seconds * 1000;
	const left = () => (until - performance.now()) / 1000;
	return { highs, left, stop: () => left() <= 0 };
}

/** Cut short, it may name most of the rules: true, and no use to anybody. */
function readable(conflict: Conflict | null): NamedRule[] | null {
	if (!conflict) return null;
	const kinds = new Set(conflict.rules.map(({ kind }) => kind));
	return conflict.minimal || kinds.size <= READABLE ? conflict.rules : null;
}

function answerTo(question: Question): Answers[Question['kind']] {
	const now = () => performance.now();
	switch (question.kind) {
		case 'why-not':
			return whyNot(question.problem, question.plan, question.wish, {
				highs,
				seconds: question.seconds,
				now
			});
		case 'worth-asking':
			return worthAsking(question.problem, question.plan, within(question.seconds));
		case 'conflict':
			return readable(conflictOf(question.problem, within(question.seconds)));
		case 'repairs':
			return repairsOf(question.problem, { ...within(question.seconds), conflict: question.conflict });
		case 'losses':
			return question.remains.map((problem) =>
				lossIn(problem, question.announced, { highs, seconds: question.seconds, now })
			);
	}
}
