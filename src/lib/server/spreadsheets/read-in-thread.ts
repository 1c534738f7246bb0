import { Worker } from 'node:worker_threads';
import { limits, type Reading, type Unreadable } from '../../domain/import/sheet';
import { err, type Result } from '../../domain/result';
import threadUrl from './thread.ts?thread';

/** A real file takes two seconds; what takes longer was made to. */
const LONGEST = 30_000;

/**
 * Reads a file in a thread of its own, with its own memory and a time limit: the server goes on answering, and a
 * file made to harm ends its thread and nothing else.
 */
export function readInThread(bytes: Uint8Array, name: string): Promise<Result<Reading, Unreadable>> {
	if (bytes.length > limits.bytes) return Promise.resolve(err({ code: 'too-big' }));
	return new Promise((resolve) => {
		const worker = new Worker(threadUrl, {
			workerData: { bytes, name },
			resourceLimits: { maxOldGenerationSizeMb: 768 }
		});
		const timer = setTimeout(() => end(err({ code: 'too-slow' })), LONGEST);
		const end = (result: Result<Reading, Unreadable>) => {
			clearTimeout(timer);
			void worker.terminate();
			resolve(result);
		};
		worker.once('message', end);
		// Out of memory, or a fault of the library on a file that nobody foresaw: the file is what cannot be read.
		worker.once('error', () => end(err({ code: 'damaged' })));
		worker.once('exit', () => end(err({ code: 'damaged' })));
	});
}
