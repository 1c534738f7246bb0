import { getDb } from '$lib/server/db/client';
import { trackResponse } from '$lib/server/track-response';
import { isTrackFormat, readTrack } from '$lib/server/use-cases/printing/read-track';
import type { RequestHandler } from './$types';

/** `?equipe=A&format=geojson`; GPX otherwise. */
export const GET: RequestHandler = async ({ locals: { rally }, url }) => {
	const format = url.searchParams.get('format') ?? '';
	const letter = url.searchParams.get('equipe') ?? '';
	return trackResponse(await readTrack(await getDb(), rally, letter, isTrackFormat(format) ? format : 'gpx'));
};
