import { expect, test } from 'vitest';
import { ago } from '$lib/domain/french';
import { outsideWords, type OutsideFault } from '$lib/domain/outside';
import { isOwn, roadFaultWords, type RoadFault } from '$lib/domain/road-time';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test.each<[RoadFault, string]>([
	[{ code: 'far-snap', end: 'from', metres: 265_672 }, 'le départ est à 266 km de la route'],
	[{ code: 'far-snap', end: 'to', metres: 1_949 }, 'l’arrivée est à 1,9 km de la route'],
	[{ code: 'no-route' }, 'ne trouve pas de route'],
	[{ code: 'implausible' }, 'pas croyable'],
	[{ code: 'timeout', seconds: 10 }, 'n’a pas répondu en 10 secondes'],
	[{ code: 'refused', status: 400, reason: 'NoSegment' }, '(NoSegment)'],
	[{ code: 'refused', status: 404, reason: '' }, '(erreur 404)'],
	[{ code: 'broken', status: 502 }, 'en panne (erreur 502)']
])('%j is said « …%s… »', (fault, words) => {
	expect(plain(roadFaultWords(fault))).toContain(words);
});

test('every fault of a service has its words, and is not about one way', () => {
	const codes = ['unreachable', 'key-refused', 'too-many-requests', 'too-big', 'unreadable'] as const;
	const faults = codes.map((code): OutsideFault => ({ code }));
	expect(new Set(faults.map(outsideWords)).size).toBe(codes.length);
	expect(faults.some(isOwn)).toBe(false);
});

test.each([
	[20_000, 'à l’instant'],
	[5 * 60_000, 'il y a 5 minutes'],
	[3 * 3_600_000, 'il y a 3 heures'],
	[24 * 3_600_000, 'hier'],
	[10 * 24 * 3_600_000, 'il y a 10 jours'],
	[100 * 24 * 3_600_000, 'il y a 3 mois'],
	[-5_000, 'à l’instant']
])('%d ms ago is « %s »', (age, words) => {
	expect(plain(ago(new Date(1e12 - age), new Date(1e12)))).toBe(words);
});
