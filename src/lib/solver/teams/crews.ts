import type { Cast } from './cast';

/** Cars, accompanists or drivers that are the same to every criterion. */
export interface Kind {
	/** Those of the kind, by index. */
	ones: number[];
	/** Lock that holds it, or -1. */
	lock: number;
}

/** A car with the people who take it: what a team is put into. Kinds are indices, -1 for none. */
export interface Crew {
	vehicle: number;
	accompanist: number;
	driver: number;
	/** Places left for participants. */
	places: number;
	wheelchairPlaces: number;
	/** Bits: half-days on which the car and everybody of the crew is there. */
	there: number;
	/** The accompanist or somebody else can take the wheel. */
	driven: boolean;
	/** Set of the hosts where somebody of the crew does not go. */
	refused: number;
	lock: number;
}

export interface Crews {
	vehicles: Kind[];
	accompanists: Kind[];
	/** Every crew that can be made, most complete first. */
	crews: Crew[];
}

/**
 * Every car, or none, with every accompanist, or none; one who does not drive also with every driver. What a lock
 * holds goes with nothing that another lock holds.
 */
export function crewsOf(cast: Cast): Crews {
	const vehicles = kinds(cast, cast.vehicles, 'vehicle', ({ seats, wheelchairPlaces }, at) =>
		[seats, wheelchairPlaces, cast.there.vehicles[at]].join()
	);
	const accompanists = kinds(cast, cast.accompanists, 'accompanist', ({ drives }, at) =>
		[drives, cast.there.accompanists[at], cast.refused.accompanists[at]].join()
	);
	const anyDrives = (kind: number) => kind >= 0 && cast.accompanists[accompanists[kind]!.ones[0]!]!.drives;
	const choices = (list: readonly Kind[]) => [...list.keys(), -1];
	const crews: Crew[] = [];
	for (const vehicle of choices(vehicles)) {
		for (const accompanist of choices(accompanists)) {
			const needsDriver = accompanist >= 0 && !anyDrives(accompanist);
			for (const driver of needsDriver ? choices(accompanists) : [-1]) {
				if (driver >= 0 && !anyDrives(driver)) continue;
				const crew = crewOf(cast, { vehicles, accompanists }, { vehicle, accompanist, driver });
				if (crew) crews.push(crew);
			}
		}
	}
	return { vehicles, accompanists, crews };
}

function kinds<T extends { id: string }>(
	cast: Cast,
	list: readonly T[],
	held: 'vehicle' | 'accompanist',
	what: (one: T, at: number) => string
): Kind[] {
	const byKey = new Map<string, Kind>();
	list.forEach((one, at) => {
		const lock = cast.locks.findIndex((lock) =>
			held === 'vehicle' ? lock.vehicle === at : lock.accompanist === at || lock.driver === at
		);
		const key = lock < 0 ? what(one, at) : `locked ${at}`;
		if (!byKey.has(key)) byKey.set(key, { ones: [], lock });
		byKey.get(key)!.ones.push(at);
	});
	return [...byKey.values()];
}

function crewOf(
	cast: Cast,
	{ vehicles, accompanists }: Pick<Crews, 'vehicles' | 'accompanists'>,
	{ vehicle, accompanist, driver }: { vehicle: number; accompanist: number; driver: number }
): Crew | null {
	const parts = [vehicles[vehicle], accompanists[accompanist], accompanists[driver]];
	const locks = [...new Set(parts.flatMap((kind) => (kind && kind.lock >= 0 ? [kind.lock] : [])))];
	if (locks.length > 1) return null;
	const lock = locks[0] ?? -1;
	const [car, leader, wheel] = parts.map((kind) => kind?.ones[0] ?? -1) as [number, number, number];
	if (lock >= 0 && !holds(cast, lock, car, leader, wheel)) return null;
	const drives = leader >= 0 && cast.accompanists[leader]!.drives;
	// An accompanist who does not drive leaves one seat more to whoever takes the wheel, found or not.
	const aboard = leader >= 0 && !drives ? 2 : 1;
	const always = (1 << cast.problem.halfDays.length) - 1;
	const { refused, there } = cast;
	return {
		vehicle,
		accompanist,
		driver,
		places: car < 0 ? 0 : Math.max(0, cast.vehicles[car]!.seats - aboard),
		wheelchairPlaces: car < 0 ? 0 : cast.vehicles[car]!.wheelchairPlaces,
		there:
			(car < 0 ? always : there.vehicles[car]!) &
			(leader < 0 ? always : there.accompanists[leader]!) &
			(wheel < 0 ? always : there.accompanists[wheel]!),
		driven: drives || wheel >= 0,
		refused: cast.hostSets.join(
			leader < 0 ? 0 : refused.accompanists[leader]!,
			wheel < 0 ? 0 : refused.accompanists[wheel]!
		),
		lock
	};
}

/** Whether a crew has all that its lock holds; a driver it holds may turn out to accompany. */
function holds({ locks }: Cast, lock: number, car: number, leader: number, wheel: number): boolean {
	const { vehicle, accompanist, driver } = locks[lock]!;
	return (
		(vehicle < 0 || vehicle === car) &&
		(accompanist < 0 || accompanist === leader) &&
		(driver < 0 || driver === wheel)
	);
}
