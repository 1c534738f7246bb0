import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter(),
		// The service worker belongs to the accompanist page alone and is registered there.
		serviceWorker: { register: false },
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				// Leaflet positions its markers with style attributes.
				'style-src': ['self', 'unsafe-inline'],
				// The tile server, when one is set, is added at run time in hooks.server.ts.
				'img-src': ['self', 'data:', 'blob:'],
				'connect-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		},
		version: { pollInterval: 0 },
		typescript: {
			config: (config) => ({
				...config,
				include: [...config.include, '../drizzle/**/*.ts', '../playwright.config.ts', '../eslint.config.js']
			})
		}
	}
};
