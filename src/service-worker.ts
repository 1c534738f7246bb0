/// <reference lib="webworker" />
import type { ForgetPage, KeepPage } from '$lib/components/day/kept-page';

/*
 * Keeps the pages of teams on a phone, so that they open without a network. It sees the addresses under
 * /itineraire/ and what those pages load, and answers for nothing else: no organiser's page is ever kept.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;

const PAGE = /^\/itineraire\/[^/]+$/;
const ASSET = /^\/_app\/immutable\/|^\/(?:favicon|icone)/;
/** One store for each page: erased whole. */
const storeOf = (path: string) => `equipage${path}`;
const UNTIL = 'x-equipage-until';
/** Milliseconds after which the kept page is shown while the network still tries. */
const PATIENCE = 6000;

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) =>
	event.waitUntil(Promise.all([worker.clients.claim(), sweep()]))
);

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== location.origin) return;
	if (request.mode === 'navigate' && PAGE.test(pathname)) event.respondWith(page(request, pathname));
	else if (ASSET.test(pathname)) event.respondWith(asset(request));
});

worker.addEventListener('message', (event) => {
	const asked = event.data as KeepPage | ForgetPage;
	if (!PAGE.test(asked.path)) return;
	event.waitUntil(asked.kind === 'keep' ? keep(asked) : caches.delete(storeOf(asked.path)));
});

/** From the network when it answers in time, as kept otherwise. */
async function page(request: Request, path: string): Promise<Response> {
	await sweep();
	const kept = (await caches.has(storeOf(path)))
		? await (await caches.open(storeOf(path))).match(path)
		: undefined;
	const fresh = fetch(request).then(async (response) => {
		// Closed or renewed: what it showed leaves the phone.
		if (response.status === 404) await caches.delete(storeOf(path));
		return response.status >= 500 && kept ? kept.clone() : response;
	});
	if (!kept) return fresh.catch(() => nothingKept());
	const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept.clone()), PATIENCE));
	return Promise.race([fresh.catch(() => kept.clone()), late]);
}

/** Scripts, styles and fonts carry their content in their name: one that is kept is the right one. */
async function asset(request: Request): Promise<Response> {
	return (await caches.match(request)) ?? fetch(request);
}

async function keep({ path, until, assets }: KeepPage): Promise<void> {
	const response = await fetch(path, { headers: { accept: 'text/html' } });
	if (!response.ok) return;
	const headers = new Headers(response.headers);
	// The body below is no longer compressed.
	headers.delete('content-encoding');
	headers.delete('content-length');
	headers.set(UNTIL, String(until));
	const store = await caches.open(storeOf(path));
	const needed = new Set(assets);
	// What it is drawn with first: a page without it would be worth little.
	for (const address of needed) if (!(await store.match(address))) await store.add(address).catch(() => {});
	await store.put(path, new Response(await response.blob(), { headers }));
	for (const { url } of await store.keys())
		if (ASSET.test(new URL(url).pathname) && !needed.has(url)) await store.delete(url);
}

/** After the rally nothing stays. */
async function sweep(): Promise<void> {
	for (const name of await caches.keys()) {
		const path = name.slice('equipage'.length);
		if (!PAGE.test(path)) continue;
		const until = (await (await caches.open(name)).match(path))?.headers.get(UNTIL);
		if (until && Number(until) < Date.now()) await caches.delete(name);
	}
}

const nothingKept = () =>
	new Response(
		'<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sans réseau</title><h1>Sans réseau</h1><p>Cette page n’a pas encore été gardée sur ce téléphone. Ouvrez-la une fois avec du réseau : elle s’ouvrira ensuite sans.</p>',
		{ status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } }
	);
