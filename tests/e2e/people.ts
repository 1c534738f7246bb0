import { test as base, expect, type BrowserContextOptions, type Page } from '@playwright/test';
import { complaints } from './inspect';
import { rallyPath, signIn } from './pages';
import { answering, freePort, servers, type Server } from './servers';

/** The demonstration's accounts (src/lib/server/demo/seed-demo.ts). */
const emails = { organizer: 'organisation@demo.example', reader: 'lecture@demo.example' } as const;
export const emailOf = (who: keyof typeof emails) => emails[who];

export type Who = keyof typeof emails | 'nobody';
type Session = Exclude<BrowserContextOptions['storageState'], string | undefined>;

interface People {
	/** Opens a browser of their own for somebody; « nobody » has no account. Its complaints fail the test. */
	as: (who: Who, options?: BrowserContextOptions) => Promise<Page>;
}

interface Demonstration {
	/** The worker's server, on its own copy of the demonstration. */
	server: Server;
	/** Who is signed in, once for all tests: sessions by person. */
	sessions: Map<Who, Session>;
	/** Path of the demonstration's rally. */
	rally: string;
}

export const test = base.extend<People, Demonstration>({
	server: [
		// eslint-disable-next-line no-empty-pattern
		async ({}, use) => {
			const own = servers();
			const server = own.start('demo', {
				port: await freePort(),
				demo: true,
				copyOf: process.env.E2E_DEMO,
				aloud: true
			});
			await answering(server);
			await use(server);
			await own.clear();
		},
		{ scope: 'worker', timeout: 120_000 }
	],
	baseURL: async ({ server }, use) => use(server.origin),
	sessions: [
		async ({ browser, server }, use) => {
			const sessions = new Map<Who, Session>();
			for (const who of ['organizer', 'reader'] as const) {
				const context = await browser.newContext({ baseURL: server.origin });
				await signIn(await context.newPage(), emails[who]);
				sessions.set(who, await context.storageState());
				await context.close();
			}
			await use(sessions);
		},
		{ scope: 'worker' }
	],
	rally: [
		async ({ browser, server, sessions }, use) => {
			const context = await browser.newContext({
				baseURL: server.origin,
				storageState: sessions.get('organizer')
			});
			const page = await context.newPage();
			const path = await rallyPath(page);
			await context.close();
			await use(path);
		},
		{ scope: 'worker' }
	],
	as: async ({ browser, sessions }, use) => {
		const opened: { close: () => Promise<void>; heard: string[] }[] = [];
		await use(async (who, options = {}) => {
			const context = await browser.newContext({ storageState: sessions.get(who), ...options });
			opened.push({ close: () => context.close(), heard: complaints(context) });
			return context.newPage();
		});
		for (const { close } of opened) await close();
		expect(
			opened.flatMap(({ heard }) => heard),
			'errors in the browser'
		).toEqual([]);
	}
});

export { expect };
