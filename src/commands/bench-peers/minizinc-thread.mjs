import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import { runInThisContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * MiniZinc in a thread of Node. The npm package only runs a native program under Node, but it holds a build for
 * browsers (WebAssembly) whose worker asks little of its surroundings: messages and the reading of two files.
 * `workerData.module` is that build compiled once for all threads, so that no peer pays for the compiler.
 */
const folder = dirname(createRequire(import.meta.url).resolve('minizinc/minizinc-worker.js'));
const listeners = [];
const { module } = workerData;

Object.assign(globalThis, {
	self: globalThis,
	WorkerGlobalScope: class {},
	location: { href: 'http://local/minizinc-worker.js', pathname: '/minizinc-worker.js' },
	addEventListener: (_type, listener) => listeners.push(listener),
	postMessage: (message) => parentPort.postMessage(message),
	fetch: (url) => Promise.resolve(new Response(readFileSync(join(folder, url.split('/').at(-1)))))
});
WebAssembly.instantiateStreaming = (_response, imports) =>
	WebAssembly.instantiate(module, imports).then((instance) => ({ module, instance }));
parentPort.on('message', (data) => listeners.forEach((listener) => listener({ data })));
// The script takes whatever has `process` for Node, and then asks for more than a module has.
const script = readFileSync(join(folder, 'minizinc-worker.js'), 'utf8');
Object.defineProperty(globalThis, 'process', { value: undefined });
runInThisContext(script);
