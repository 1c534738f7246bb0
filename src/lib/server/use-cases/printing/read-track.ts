import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { itineraryLinks } from '../../db/repositories/itinerary-links';
import { plans } from '../../db/repositories/plans';
import { rallies } from '../../db/repositories/rallies';
import { teamTrack } from '../../documents/tracks/content';
import { drawGeoJson, drawGpx } from '../../documents/tracks/draw';
import { hashOf } from '../itinerary-links/link-token';
import { withArchived } from '../planning/read-planning';

export const trackFormats = { gpx: 'GPX', geojson: 'GeoJSON' } as const;
export type TrackFormat = keyof typeof trackFormats;

export const isTrackFormat = (text: string): text is TrackFormat => Object.hasOwn(trackFormats, text);

export interface TrackFile {
	name: string;
	text: string;
	type: string;
}

/** A team's places and days as a file for a map, of the version in force; null when there is none, or no such team. */
export async function readTrack(
	db: Db,
	rally: Rally,
	letter: string,
	format: TrackFormat
): Promise<TrackFile | null> {
	const plan = await plans(db).published(rally.id);
	const team = plan?.teams.find((one) => one.letter === letter);
	if (!plan || !team) return null;
	const { companies } = await withArchived(db, await readDossier(db, rally, plan));
	const track = teamTrack({ rally, plan, companies }, team);
	return {
		name: `equipe-${letter.toLowerCase()}.${format}`,
		text: format === 'gpx' ? drawGpx(track) : drawGeoJson(track),
		type: format === 'gpx' ? 'application/gpx+xml' : 'application/geo+json'
	};
}

/** By the link to a team’s page; null when it opens nothing. */
export async function readTeamTrack(db: Db, token: string, format: TrackFormat): Promise<TrackFile | null> {
	const link = token.length <= 64 ? await itineraryLinks(db).byHash(hashOf(token)) : null;
	const rally = link && (await rallies(db).find(link.rallyId));
	return link && rally ? readTrack(db, rally, link.teamLetter, format) : null;
}
