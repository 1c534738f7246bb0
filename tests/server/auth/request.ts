import { isHttpError, isRedirect, type Cookies, type Handle, type RequestEvent } from '@sveltejs/kit';

export interface Asked {
	routeId: string | null;
	params?: Record<string, string>;
	method?: string;
	/** The session of whoever asks. */
	headers?: Headers;
	path?: string;
	cookies?: Record<string, string>;
	data?: boolean;
}

export interface Answer {
	status: number;
	/** Whether the page itself was reached. */
	reached: boolean;
	location: string | null;
	headers: Headers;
	event: RequestEvent;
}

/** `/(organizer)/rallyes/[rally]` with its params → `/rallyes/…`. */
export const pathOf = (routeId: string, params: Record<string, string>): string =>
	routeId
		.replace(/\/\([^)]+\)/g, '')
		.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => encodeURIComponent(params[name] ?? 'x')) || '/';

/** Sends a request through the hook; a page that is reached answers 200 with `headers`. */
export async function ask(
	handle: Handle,
	asked: Asked,
	page: () => Response = () => new Response('<h1>', { headers: { 'content-type': 'text/html' } })
): Promise<Answer> {
	const { routeId, params = {}, method = 'GET', data = false } = asked;
	const url = new URL(asked.path ?? pathOf(routeId ?? '/nulle-part', params), 'http://localhost:3000');
	const headers = new Headers(asked.headers);
	headers.set('accept', 'text/html');
	let reached = false;
	const event = {
		request: new Request(url, { method, headers }),
		url,
		params,
		route: { id: routeId },
		locals: {},
		cookies: jar(asked.cookies ?? {}),
		isDataRequest: data,
		isSubRequest: false,
		getClientAddress: () => '192.0.2.1',
		fetch: async () => new Response('introuvable', { status: 404 })
	} as unknown as RequestEvent;

	const given = { reached: () => reached, event };
	try {
		const response = await handle({
			event,
			resolve: async () => {
				reached = true;
				return page();
			}
		});
		return answer(response.status, response.headers.get('location'), response.headers, given);
	} catch (thrown) {
		if (isRedirect(thrown)) return answer(thrown.status, thrown.location, new Headers(), given);
		if (isHttpError(thrown)) return answer(thrown.status, null, new Headers(), given);
		throw thrown;
	}
}

const answer = (
	status: number,
	location: string | null,
	headers: Headers,
	{ reached, event }: { reached: () => boolean; event: RequestEvent }
): Answer => ({ status, location, headers, event, reached: reached() });

function jar(kept: Record<string, string>): Cookies {
	return {
		get: (name) => kept[name],
		getAll: () => Object.entries(kept).map(([name, value]) => ({ name, value })),
		set: (name, value) => void (kept[name] = value),
		delete: (name) => void delete kept[name],
		serialize: (name, value) => `${name}=${value}`
	};
}
