import { getDb } from '$lib/server/db/client';
import { trackResponse } from '$lib/server/track-response';
import { isTrackFormat, readTeamTrack } from '$lib/server/use-cases/printing/read-track';
import type { RequestHandler } from './$types';

/** `?format=geojson`; GPX otherwise. */
export const GET: RequestHandler = async ({ params, url }) => {
	const format = url.searchParams.get('format') ?? '';
	return trackResponse(
		await readTeamTrack(await getDb(), params.token, isTrackFormat(format) ? format : 'gpx')
	);
};
