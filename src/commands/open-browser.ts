import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../../tests/e2e/browser';

/** The Chromium of the browser tests, for what is measured or pictured outside them. */
export const openBrowser = async (): Promise<Browser> =>
	chromium.launch({
		...(await findBrowser()),
		args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run']
	});
