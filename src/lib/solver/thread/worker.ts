import { parentPort, workerData } from 'node:worker_threads';
import { solve } from '../solve';
import { formTeams } from '../teams/form-teams';
import type { Message, Request } from './messages';

const request = workerData as Request;
const { default: loadHighs } = (await import(/* @vite-ignore */ request.highs)) as typeof import('highs');
const highs = await loadHighs();
const send = (message: Message) => parentPort!.postMessage(message);

if (request.kind === 'teams') {
	send({ kind: 'teams', forming: formTeams(request.problem, { seed: request.seed }) });
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
	send({ kind: 'plan', plan });
}
