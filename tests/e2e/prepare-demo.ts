import { answering, freePort, servers } from './servers';

/**
 * Fills the demonstration once. Each worker opens a copy of its folder on a server of its own (people.ts): two specs
 * never see each other's changes half-made, and after a failure the next spec starts from a fresh copy.
 */
export default async function prepareDemo(): Promise<() => Promise<void>> {
	const own = servers();
	const server = own.start('demo', { port: await freePort(), demo: true, aloud: true });
	await Promise.race([
		answering(server),
		server.ended.then((code) => {
			throw new Error(`The server ended before it answered (code ${code}).\n${server.said()}`);
		})
	]);
	server.kill('SIGTERM');
	await server.ended;
	process.env.E2E_DEMO = own.folder('demo');
	return own.clear;
}
