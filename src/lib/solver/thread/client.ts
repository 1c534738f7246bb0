import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { betterOf } from '../better-of';
import type { Repair } from '../explain/repairs';
import type { Plan } from '../plan';
import type { Problem } from '../problem';
import type { Progress } from '../solve';
import type { TeamForming, TeamFormingProblem } from '../teams/form-teams';
import type { Proposal } from '../teams/proposals';
import type { Answers, Asked, Message, Question, Request } from './messages';
import workerUrl from './worker.ts?thread';

interface PlanOptions {
	seed: number;
	/** Longest time to look for better, seconds. */
	seconds: number;
	onProgress?: (progress: Progress) => void;
	/** Told when what cannot hold begins to be explained. */
	onExplaining?: () => void;
	/** Whether to look for what cannot hold together and what would repair it. */
	explaining?: boolean;
	/** Stops the search; the best plan found so far is the answer. */
	signal?: AbortSignal;
}

/** Longest times for saying what cannot hold together, and what would repair it, seconds. */
const CONFLICT_SECONDS = 10;
const REPAIR_SECONDS = 10;
/** Most plans are proven before; only then is the second core asked, seconds. */
const ALONE_SECONDS = 3;

/**
 * Solves in a thread of its own: the server goes on answering. When charter or promises do not hold, the reason
 * is then looked for, and after it the repairs. Rejects when a thread fails.
 */
export async function planInThread(
	problem: Problem,
	{ seed, seconds, onProgress, onExplaining, explaining = true, signal }: PlanOptions
): Promise<{ plan: Plan; repairs: Repair[] }> {
	const { cancel, stop } = stopped(signal);
	const second = searchAside(problem, { seed, seconds, signal });
	const proven = (await inThread(
		{ kind: 'plan', problem, seed, seconds, searchOnly: false, cancel },
		(message, done) => {
			if (message.kind === 'progress') onProgress?.(message.progress);
			if (message.kind === 'plan') done(message.plan);
		}
	).finally(() => {
		signal?.removeEventListener('abort', stop);
		second.stop();
	})) as Plan;
	// The second core changes nothing of what is proven: the same seed gives the same plan, with or without it.
	const settled = proven.levels.every(({ value, bound }) => value === bound);
	const other = settled ? null : await second.plan;
	const plan = other ? betterOf(problem, proven, other) : proven;
	const [charter, promises] = plan.levels;
	if (charter!.value + promises!.value === 0 || problem.published || !explaining)
		return { plan, repairs: [] };
	onExplaining?.();
	// What cannot hold together tells which changes can help at all: few are left to try.
	const conflict = await askInThread({ kind: 'conflict', problem, seconds: CONFLICT_SECONDS });
	const repairs = await askInThread({ kind: 'repairs', problem, conflict, seconds: REPAIR_SECONDS });
	return { plan: { ...plan, conflict }, repairs };
}

export const formTeamsInThread = (
	problem: TeamFormingProblem,
	{ seed }: { seed: number }
): Promise<TeamForming> =>
	inThread({ kind: 'teams', problem, seed }, (message, done) => {
		if (message.kind === 'teams') done(message.forming);
	}) as Promise<TeamForming>;

/** The best teams, then others really different: those found when the signal comes are given. */
export function proposeInThread(
	problem: TeamFormingProblem,
	{ seed, onFound, signal }: { seed: number; onFound?: (found: number) => void; signal?: AbortSignal }
): Promise<{ best: TeamForming; others: Proposal[] }> {
	const { cancel, stop } = stopped(signal);
	return inThread({ kind: 'proposals', problem, seed, cancel }, (message, done) => {
		if (message.kind === 'proposed') onFound?.(message.found);
		if (message.kind === 'proposals') done({ best: message.best, others: message.others });
	}).finally(() => signal?.removeEventListener('abort', stop)) as Promise<{
		best: TeamForming;
		others: Proposal[];
	}>;
}

/**
 * When there is a second core and the proof lasts, better plans are looked for meanwhile with other draws. `plan` is null
 * when it was not worth it; it comes soon after `stop`.
 */
function searchAside(
	problem: Problem,
	{ seed, seconds, signal }: Pick<PlanOptions, 'seed' | 'seconds' | 'signal'>
): { plan: Promise<Plan | null>; stop: () => void } {
	if (availableParallelism() < 2 || problem.published || seconds <= ALONE_SECONDS)
		return { plan: Promise.resolve(null), stop: () => {} };
	const { cancel, stop } = stopped(signal);
	const answered = new AbortController();
	const search = async (): Promise<Plan | null> => {
		await wait(ALONE_SECONDS * 1000, undefined, { signal: answered.signal }).catch(() => {});
		if (answered.signal.aborted || signal?.aborted) return null;
		const left = seconds - ALONE_SECONDS;
		return inThread(
			{ kind: 'plan', problem, seed: seed + 1, seconds: left, searchOnly: true, cancel },
			(message, done) => {
				if (message.kind === 'plan') done(message.plan);
			}
			// Without it there is still the plan of the first thread.
		).catch(() => null) as Promise<Plan | null>;
	};
	return {
		plan: search(),
		stop: () => {
			answered.abort();
			signal?.removeEventListener('abort', stop);
			stop();
		}
	};
}

/** Memory that tells the thread to stop, written when the signal comes. */
function stopped(signal: AbortSignal | undefined): { cancel: SharedArrayBuffer; stop: () => void } {
	const cancel = new SharedArrayBuffer(4);
	const stop = () => Atomics.store(new Int32Array(cancel), 0, 1);
	if (signal?.aborted) stop();
	signal?.addEventListener('abort', stop, { once: true });
	return { cancel, stop };
}

/** Answers a question about a plan in a thread of its own. */
export const askInThread = <K extends Question['kind']>(
	question: Question & { kind: K }
): Promise<Answers[K]> =>
	inThread({ kind: 'question', question }, (message, done) => {
		if (message.kind === 'answer') done(message.answer);
	}) as Promise<Answers[K]>;

function inThread(
	asked: Asked,
	read: (message: Message, done: (value: unknown) => void) => void
): Promise<unknown> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(workerUrl, {
			workerData: { ...asked, highs: import.meta.resolve('highs') } satisfies Request,
			resourceLimits: { maxOldGenerationSizeMb: 1024 }
		});
		worker.on('message', (message: Message) => read(message, resolve));
		worker.once('error', reject);
		worker.once('exit', (code) => reject(new Error(`the planning thread ended with code ${code}`)));
	});
}
