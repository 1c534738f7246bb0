import { error } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { NOT_FOUND } from '$lib/server/auth/gate';
import { logos } from '$lib/server/db/repositories/logos';
import type { RequestHandler } from './$types';

const kinds = { rallyes: 'rally', structure: 'own' } as const;

/** A picture as it was given. */
export const GET: RequestHandler = async ({ params }) => {
	const kind = kinds[params.picture as keyof typeof kinds];
	const found = kind && (await logos(await getDb(), params.organization).find(kind));
	if (!found) error(404, NOT_FOUND);
	return new Response(new Uint8Array(found.bytes), {
		headers: {
			'content-type': `image/${found.type}`,
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store'
		}
	});
};
