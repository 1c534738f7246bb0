import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemsOf } from '$lib/server/form';
import type { Database } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { seedDemo } from '$lib/server/demo/seed-demo';
import { RallyForm } from '$lib/server/use-cases/rallies/rally-form';
import { readTravel } from '$lib/server/use-cases/travel/read-travel';
import { typeTravelTime } from '$lib/server/use-cases/travel/type-travel-time';
import { backends, freshDatabase } from '../../databases';
import { claire, value } from '../records/rallies';

const settings = RallyForm.shape.settings;
const typed = {
	visitMinutes: '60',
	bufferMinutes: '5',
	minSectors: '3',
	startGrid: '15',
	spareMinutes: '0',
	nomenclature: 'rally',
	terrain: 'valley',
	roadMargin: '30',
	parkingMinutes: '0',
	solicitationsPerYear: '2',
	contactsPerMonth: '4',
	declarations: 'warn'
};
const line = (from: string, to: string, percent: string) => ({ from, to, percent });

test('rush hours are read in order, empty lines are none, and a fault is told at its field', () => {
	expect(settings.parse(typed).rushHours).toEqual([]);
	const lines = [line('16:30', '18:30', '40'), line('', '', ''), line('7 h 30', '9 h', '20')];
	expect(settings.parse({ ...typed, rushHours: lines }).rushHours).toEqual([
		{ from: 450, to: 540, percent: 20 },
		{ from: 990, to: 1110, percent: 40 }
	]);
	const wrong = settings.safeParse({
		...typed,
		rushHours: [line('9:00', '7:00', '20'), line('9:00', '', '')]
	});
	expect(Object.keys(problemsOf(wrong.error!)).sort()).toEqual(['rushHours.0.to', 'rushHours.1.percent', 'rushHours.1.to']); // prettier-ignore
});

describe.each(backends)('%s', (backend) => {
	let database: Database;
	let rally: StoredRally;
	beforeAll(async () => {
		database = await freshDatabase(backend);
		rally = (await rallies(database.db).find((await seedDemo(database.db, '2027-01-04')).rallyId))!;
	});
	afterAll(() => database.close());

	test('what the planner reads is longer by the heaviest of them, save what was typed', async () => {
		const { db } = database;
		const dossier = await readDossier(db, rally);
		const { ids, minutes: usual } = await readTravel(db, dossier);
		value(await typeTravelTime(db, rally, { from: ids[0]!, to: ids[1]!, minutes: 17 }, claire));
		const longer = (rushHours: StoredRally['settings']['rushHours']) =>
			readTravel(db, { ...dossier, rally: { ...rally, settings: { ...rally.settings, rushHours } } });

		const { minutes } = await longer([{ from: 600, to: 720, percent: 50 }]);
		expect(minutes[0]![1]).toBe(17);
		const ways = usual.flatMap((row, i) => row.map((before, j) => [before, minutes[i]![j]!] as const));
		const others = ways.filter((_, at) => at !== 1);
		expect(others.every(([before, after]) => after >= before && after <= Math.ceil(before * 1.5))).toBe(true);
		expect(others.filter(([before, after]) => after > before).length).toBeGreaterThan(others.length / 2);

		const night = await longer([{ from: 60, to: 120, percent: 50 }]);
		expect(night.minutes.flat().filter((_, at) => at !== 1)).toEqual(others.map(([before]) => before));
	});
});
