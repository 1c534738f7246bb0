import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '$lib/server/db/client';
import * as schema from '$lib/server/db/schema';
import { chosenChallenges } from '$lib/server/db/repositories/chosen-challenges';
import { rallies } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { copyRally, type Copied } from '$lib/server/use-cases/rallies/copy-rally';
import { startFromTemplate } from '$lib/server/use-cases/preparation/start-from-template';
import { backends, freshDatabase } from '../../databases';
import { publishedRally } from '../day/rallies';
import { claire, driss } from '../records/rallies';

/** What a copied rally may have rows in; every other table that names a rally must have none. */
const comesAlong = [
	'rally',
	'company',
	'company_contact',
	'partner',
	'preparation_task',
	'supporter_logo',
	'chosen_challenge',
	'own_challenge',
	'typed_travel',
	'change'
];

describe.each(backends)('%s', (backend) => {
	let database: Database;
	let source: Awaited<ReturnType<typeof publishedRally>>['rally'];
	let copied: Copied;
	beforeAll(async () => {
		database = await freshDatabase(backend);
		({ rally: source } = await publishedRally(database.db));
		await startFromTemplate(database.db, source, claire);
		await chosenChallenges(database.db, source.id).add(source.organizationId, ['q-metiers'], 'Claire');
		const input = { title: 'Rallye suivant', edition: source.edition + 1, first: '2028-03-07' };
		copied = await copyRally(database.db, source, input, driss);
	});
	afterAll(() => database.close());

	test('the days keep their shape on other dates, the closing too', async () => {
		const rally = (await rallies(database.db).find(copied.id))!;
		expect(rally.programme[0]!.date).toBe('2028-03-07');
		const shape = (of: typeof rally) =>
			of.programme.map(({ morning, afternoon, start }) => ({ morning, afternoon, start }));
		expect(shape(rally)).toEqual(shape(source));
		expect(rally).toMatchObject({
			title: 'Rallye suivant',
			settings: source.settings,
			organizationId: source.organizationId
		});
		expect(rally.closing?.date.startsWith('2028-03')).toBe(true);
	});

	test('companies come to be asked again, without a slot; funders without an amount', async () => {
		const companies = await records(database.db, 'company').list(copied.id);
		expect(companies.map(({ name }) => name).sort()).toEqual(
			(await records(database.db, 'company').list(source.id)).map(({ name }) => name).sort()
		);
		for (const one of companies)
			expect(one).toMatchObject({
				state: 'identified',
				slots: [],
				nextStep: null,
				ownerId: null,
				withdrew: false
			});
		const partners = await records(database.db, 'partner').list(copied.id);
		expect(partners.length).toBeGreaterThan(0);
		for (const one of partners)
			expect(one).toMatchObject({
				promisedCents: null,
				grantedCents: null,
				bilanDueOn: null,
				targetCount: null,
				invitedToClosing: false
			});
		expect(partners.find(({ roles }) => roles.includes('funder'))?.fundingState).toBe('to-contact');
	});

	test('tasks are to be done again, and the challenges are chosen', async () => {
		const tasks = await records(database.db, 'task').list(copied.id);
		expect(tasks).toHaveLength(copied.tasks);
		expect(
			tasks.every(({ doneOn, note, ownerName }) => doneOn === null && note === '' && ownerName === '')
		).toBe(true);
		expect(await chosenChallenges(database.db, copied.id).list()).toContain('q-metiers');
	});

	test('nobody is copied: no row of any other table, and no name of a person anywhere in the copy', async () => {
		const tables = (Object.values(schema) as unknown[])
			.filter((one): one is PgTable => is(one, PgTable))
			.filter((table) => 'rallyId' in table);
		expect(tables.length).toBeGreaterThan(20);
		for (const table of tables) {
			const name = getTableName(table);
			if (comesAlong.includes(name)) continue;
			const rows = await database.db
				.select({ n: sql<number>`count(*)::int` })
				.from(table)
				.where(sql`rally_id = ${copied.id}`);
			expect(rows[0]!.n, name).toBe(0);
		}
		const people = [
			...(await records(database.db, 'participant').list(source.id)),
			...(await records(database.db, 'accompanist').list(source.id))
		];
		expect(people.length).toBeGreaterThan(10);
		const whole = JSON.stringify([
			await records(database.db, 'company').list(copied.id),
			await records(database.db, 'partner').list(copied.id),
			await records(database.db, 'task').list(copied.id),
			await rallies(database.db).find(copied.id)
		]);
		for (const { firstName, lastName } of people) expect(whole).not.toContain(`${firstName} ${lastName}`);
	});
});
