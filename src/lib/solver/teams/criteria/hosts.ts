import type { Cast } from '../cast';
import type { Crew } from '../crews';
import type { Company, Criterion } from './criterion';

/** Each host where a team cannot go, because of its size, of somebody in it, or of its accompanist. */
export const hosts: Criterion = {
	level: 'hosts',
	ride: (cast, company, crew) => cast.hosts.length - openHosts(cast, company, crew)
};

/** Hosts where this company goes with this crew. */
export const openHosts = (
	{ hosts, hostSets }: Cast,
	{ refused }: Pick<Company, 'refused'>,
	crew: Pick<Crew, 'refused'>
): number => hosts.length - hostSets.sets[hostSets.join(refused, crew.refused)]!.length;
