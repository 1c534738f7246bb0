import { defineConfig } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './tests/e2e/browser';

const browser = await findBrowser();
const port = 4173;
// The workers read this file again: they must find the folder that the server was given.
process.env.E2E_DATA_DIR ??= join(mkdtempSync(join(tmpdir(), 'equipage-e2e-')), 'data');

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
		env: { PORT: String(port), EQUIPAGE_DEMO: '1', DATA_DIR: process.env.E2E_DATA_DIR, LOG_LEVEL: 'warn' }
	}
});
