import { env } from '../env';
import { openrouteservice } from '../travel/openrouteservice';
import { osrm } from '../travel/osrm';
import type { RoadServer } from '../travel/road-server';

/** The services outside that this site may call: those whose address is set. */
export interface ServicesOutside {
	roads: RoadServer | null;
}

export function servicesOutside(): ServicesOutside {
	const { roads } = env();
	return {
		roads: roads && (roads.kind === 'osrm' ? osrm(roads.url) : openrouteservice(roads.url, roads.key))
	};
}
