import { randomBytes } from 'node:crypto';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { keepCookies } from '$lib/server/auth/cookies';
import { NOT_FOUND, refusal } from '$lib/server/auth/gate';
import { secure } from '$lib/server/auth/security-headers';
import { readSession } from '$lib/server/auth/session';
import { database, getDb } from '$lib/server/db/client';
import { env } from '$lib/server/env';
import { forgetFlash, readFlash } from '$lib/server/flash';
import { log, loggedPath } from '$lib/server/log';
import { onShutdown, shutdown } from '$lib/server/shutdown';
import { noteReading } from '$lib/server/use-cases/readings/note-reading';
import { isSealBroken } from '$lib/server/vault/seal';

/** The adapter says when the last request has been answered; development reloads listen once. */
const STOP = 'sveltekit:shutdown';

export const init: ServerInit = async () => {
	if (building) return;
	const opened = await database();
	onShutdown('database', opened.close);
	if (process.listenerCount(STOP) === 0) process.once(STOP as never, () => void shutdown());
	// Loaded here and not above: answering a request needs neither the planner nor the demonstration.
	if (env().demo) await (await import('$lib/server/demo/open-demo')).openDemo(opened.db);
	await (await import('$lib/server/jobs/start')).jobs(opened);
	log.info({ database: opened.kind }, 'ready');
};

export const handle: Handle = async ({ event, resolve }) => {
	if (building) return resolve(event);
	const started = performance.now();
	const db = await getDb();

	const session = await readSession(db, event.request.headers);
	event.locals.actor = session?.actor ?? null;
	event.locals.flash = readFlash(event.cookies);
	if (session) keepCookies(event.cookies, session.cookies);

	const response = (await refusal(event, db)) ?? (await resolve(event));

	if (response.ok)
		await noteReading(db, event.locals, { id: event.route.id, params: event.params }, new Date());

	secure(response.headers, event.url.pathname, event.locals.actor !== null);
	if (event.locals.flash && showsPage(response)) response.headers.append('set-cookie', forgetFlash());
	if (event.isSubRequest) return response; // one line for one request of a browser
	log.info(
		{
			method: event.request.method,
			path: loggedPath(event.url.pathname),
			status: response.status,
			ms: Math.round(performance.now() - started)
		},
		'request'
	);
	return response;
};

/** A page, or its data when the browser moves without reloading: either shows the message left for it. */
const showsPage = ({ status, headers }: Response) =>
	status < 300 &&
	/^(text\/html|application\/json|text\/sveltekit-data)/.test(headers.get('content-type') ?? '');

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: NOT_FOUND };
	if (status < 500)
		return { message: 'Cette demande n’a pas pu être lue. Revenez en arrière et recommencez.' };
	const reference = randomBytes(4).toString('hex');
	log.error(
		{
			reference,
			err: error,
			method: event.request.method,
			route: event.route.id,
			path: loggedPath(event.url.pathname)
		},
		'unexpected error'
	);
	if (isSealBroken(error))
		return {
			message:
				'Une donnée protégée ne peut pas être lue : elle a été changée hors d’Équipage, ou la clé des données n’est plus la bonne. Donnez la référence ci-dessous à la personne qui gère Équipage.',
			reference
		};
	return {
		message:
			'Une erreur est survenue de notre côté. Ce que vous aviez enregistré avant est intact. Recommencez dans un instant ; si cela continue, donnez la référence ci-dessous à la personne qui gère Équipage.',
		reference
	};
};
