import { dev } from '$app/environment';

/** What the page asks of the service worker (src/service-worker.ts). */
export interface KeepPage {
	kind: 'keep';
	path: string;
	/** When it must be forgotten, milliseconds since 1970. */
	until: number;
	/** Scripts, styles and fonts it was drawn with. */
	assets: string[];
}
export interface ForgetPage {
	kind: 'forget';
	path: string;
}

/** Has the page and what it is drawn with kept on the phone, as they are now. */
export async function keepPage(path: string, until: number): Promise<void> {
	const worker = (await registered())?.active;
	const used = performance.getEntriesByType('resource').map(({ name }) => name);
	const linked = [...document.querySelectorAll<HTMLLinkElement>('link[href]')].map(({ href }) => href);
	const assets = [...new Set([...used, ...linked])].filter((address) => {
		const { origin, pathname } = new URL(address);
		return origin === location.origin && /^\/_app\/immutable\/|^\/(favicon|icone)/.test(pathname);
	});
	worker?.postMessage({ kind: 'keep', path, until, assets } satisfies KeepPage);
}

/** Has everything kept for that page erased. */
export async function forgetPage(path: string): Promise<void> {
	const worker = (await registered())?.active;
	worker?.postMessage({ kind: 'forget', path } satisfies ForgetPage);
}

/** The worker sees the pages of teams and nothing else of the site. */
async function registered(): Promise<ServiceWorkerRegistration | null> {
	if (!('serviceWorker' in navigator)) return null;
	try {
		const registration = await navigator.serviceWorker.register('/service-worker.js', {
			scope: '/itineraire/',
			type: dev ? 'module' : 'classic'
		});
		if (registration.active) return registration;
		await new Promise<void>((resolve) => {
			const coming = registration.installing ?? registration.waiting;
			coming?.addEventListener('statechange', () => coming.state === 'activated' && resolve());
			setTimeout(resolve, 10_000);
		});
		return registration;
	} catch {
		return null;
	}
}
