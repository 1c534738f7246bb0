import { error } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { supporterLogo } from '$lib/server/use-cases/logos/supporter-logos';
import type { RequestHandler } from './$types';

/** A picture as it was given. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const found = await supporterLogo(await getDb(), locals.rally, params.supporter);
	if (!found) error(404, NO_SUCH_RECORD);
	return new Response(new Uint8Array(Buffer.from(found.file, 'base64')), {
		headers: {
			'content-type': `image/${found.type}`,
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store'
		}
	});
};
