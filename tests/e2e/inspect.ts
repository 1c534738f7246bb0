import { expect, type BrowserContext, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another theme alone can change. */
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
/** What a narrow screen alone can change. */
const places = { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] };

interface Axe {
	run(
		root: Document,
		options: object
	): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

/** What axe finds wrong: WCAG 2.2 AA and good practice. */
export async function faults(page: Page, only: object = everything): Promise<string[]> {
	// Not as a script element: the content security policy would stop it. Half a megabyte, given once to a document.
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe};undefined`);
	return page.evaluate(async (runOnly) => {
		const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, {
			runOnly,
			resultTypes: ['violations']
		});
		const said = ({ html, failureSummary }: { html: string; failureSummary?: string }) =>
			`${html.slice(0, 160)} (${(failureSummary ?? '').split('\n').slice(1).join(' ').trim()})`;
		// 2.5.8 excepts a target whose function another one of the page has: what a marker does, the lists do too.
		const excepted = (id: string, html: string) =>
			id === 'target-size' && html.includes('leaflet-marker-icon');
		return violations
			.map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ html }) => !excepted(id, html)) }))
			.filter(({ nodes }) => nodes.length > 0)
			.map(({ id, nodes }) => `${id}: ${nodes.map(said).join(' | ')}`);
	}, only);
}

/** Collects what a browser complains about: script errors, content that the security policy stops. */
export function complaints(of: BrowserContext | Page): string[] {
	const context = 'context' in of ? of.context() : of;
	const heard: string[] = [];
	context.on('weberror', (problem) =>
		heard.push(String((problem.error() as Error).stack ?? problem.error()))
	);
	context.on('console', (message) => {
		// The browser itself notes every answer of 4xx; the tests look at those on purpose.
		if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
			heard.push(`${message.page()?.url() ?? ''}: ${message.text()}`);
	});
	return heard;
}

/** Pixels by which the page is wider than the screen. */
export const overflow = (page: Page): Promise<number> =>
	page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

const wide = { width: 1280, height: 800 };
const narrow = { width: 320, height: 640 };

/** Nothing for axe to say on a wide screen in both themes nor on a narrow one, and no sideways scrolling there. */
export async function expectClean(page: Page): Promise<void> {
	await page.waitForLoadState('networkidle');
	const asked = page.viewportSize() ?? wide;
	await page.setViewportSize(wide);
	expect(await faults(page), 'light theme').toEqual([]);
	await page.emulateMedia({ colorScheme: 'dark' });
	await settled(page);
	expect(await faults(page, colours), 'dark theme').toEqual([]);
	await page.emulateMedia({ colorScheme: null });
	await page.setViewportSize(narrow);
	await settled(page);
	expect(await overflow(page), 'overflow at 320 pixels').toBeLessThanOrEqual(0);
	expect(await faults(page, places), '320 pixels').toEqual([]);
	await page.setViewportSize(asked);
}

/** Colours and places may be on their way to new ones. */
const settled = (page: Page) =>
	page.evaluate(async () => {
		await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
		await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})));
	});
