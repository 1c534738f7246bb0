import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/e2e/browser';
import { freePort, settings, temporaryFolder } from './tests/e2e/servers';

const browser = await findBrowser();
// The workers read this file again: they must find the server that was started.
process.env.E2E_PORT ??= String(await freePort());
process.env.E2E_DATA_DIR ??= temporaryFolder();
const port = Number(process.env.E2E_PORT);

export default defineConfig({
	testDir: 'tests/e2e',
	workers: 1,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
	use: {
		baseURL: `http://localhost:${port}`,
		locale: 'fr-FR',
		timezoneId: 'Europe/Paris',
		trace: 'retain-on-failure',
		screenshot: 'only-on-failure',
		launchOptions: {
			...browser,
			// As root and in containers there is no sandbox nor much shared memory; nothing may call home.
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-dev-shm-usage',
				'--disable-quic',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--no-first-run'
			]
		}
	},
	webServer: {
		command: 'node src/commands/start.mjs',
		url: `http://localhost:${port}/healthz`,
		timeout: 90_000,
		reuseExistingServer: false,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
		stdout: 'ignore',
		stderr: 'pipe',
		env: settings({ port, data: process.env.E2E_DATA_DIR, demo: true })
	}
});
