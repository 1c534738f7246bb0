import '../auth/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Db } from '$lib/server/db/client';
import { hostLinks } from '$lib/server/db/repositories/host-links';
import { namesReleases } from '$lib/server/db/repositories/names-releases';
import { plans } from '$lib/server/db/repositories/plans';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { seedDemo } from '$lib/server/demo/seed-demo';
import { recordConsent } from '$lib/server/use-cases/consents/record-consent';
import { readAnswers } from '$lib/server/use-cases/host-answers/read-answers';
import { readHostPage } from '$lib/server/use-cases/host-answers/read-host-page';
import { giveHostLinks } from '$lib/server/use-cases/host-links/give-link';
import { hostTokenOf } from '$lib/server/use-cases/host-links/link-token';
import { keyOf, noteNamesGiven, readHostNames } from '$lib/server/use-cases/host-names/read-host-names';
import { backends, freshDatabase } from '../../databases';
import { savePlanByHand } from '../planned';
import { aStoredRally, claire, value } from '../records/rallies';

const secret = 's'.repeat(32);
const today = '2027-01-02';

describe.each(backends)('%s', (kind) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;
	let host: string;
	let team: string[];
	beforeAll(async () => {
		database = await freshDatabase(kind);
		db = database.db;
		rally = (await rallies(db).find((await seedDemo(db, '2027-01-04')).rallyId))!;
		const { teams } = await savePlanByHand(db, rally);
		host = teams[0]!.visits[0]!.companyId;
		team = teams[0]!.memberIds;
	});
	afterAll(() => database.close());

	const consent = async (participantId: string, decision: 'given' | 'refused' | 'withdrawn') =>
		value(await recordConsent(db, rally, { participantId, kind: 'sharing', decision, decidedOn: today, means: 'oral' }, claire, today)); // prettier-ignore
	const list = async () => (await readHostNames(db, rally, host))!;
	const person = async (id: string) => (await records(db, 'participant').find(rally.id, id))!;

	test('nobody is named before the planning is published', async () => {
		expect(await list()).toMatchObject({ number: null, visits: [], text: '', named: [] });
		await plans(db).publish(rally.id, 1);
	});

	test('names of those who agreed, by team, and not a word more; the others are counted', async () => {
		for (const id of team) await consent(id, 'refused');
		const [first, second] = [team[0]!, team[1]!];
		await consent(first, 'given');
		await consent(second, 'given');
		await consent(second, 'withdrawn');
		const { firstName, lastName, phone } = await person(first);
		const mine = (await list()).visits.find(({ names }) => names.includes(`${firstName} ${lastName}`))!;
		expect(mine.names).toEqual([`${firstName} ${lastName}`]);
		expect(mine.kept).toBe(team.length - 1);
		const { text, visits, named } = await list();
		expect(named).toContain(first);
		expect(named).not.toContain(second);
		const said = JSON.stringify({ text, visits });
		for (const id of team.slice(1)) expect(said).not.toContain((await person(id)).lastName);
		if (phone) expect(said).not.toContain(phone);
		for (const word of ['rsa', 'needs', 'statuses', 'wheelchair', 'phone', 'email']) expect(said).not.toContain(word); // prettier-ignore
	});

	test('what was given is kept as a trace, of the list that was read only', async () => {
		const shown = keyOf(await list());
		await consent(team[2]!, 'given');
		expect(await noteNamesGiven(db, rally, host, shown, claire)).toMatchObject({ error: { code: 'list-changed' } }); // prettier-ignore
		const { named } = await list();
		value(await noteNamesGiven(db, rally, host, keyOf(await list()), claire));
		expect((await list()).releases).toMatchObject([{ planNumber: 1, releasedBy: 'Claire' }]);
		expect(await namesReleases(db).list(rally.id)).toMatchObject([
			{ companyId: host, participantIds: named }
		]);
		const company = (await records(db, 'company').find(rally.id, host))!;
		await records(db, 'company').save(rally.id, host, company.version, { namesDaysAhead: 3, updatedBy: 'x' });
		const { hosts } = await readAnswers(db, rally, new Date('2027-01-02T12:00:00Z'));
		expect(hosts.find(({ id }) => id === host)!.names!.given).toBeInstanceOf(Date);
		expect(hosts.filter(({ names }) => names?.given)).toHaveLength(1);
	});

	test('the company’s own page shows no name, before and after they were given; another rally sees none', async () => {
		await giveHostLinks(db, rally, [host], secret, claire);
		const token = hostTokenOf((await hostLinks(db).ofCompany(rally.id, host))!.id, secret);
		const page = JSON.stringify(await readHostPage(db, token, new Date()));
		for (const { lastName, id } of await records(db, 'participant').list(rally.id)) {
			expect(page).not.toContain(lastName);
			expect(page).not.toContain(id);
		}
		const elsewhere = await aStoredRally(db, crypto.randomUUID());
		expect(await readHostNames(db, elsewhere, host)).toBeNull();
		expect(await noteNamesGiven(db, elsewhere, host, 'x', claire)).toMatchObject({ error: { code: 'not-found' } }); // prettier-ignore
	});
});
