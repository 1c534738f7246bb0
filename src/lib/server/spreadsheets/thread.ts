import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from './read-file';

const { bytes, name } = workerData as { bytes: Uint8Array; name: string };
parentPort!.postMessage(await readFile(bytes, name));
