import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { readSettings } from './src/commands/settings.mjs';
import { threads } from './src/lib/solver/thread/vite-plugin.ts';

export default defineConfig(({ command, mode }) => {
	// The development server is an application like another; tests and the build owe nothing to a .env.
	if (command === 'serve' && mode !== 'test') readSettings();
	return {
		plugins: [threads(), sveltekit()],
		build: { chunkSizeWarningLimit: 1200 },
		test: {
			include: ['tests/**/*.test.ts'],
			globalSetup: ['tests/global-setup.ts'],
			setupFiles: ['tests/property-seed.ts'],
			// A busy machine is three times slower; a test that hangs still ends.
			testTimeout: 90_000,
			hookTimeout: 180_000,
			maxWorkers: 2,
			// Real databases, threads and clocks: what fails is tried once more, and named when it then passes.
			retry: 1
		}
	};
});
