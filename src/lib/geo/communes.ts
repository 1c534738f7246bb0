import type { Position } from '$lib/domain/rally';
import { inBox, type Box } from './box';
import { communeKey, departmentOf, misspellings, postcodeArea, readPostcode } from './commune-name';
import { crowFlies } from './crow-flies';

export interface Commune {
	insee: string;
	name: string;
	postcodes: string[];
	population: number;
	/** WGS84 degrees, the centre; null for the few communes the source does not place. */
	position: Position | null;
	/** '07', '2A', '971' */
	department: string;
}

/** As shipped: INSEE code, name, postcodes joined by « | », population, latitude, longitude. */
export type CommuneRow = [string, string, string, number, number | null, number | null];

export type PlacedCommune = Commune & { position: Position };

interface Indexed {
	commune: Commune;
	key: string;
}

/** The communes of France, and the ways to find one. Pure: the table is given. */
export class CommuneTable {
	readonly #all: Indexed[];
	readonly #byInsee: Map<string, Commune>;
	readonly #byPostcode = new Map<string, Indexed[]>();
	readonly #byKey = new Map<string, Indexed[]>();

	constructor(rows: readonly CommuneRow[]) {
		this.#all = rows
			.map((row) => ({ commune: communeOf(row), key: communeKey(row[1]) }))
			.sort((a, b) => b.commune.population - a.commune.population);
		this.#byInsee = new Map(this.#all.map(({ commune }) => [commune.insee, commune]));
		for (const indexed of this.#all) {
			append(this.#byKey, indexed.key, indexed);
			for (const postcode of indexed.commune.postcodes) append(this.#byPostcode, postcode, indexed);
		}
	}

	byInsee(insee: string): Commune | null {
		return this.#byInsee.get(insee) ?? null;
	}

	/** By name, by the start of a postcode, or both (« 07000 Privas »): exact names, then beginnings, then populous. */
	search(query: string, limit = 10): Commune[] {
		const spaceless = query.replace(/(\d)\s(?=\d)/g, '$1');
		const digits = /^\s*(\d{2,5})\b/.exec(spaceless)?.[1] ?? /\b(\d{4,5})\s*$/.exec(spaceless)?.[1] ?? '';
		const key = communeKey(spaceless.replace(digits, ''));
		if (!digits && !key) return [];
		const ranked: Indexed[][] = [[], [], []];
		for (const indexed of this.#all) {
			if (digits && !indexed.commune.postcodes.some((postcode) => postcode.startsWith(digits))) continue;
			ranked[rank(indexed.key, key)]?.push(indexed);
		}
		return ranked
			.flat()
			.slice(0, limit)
			.map(({ commune }) => commune);
	}

	/**
	 * The one commune an address names, or null when it could be several: a wrong place misleads more than none.
	 * A name alone must be unique in France, or in the postcode's département (a CEDEX postcode belongs to no
	 * commune); a postcode alone must have one commune, or one whose name is at most two letters away.
	 */
	identify({ commune, postcode }: { commune: string; postcode: string }): Commune | null {
		const key = communeKey(commune);
		const code = readPostcode(postcode);
		const named = this.#byKey.get(key) ?? [];
		if (!code) return only(named);
		const here = this.#byPostcode.get(code) ?? [];
		if (!key) return only(here);
		const exact = here.find((indexed) => indexed.key === key);
		if (exact) return exact.commune;
		if (named.length > 0) return only(named.filter((indexed) => sameArea(indexed.commune, code)));
		return only(here.filter((indexed) => misspellings(indexed.key, key) <= 2)) ?? only(here);
	}

	/** The communes whose centre is closest, as the crow flies. */
	nearest(position: Position, limit = 1): { commune: PlacedCommune; metres: number }[] {
		return this.#placed()
			.map((commune) => ({ commune, metres: crowFlies(position, commune.position) }))
			.sort((a, b) => a.metres - b.metres)
			.slice(0, limit);
	}

	/** The most populous communes whose centre is in the box: the labels of a map. */
	within(box: Box, limit = Infinity): PlacedCommune[] {
		return this.#placed()
			.filter((commune) => inBox(commune.position, box))
			.slice(0, limit);
	}

	#placed(): PlacedCommune[] {
		return this.#all.map(({ commune }) => commune).filter((c): c is PlacedCommune => c.position !== null);
	}
}

function communeOf([insee, name, postcodes, population, lat, lon]: CommuneRow): Commune {
	const position = lat === null || lon === null ? null : { lon, lat };
	const department = departmentOf(insee);
	return { insee, name, postcodes: postcodes.split('|'), population, position, department };
}

/** 0 exact, 1 begins so, 2 a later word begins so; 3 is no match. */
function rank(key: string, wanted: string): number {
	if (key === wanted) return 0;
	if (key.startsWith(wanted)) return 1;
	return key.includes(` ${wanted}`) ? 2 : 3;
}

const only = (found: Indexed[]): Commune | null => (found.length === 1 ? found[0]!.commune : null);

const sameArea = (commune: Commune, postcode: string): boolean =>
	commune.postcodes.some((own) => postcodeArea(own) === postcodeArea(postcode));

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}
