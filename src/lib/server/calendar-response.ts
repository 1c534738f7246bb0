import { error } from '@sveltejs/kit';
import type { CalendarFile } from './use-cases/publication/read-calendar';

/** A calendar to be opened by the reader’s own; 404 when there is nothing to put in it. */
export function calendarResponse(file: CalendarFile | null): Response {
	if (!file)
		error(404, 'Il n’y a pas encore d’heures à mettre dans un agenda : publiez d’abord un planning.');
	return new Response(file.text, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': `attachment; filename="${file.name}"`,
			'cache-control': 'private, no-store',
			'x-robots-tag': 'noindex'
		}
	});
}
