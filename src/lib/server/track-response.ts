import { error } from '@sveltejs/kit';
import type { TrackFile } from './use-cases/printing/read-track';

/** A file for a map program; 404 when nothing is published. */
export function trackResponse(file: TrackFile | null): Response {
	if (!file) error(404, 'Il n’y a pas encore de trajet à emporter : publiez d’abord un planning.');
	return new Response(file.text, {
		headers: {
			'content-type': `${file.type}; charset=utf-8`,
			'content-disposition': `attachment; filename="${file.name}"`,
			'cache-control': 'private, no-store',
			'x-robots-tag': 'noindex'
		}
	});
}
