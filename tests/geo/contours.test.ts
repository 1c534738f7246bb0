import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clipOutlines } from '$lib/geo/clip';
import {
	boxOfLines,
	joinRings,
	outlinesOf,
	withCommunes,
	type DepartmentBorders,
	type Line
} from '$lib/geo/contours';

const shipped = (name: string) => JSON.parse(readFileSync(`static/contours/${name}.json`, 'utf8'));
const borders: DepartmentBorders = shipped('departments');
const closed = (line: Line) => line.length > 3 && String(line[0]) === String(line.at(-1));

test('ties borders into rings whichever way they run, and leaves what stays open', () => {
	const square: Line[] = [
		[
			[0, 0],
			[1, 0]
		],
		[
			[1, 1],
			[1, 0]
		],
		[
			[1, 1],
			[0, 1],
			[0, 0]
		],
		[
			[5, 5],
			[6, 6]
		]
	];
	const [ring, ...others] = joinRings(square);
	expect(others).toEqual([]);
	expect(ring).toHaveLength(5);
	expect(ring!.at(0)).toEqual(ring!.at(-1));
});

test('every département has an outline that closes', () => {
	const codes = [...new Set(borders.features.flatMap((feature) => feature.properties.between))];
	expect(codes).toHaveLength(96);
	for (const code of codes) {
		const { land, neighbours } = outlinesOf(code, borders, null);
		expect(land.length, code).toBeGreaterThan(0);
		expect(land.every(closed)).toBe(true);
		expect(neighbours.length).toBeLessThan(borders.features.length);
	}
});

test.each(withCommunes)('the communes of %s fill its outline', (code) => {
	const communes = shipped(`communes-${code}`);
	const fine = outlinesOf(code, borders, communes);
	const coarse = outlinesOf(code, borders, null);
	expect(fine.communes.length).toBeGreaterThan(100);
	expect(fine.land.every(closed)).toBe(true);
	const [a, b, inner] = [boxOfLines(fine.land)!, boxOfLines(coarse.land)!, boxOfLines(fine.communes)!];
	for (const side of ['west', 'south', 'east', 'north'] as const) expect(a[side]).toBeCloseTo(b[side], 1);
	expect(inner.west).toBeGreaterThanOrEqual(a.west);
	expect(inner.north).toBeLessThanOrEqual(a.north);
	expect(communes.names.length).toBeGreaterThan(100);
});

describe('clipped to a box', () => {
	const outlines = outlinesOf('07', borders, shipped('communes-07'));
	const box = { west: 4.4, south: 44.5, east: 4.9, north: 44.9 };
	const clipped = clipOutlines(outlines, box);

	test('nothing goes out of it, and the land stays closed', () => {
		for (const [lon, lat] of Object.values(clipped).flat(2) as Line) {
			expect(lon).toBeGreaterThanOrEqual(box.west - 1e-9);
			expect(lon).toBeLessThanOrEqual(box.east + 1e-9);
			expect(lat).toBeGreaterThanOrEqual(box.south - 1e-9);
			expect(lat).toBeLessThanOrEqual(box.north + 1e-9);
		}
		expect(clipped.land.every(closed)).toBe(true);
		expect(clipped.communes.length).toBeGreaterThan(50);
	});

	test('is lighter as the tolerance grows', () => {
		const points = (tolerance: number) => clipOutlines(outlines, box, tolerance).communes.flat().length;
		expect(points(0.005)).toBeLessThan(points(0.0005));
		expect(points(0.0005)).toBeLessThan(points(0));
	});

	test('far away there is nothing', () => {
		const sea = { west: -4, south: 45, east: -3, north: 46 };
		expect(clipOutlines(outlines, sea)).toEqual({ land: [], neighbours: [], communes: [], department: [] });
	});
});
