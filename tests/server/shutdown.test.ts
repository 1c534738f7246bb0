import './auth/people';
import { expect, test } from 'vitest';
import { onShutdown, shutdown } from '$lib/server/shutdown';

test('stops what was opened last first, once', async () => {
	const stopped: string[] = [];
	onShutdown('database', async () => stopped.push('database'));
	onShutdown('jobs', () => stopped.push('jobs'));
	onShutdown('jobs', () => stopped.push('jobs again'));
	await shutdown();
	await shutdown();
	expect(stopped).toEqual(['jobs again', 'database']);
});

test('what fails or hangs does not keep the rest open', async () => {
	const stopped: string[] = [];
	onShutdown('database', () => stopped.push('database'));
	onShutdown('hangs', () => new Promise(() => {}));
	onShutdown('fails', () => Promise.reject(new Error('no')));
	onShutdown('throws', () => {
		throw new Error('no');
	});
	await shutdown(20);
	expect(stopped).toEqual(['database']);
});
