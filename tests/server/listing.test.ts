import { expect, test } from 'vitest';
import { listing } from '$lib/server/listing';

const rows = [
	{ name: 'Équipe Cœur', town: 'Saint-Étienne', seats: 10 },
	{ name: 'Atelier', town: 'Cluses', seats: 9 },
	{ name: 'écluse', town: 'L’Isle', seats: 100 }
];
const asked = (query: string) =>
	listing(rows, new URL(`http://localhost/liste${query}`), {
		text: ({ name, town }) => `${name} ${town}`,
		columns: { nom: ({ name }) => name, places: ({ seats }) => seats },
		first: 'nom'
	});
const names = (query: string) => asked(query).rows.map(({ name }) => name);

test.each([
	['equipe', ['Équipe Cœur']],
	['ÉQUIPE', ['Équipe Cœur']],
	['coeur', ['Équipe Cœur']],
	['saint etienne', ['Équipe Cœur']],
	['etienne equipe', ['Équipe Cœur']],
	["l'isle", ['écluse']],
	['lus', ['Atelier', 'écluse']],
	['   ', ['Atelier', 'écluse', 'Équipe Cœur']],
	['equipe cluses', []],
	['.*', []]
])('searching « %s »', (words, expected) => {
	expect(names(`?q=${encodeURIComponent(words)}`)).toEqual(expected);
});

test.each([
	['', ['Atelier', 'écluse', 'Équipe Cœur']],
	['?tri=nom&ordre=desc', ['Équipe Cœur', 'écluse', 'Atelier']],
	['?tri=places', ['Atelier', 'Équipe Cœur', 'écluse']],
	['?tri=__proto__', ['Atelier', 'écluse', 'Équipe Cœur']],
	['?tri=inconnu&ordre=nimporte', ['Atelier', 'écluse', 'Équipe Cœur']]
])('sorted as « %s » asks', (query, expected) => {
	expect(names(query)).toEqual(expected);
});

test('says what was asked, how many there were, and leaves the rows given alone', () => {
	const before = [...rows];
	expect(asked('?q=ATELIER&tri=places&ordre=desc')).toMatchObject({
		total: 3,
		query: 'ATELIER',
		sort: { by: 'places', descending: true }
	});
	expect(asked(`?q=${'a'.repeat(5000)}`).query).toHaveLength(100);
	expect(rows).toEqual(before);
});
