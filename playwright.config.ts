import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/e2e/browser';

const browser = await findBrowser();

export default defineConfig({
	testDir: 'tests/e2e',
	globalSetup: './tests/e2e/prepare-demo.ts',
	workers: 2,
	// Real servers, clocks and networks, two at a time: a test that fails is asked once more, and named when it then passes.
	retries: 1,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
	use: {
		locale: 'fr-FR',
		timezoneId: 'Europe/Paris',
		// On demand: what fails leaves its pictures and its page in words all the same.
		trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
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
	}
});
