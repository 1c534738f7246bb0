import type { RequestHandler } from './$types';

/** Lets a phone put the team's page among its applications. Says nothing of what the address opens, if anything. */
export const GET: RequestHandler = ({ params }) =>
	new Response(
		JSON.stringify({
			name: 'Équipage, la journée',
			short_name: 'Équipage',
			lang: 'fr',
			dir: 'ltr',
			start_url: `/itineraire/${params.token}`,
			id: `/itineraire/${params.token}`,
			scope: '/itineraire/',
			display: 'standalone',
			background_color: '#fbf9f5',
			theme_color: '#0b5cad',
			icons: [
				{ src: '/icone-192.png', sizes: '192x192', type: 'image/png' },
				{ src: '/icone-512.png', sizes: '512x512', type: 'image/png' },
				{ src: '/icone-pleine-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' }
			]
		}),
		{ headers: { 'content-type': 'application/manifest+json', 'cache-control': 'private, no-store' } }
	);
