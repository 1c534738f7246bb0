import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '$lib/server/db/client';
import { hostAnswers } from '$lib/server/db/repositories/host-answers';
import { hostLinks } from '$lib/server/db/repositories/host-links';
import { addCompany } from '$lib/server/use-cases/companies/save-company';
import { giveHostLinks } from '$lib/server/use-cases/host-links/give-link';
import { keepPagesOpen, moveAlong } from '$lib/server/use-cases/rallies/move-rally';
import { backends, freshDatabase } from '../../databases';
import * as inputs from '../records/inputs';
import { aStoredRally, claire, value } from '../records/rallies';

describe.each(backends)('%s', (backend) => {
	let database: Database;
	beforeAll(async () => {
		database = await freshDatabase(backend);
	});
	afterAll(() => database.close());

	test('a rally that moves takes along the slots asked for, and the end of the companies’ pages', async () => {
		const { db } = database;
		const rally = await aStoredRally(db);
		const { id: companyId } = value(await addCompany(db, rally, inputs.company(), claire));
		await giveHostLinks(db, rally, [companyId], 'x'.repeat(32), claire);
		const slot = { date: '2027-06-08', from: 540, to: 660 };
		const owner = { organizationId: rally.organizationId, rallyId: rally.id };
		const slots = { before: [], after: [slot], decision: null, by: null };
		await hostAnswers(db).add({ ...owner, companyId, changes: { slots } });
		const later = rally.programme.map((day) => ({
			...day,
			date: day.date.replace('-08', '-15').replace('-09', '-16')
		}));

		await db.transaction(async (tx) => {
			await moveAlong(tx, { ...rally, programme: later }, 7, claire);
			await keepPagesOpen(tx, { ...rally, programme: later });
		});
		expect((await hostAnswers(db).openOf(companyId))!.changes.slots!.after).toEqual([{ ...slot, date: '2027-06-15' }]); // prettier-ignore
		const link = await hostLinks(db).ofCompany(rally.id, companyId);
		expect(link!.expiresAt.toISOString().slice(0, 10)).toBe('2027-06-19');
	});
});
