import { openHosts } from './hosts';
import type { Criterion } from './criterion';

/** A team stays welcome with as many hosts as it owes visits, as far as there are so many. */
export const visits: Criterion = {
	level: 'visits',
	ride: (cast, company, crew) => {
		const owed = Math.min(cast.problem.visitsOwed, cast.hosts.length);
		return Math.max(0, owed - openHosts(cast, company, crew));
	}
};
