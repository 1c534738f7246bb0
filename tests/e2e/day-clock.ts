import { renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext } from '@playwright/test';

/** The day that is lived: tomorrow in France, so that all that the demonstration was filled with comes before it. */
const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(Date.now() + 86_400_000);

/** The instant of « 09:35 » of that day in France. */
function instantOf(hour: string): number {
	const asUtc = Date.parse(`${date}T${hour}:00Z`);
	const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'medium' }).format(asUtc); // prettier-ignore
	return 2 * asUtc - Date.parse(`${shown.replace(' ', 'T')}Z`);
}

/** One clock for a server and for phones, set by hand. `file` is where the server reads it. */
export function dayClock(file: string, hour: string) {
	const set = (instant: number) => {
		// Never read half-written.
		writeFileSync(`${file}.new`, String(instant));
		renameSync(`${file}.new`, file);
	};
	set(instantOf(hour));
	return {
		date,
		/** For the server's environment. */
		environment: {
			E2E_CLOCK: file,
			NODE_OPTIONS: `--import=${pathToFileURL(resolve('tests/e2e/server-clock.mjs')).href}`
		},
		/** The server and these browsers read that hour from now on. */
		async set(at: string, contexts: readonly BrowserContext[]) {
			set(instantOf(at));
			for (const context of contexts) await context.clock.setFixedTime(instantOf(at));
		}
	};
}
