import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter(),
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				// Pages carry style attributes (`--gap`, colours of teams), which no nonce covers.
				'style-src': ['self', 'unsafe-inline'],
				// The tile server, when one is set, is added at run time in server/auth/security-headers.ts.
				'img-src': ['self', 'data:', 'blob:'],
				'connect-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		},
		// Only the pages of teams ask for it (components/day/kept-page.ts).
		serviceWorker: { register: false },
		version: { pollInterval: 0 },
		typescript: {
			config: (config) => ({
				...config,
				include: [...config.include, '../drizzle/**/*.ts', '../playwright.config.ts', '../eslint.config.js']
			})
		}
	}
};
