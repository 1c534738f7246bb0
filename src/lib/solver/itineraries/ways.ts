import type { Model } from '../model';

/** For each company one may come from, those that may come next, the nearest ones. */
export function successors(
	{ companies, travel }: Model,
	from: number[],
	usable: number[],
	near: number
): number[][] {
	const all: number[][] = companies.map(() => []);
	for (const company of from) {
		const road = (to: number) => travel[companies[company]!.place]![companies[to]!.place]!;
		const others = usable.filter((other) => other !== company);
		all[company] = near >= others.length ? others : others.sort((a, b) => road(a) - road(b)).slice(0, near);
	}
	return all;
}

/** For each company, the least time from the end of a visit there to being home, with or without further visits. */
export function shortestWayHome(
	{ companies, travel, buffer, days }: Model,
	day: number,
	usable: number[]
): number[] {
	const { to } = days[day]!;
	const tail = companies.map(({ place }) => travel[place]![to]!);
	// Roads do not always keep the triangle inequality: going round by another company may be shorter.
	for (let changed = true; changed;) {
		changed = false;
		for (const a of usable) {
			for (const b of usable) {
				if (a === b) continue;
				const { place, minutes } = companies[b]!;
				const round = travel[companies[a]!.place]![place]! + buffer + minutes + tail[b]!;
				if (round < tail[a]!) {
					tail[a] = round;
					changed = true;
				}
			}
		}
	}
	return tail;
}
