import { GrowingRoutes } from './growing-routes';
import type { RoutePool } from './route-pool';
import { RouteSets } from './route-sets';

/** The routes of a pool whose stops are as wanted; the sets are numbered again. */
export function routesWith(pool: RoutePool, wanted: (stops: Int32Array) => boolean): RoutePool {
	const { sets, first, stops, set, cost, travel } = pool;
	const { words, sectorWords, sectorOf, mostVisits } = sets;
	const fewer = new RouteSets(words, sectorWords, sectorOf, mostVisits);
	const routes = new GrowingRoutes();
	for (let route = 0; route < pool.size; route++) {
		const own = stops.subarray(first[route], first[route + 1]);
		if (!wanted(own)) continue;
		const of = set[route]!;
		const mask = sets.companies.subarray(of * words, (of + 1) * words);
		const members = sets.members.subarray(of * mostVisits, (of + 1) * mostVisits);
		routes.add(own, own.length, cost[route]!, travel[route]!, fewer.numberOf(mask, members, own.length));
	}
	return { day: pool.day, sets: fewer, complete: pool.complete, ...routes.finish(fewer.count) };
}
