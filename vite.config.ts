import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { threads } from './src/lib/solver/thread/vite-plugin.ts';

export default defineConfig({
	plugins: [threads(), sveltekit()],
	build: { chunkSizeWarningLimit: 1200 },
	test: {
		include: ['tests/**/*.test.ts'],
		globalSetup: ['tests/global-setup.ts'],
		testTimeout: 30_000,
		hookTimeout: 90_000,
		maxWorkers: 2
	}
});
