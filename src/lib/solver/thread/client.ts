import { Worker } from 'node:worker_threads';
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
	/** Stops the search; the best plan found so far is the answer. */
	signal?: AbortSignal;
}

/** Longest times for saying what cannot hold together, and what would repair it, seconds. */
const CONFLICT_SECONDS = 5;
const REPAIR_SECONDS = 10;

/**
 * Solves in a thread of its own: the server goes on answering. When charter or promises do not hold, the reason and
 * the repairs are then looked for side by side, a thread each. Rejects when a thread fails.
 */
export async function planInThread(
	problem: Problem,
	{ seed, seconds, onProgress, onExplaining, signal }: PlanOptions
): Promise<{ plan: Plan; repairs: Repair[] }> {
	const { cancel, stop } = stopped(signal);
	const plan = (await inThread({ kind: 'plan', problem, seed, seconds, cancel }, (message, done) => {
		if (message.kind === 'progress') onProgress?.(message.progress);
		if (message.kind === 'plan') done(message.plan);
	}).finally(() => signal?.removeEventListener('abort', stop))) as Plan;
	const [charter, promises] = plan.levels;
	if (charter!.value + promises!.value === 0 || problem.published) return { plan, repairs: [] };
	onExplaining?.();
	const [conflict, repairs] = await Promise.all([
		askInThread({ kind: 'conflict', problem, seconds: CONFLICT_SECONDS }),
		askInThread({ kind: 'repairs', problem, seconds: REPAIR_SECONDS })
	]);
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
