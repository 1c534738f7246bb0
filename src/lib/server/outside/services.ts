import { companyDirectory, type CompanyDirectory } from '../directory/company-directory';
import { env } from '../env';
import { addressService, type AddressService } from '../geocoding/address-service';
import { openrouteservice } from '../travel/openrouteservice';
import { osrm } from '../travel/osrm';
import type { RoadServer } from '../travel/road-server';

/** The services outside that this site may call: those whose address is set. Without a setting nobody is called. */
export interface ServicesOutside {
	directory: CompanyDirectory | null;
	addresses: AddressService | null;
	roads: RoadServer | null;
}

export function servicesOutside(): ServicesOutside {
	const { companyDirectory: directory, geocoder, roads } = env();
	return {
		directory: directory ? companyDirectory(directory) : null,
		addresses: geocoder ? addressService(geocoder) : null,
		roads: roads && (roads.kind === 'osrm' ? osrm(roads.url) : openrouteservice(roads.url, roads.key))
	};
}
