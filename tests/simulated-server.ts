import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
	method: string;
	path: string;
	headers: IncomingMessage['headers'];
	body: string;
}

export interface SimulatedServer {
	url: string;
	/** Every request it got, in order. */
	asked: Asked[];
	close(): Promise<void>;
}

type Answer = { status?: number; headers?: Record<string, string>; body?: unknown };

/** A server of this machine that answers as told; « hang » never answers, « cut » drops the connection. */
export async function simulatedServer(
	answer: (asked: Asked, count: number) => Answer | 'hang' | 'cut' | Promise<Answer | 'hang' | 'cut'>
): Promise<SimulatedServer> {
	const asked: Asked[] = [];
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk) => (body += chunk));
		request.on('end', () => {
			const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
			asked.push(one);
			void Promise.resolve(answer(one, asked.length)).then((told) => tell(told, response));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		asked,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};
}

function tell(answer: Answer | 'hang' | 'cut', response: ServerResponse) {
	if (answer === 'hang') return;
	if (answer === 'cut') return void response.destroy();
	const { status = 200, headers = {}, body = {} } = answer;
	response.writeHead(status, { 'content-type': 'application/json', ...headers });
	response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
