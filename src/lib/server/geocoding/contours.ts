import { franceMap, type FranceMap } from '$lib/geo/france-map';
import { outlinesOf, type CommuneBorders, type DepartmentBorders, type Outlines } from '$lib/geo/contours';

// Imported as text, the files travel inside the built server, which has no `static` folder beside it.
const files = import.meta.glob<string>('../../../../static/contours/*.json', {
	query: '?raw',
	import: 'default'
});

const kept = new Map<string, Promise<Outlines>>();

/**
 * The outlines of a département ('07', '2A'), with its communes where they are shipped, for a map on paper:
 * hand them to `clipOutlines`. Nothing but the neighbours for a code without outline, such as one overseas.
 */
export function contours(department: string | null): Promise<Outlines> {
	const key = department ?? '';
	let outlines = kept.get(key);
	if (!outlines) kept.set(key, (outlines = read(department)));
	return outlines;
}

async function read(department: string | null): Promise<Outlines> {
	const [borders, communes] = await Promise.all([
		file<DepartmentBorders>('departments'),
		department === null ? null : file<CommuneBorders>(`communes-${department}`)
	]);
	if (!borders) throw new Error('departments.json is missing');
	return outlinesOf(department, borders, communes);
}

async function file<T>(name: string): Promise<T | null> {
	const load = files[`../../../../static/contours/${name}.json`];
	return load ? (JSON.parse(await load()) as T) : null;
}

let drawn: Promise<FranceMap> | undefined;

/** Every département of the mainland in one drawing, made once. */
export const france = (): Promise<FranceMap> =>
	(drawn ??= file<DepartmentBorders>('departments').then((borders) => {
		if (!borders) throw new Error('departments.json is missing');
		return franceMap(borders);
	}));
