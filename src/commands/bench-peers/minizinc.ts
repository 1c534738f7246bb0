import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

export type Peer = 'chuffed' | 'gecode' | 'highs';

/** What a solver of MiniZinc said of a model before its time ran out. */
export interface Answer {
	/** Text of the last solution, as the model writes it; null without any. */
	solution: string | null;
	/** Whether it says that nothing is better. */
	proven: boolean;
	/** Seconds of processor: writing the model for the solver, then solving it. */
	prepared: number;
	solved: number;
	fault: string | null;
}

/** What a thread of MiniZinc sends. */
interface Message {
	type: string;
	statistics?: { flatTime?: number };
	sections?: string[];
	output?: { default?: string };
	status?: string;
	message?: string;
	code?: number;
}

const compiled = new WebAssembly.Module(
	readFileSync(createRequire(import.meta.url).resolve('minizinc/minizinc.wasm'))
);

/**
 * Solves a model with a data file, in a thread of its own stopped after so many seconds of processor spent solving:
 * those spent reading the model and flattening it are not counted against the solver.
 */
export function minizinc(peer: Peer, model: string, data: object, seconds: number): Promise<Answer> {
	const thread = new Worker(new URL('./minizinc-thread.mjs', import.meta.url), {
		workerData: { module: compiled },
		stderr: true
	});
	const answer: Answer = { solution: null, proven: false, prepared: 0, solved: 0, fault: null };
	return new Promise((resolve) => {
		let began = processor();
		let flattened = false;
		let asked = false;
		const end = () => {
			clearInterval(watch);
			answer[flattened ? 'solved' : 'prepared'] = processor() - began;
			void thread.terminate().then(() => resolve(answer));
		};
		const watch = setInterval(() => {
			if (processor() - began > (flattened ? seconds : 10 * seconds)) end();
		}, 50);
		thread.on('error', (error) => {
			answer.fault = error.message;
			end();
		});
		thread.on('message', (message: Message) => {
			if (message.type === 'ready' && !asked) {
				asked = true;
				began = processor();
				thread.postMessage({
					jsonStream: true,
					files: { 'model.mzn': model, 'data.json': JSON.stringify(data) },
					args: ['-i', '-s', ...flags[peer], 'model.mzn', 'data.json']
				});
			} else if (message.type === 'statistics' && message.statistics?.flatTime !== undefined) {
				flattened = true;
				answer.prepared = processor() - began;
				began = processor();
			} else if (message.type === 'solution') answer.solution = message.output?.default ?? null;
			else if (message.type === 'status') answer.proven = message.status === 'OPTIMAL_SOLUTION';
			else if (message.type === 'error') answer.fault = message.message ?? 'error';
			else if (message.type === 'exit') end();
		});
		thread.postMessage({ wasmURL: 'http://local/minizinc.wasm', dataURL: 'http://local/minizinc.data' });
	});
}

/** Chuffed may leave the order of search that the model proposes; Gecode has no such choice in this build. */
const flags: Record<Peer, string[]> = {
	chuffed: ['--solver', 'chuffed', '-f'],
	gecode: ['--solver', 'gecode'],
	highs: ['--solver', 'highs']
};

const processor = (): number => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
};
