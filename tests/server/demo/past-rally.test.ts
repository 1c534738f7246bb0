import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '$lib/server/db/client';
import { plans } from '$lib/server/db/repositories/plans';
import { rallies } from '$lib/server/db/repositories/rallies';
import { seedPastRally } from '$lib/server/demo/past-rally';
import { seedOrganization } from '$lib/server/use-cases/accounts/seed-organization';
import { readBilanGround } from '$lib/server/use-cases/bilans/bilan-ground';
import { listBilans } from '$lib/server/use-cases/bilans/read-bilans';
import { freshDatabase } from '../../databases';

const now = new Date('2027-01-04T10:00:00Z');
let database: Database;

beforeAll(async () => {
	database = await freshDatabase('pglite');
}, 30_000);
afterAll(() => database.close());

test('the earlier rally of the demonstration is planned, done, followed up and accounted for', async () => {
	const { db } = database;
	const name = 'MIFE';
	const who = { name: 'Camille', email: 'c@demo.example', password: 'rallye-de-demonstration', role: 'administrator' as const }; // prettier-ignore
	const { organizationId, userIds } = await seedOrganization(db, { name, network: 'mife' }, [who]);
	await seedPastRally(
		db,
		organizationId,
		{
			...who,
			userId: userIds[0]!,
			memberships: [{ organizationId, organizationName: name, network: 'mife', role: 'administrator' }]
		},
		now
	);
	const { id } = (await rallies(db).ofOrganizations([organizationId]))[0]!;
	const rally = (await rallies(db).find(id))!;
	const plan = (await plans(db).published(id))!;
	expect(plan.teams).toHaveLength(4);
	for (const { visits } of plan.teams) expect([6, 7, 8]).toContain(visits.length);
	const ground = await readBilanGround(db, rally, now);
	const done = Object.fromEntries(
		Object.entries(ground.figures.figures).map(([key, { done }]) => [key, done.is === 'value' ? done.value : done.is]) // prettier-ignore
	);
	expect(done).toMatchObject({ participants: 16, 'first-day': 16, finished: 15, 'companies-mobilised': 9, answered: 14, solutions: 10, guests: 20 }); // prettier-ignore
	expect(listBilans(ground).map(({ recipient, state }) => [recipient.kind, state])).toEqual([
		['federation', 'sent'],
		['ansa', 'validated'],
		['funder', 'to-complete']
	]);
});
