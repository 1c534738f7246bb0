import './auth/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { privateFields } from '$lib/domain/enrolment/private';
import { exportedLists } from '$lib/domain/import/exported';
import { needs, statuses } from '$lib/domain/participant';
import type { Database } from '$lib/server/db/client';
import { hostLinks } from '$lib/server/db/repositories/host-links';
import { plans } from '$lib/server/db/repositories/plans';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { seedDemo } from '$lib/server/demo/seed-demo';
import { peopleLists } from '$lib/server/use-cases/exports/people-lists';
import { readList } from '$lib/server/use-cases/exports/export-list';
import { sessionLists } from '$lib/server/use-cases/exports/session-lists';
import { readHostPage } from '$lib/server/use-cases/host-answers/read-host-page';
import { giveHostLinks } from '$lib/server/use-cases/host-links/give-link';
import { hostTokenOf } from '$lib/server/use-cases/host-links/link-token';
import { readHostNames } from '$lib/server/use-cases/host-names/read-host-names';
import { giveLinks } from '$lib/server/use-cases/itinerary-links/give-links';
import { tokenOf } from '$lib/server/use-cases/itinerary-links/link-token';
import { readItinerary } from '$lib/server/use-cases/itinerary-links/read-itinerary';
import { publishPlan } from '$lib/server/use-cases/planning/publish-plan';
import { readHostCalendar, readTeamCalendar } from '$lib/server/use-cases/publication/read-calendar';
import { readNotices } from '$lib/server/use-cases/publication/read-notices';
import { aPlan, aTravel } from '../builders';
import { freshDatabase } from '../databases';

/*
 * Words that exist nowhere else are written in everything that a person tells the organiser only; then all that a
 * host, an accompanist, a reader or the one who opens a file or an address receives is searched for them.
 */

const secret = 's'.repeat(32);
const editor = { name: 'Camille', userId: 'camille' };
const planted = 'Zorglub';
/** What each private field holds here, and how it would be recognised if it came out. */
const told: Record<(typeof privateFields)[number], unknown> = {
	statuses: Object.keys(statuses),
	gender: 'other',
	ageBand: '55-plus',
	diploma: 'bac3',
	formerSector: 'culture',
	prescriber: planted,
	phone: '07 99 88 77 66',
	email: 'zorglub@secret.example',
	needs: Object.keys(needs),
	accessNote: planted,
	diet: planted,
	language: planted,
	referentName: planted,
	referentPhone: '07 99 88 77 66',
	referentEmail: 'zorglub@secret.example',
	emergencyName: planted,
	emergencyPhone: '07 99 88 77 66',
	liability: 'missing',
	liabilityUntil: '2031-12-31',
	together: [],
	apart: [],
	backBy: 16 * 60 + 37,
	hasIdPaper: false
};
const SIGNS = new RegExp(
	[
		planted,
		'07 ?99 ?88',
		'secret\\.example',
		'2031-12-31',
		'16:37|16 h 37|16\\s*h\\s*37',
		...Object.values(statuses),
		...Object.values(needs),
		'"(rsa|disabled|long-term|qpv|refugee|pregnancy|little-walking|55-plus|bac3)"',
		'RQTH|DELD|Pas d’attestation|Bac \\+ 3'
	].join('|'),
	'i'
);

let database: Database;
let rally: StoredRally;
let host: string;
let team: string[];
beforeAll(async () => {
	database = await freshDatabase('pglite');
	const { db } = database;
	const { rallyId } = await seedDemo(db, '2027-04-20');
	rally = (await rallies(db).find(rallyId))!;
	const here = records(db, 'participant');
	const people = (await here.list(rallyId)).filter(({ state }) => state === 'confirmed');
	for (const { id, version } of people)
		await here.save(rallyId, id, version, { ...told, updatedBy: 'Camille' });
	team = people.slice(0, 5).map(({ id }) => id);
	const companies = await records(db, 'company').list(rallyId);
	host = companies.find(({ namesDaysAhead }) => namesDaysAhead !== null)!.id;
	const accompanist = (await records(db, 'accompanist').list(rallyId))[0]!.id;
	const visit = { companyId: host, date: rally.programme[0]!.date, start: 600, end: 660 };
	const { id, number: first, published, publishedAt, createdAt, ...plan } = aPlan({ rallyId, travel: aTravel([host]) }); // prettier-ignore
	void [id, first, published, publishedAt, createdAt];
	const crew = { letter: 'A', memberIds: team, vehicleId: null, accompanistId: accompanist, driverId: null, visits: [visit] }; // prettier-ignore
	const { number } = await db.transaction((tx) =>
		plans(tx).add({ ...plan, organizationId: rally.organizationId, problem: {}, teams: [crew] })
	);
	await publishPlan(db, rally, { number }, editor);
	await giveHostLinks(db, rally, [host], secret, editor);
});
afterAll(() => database.close());

const hostToken = async () =>
	hostTokenOf((await hostLinks(database.db).ofCompany(rally.id, host))!.id, secret);
const teamToken = async () => tokenOf((await giveLinks(database.db, rally, ['A'], secret, editor))[0]!.id, secret); // prettier-ignore
const asked = new URLSearchParams();

test('the words are there to be found, for whoever has the right', async () => {
	const all = JSON.stringify(await readList(database.db, rally, 'participants', true, asked));
	for (const sign of [planted, '07 99 88', 'secret.example', 'RSA', '16:37']) expect(all).toContain(sign);
	expect(all).toMatch(SIGNS);
});

describe('no situation, need or contact of a participant reaches', () => {
	const cases: [string, () => Promise<unknown>][] = [
		['the page of a host', async () => readHostPage(database.db, await hostToken(), new Date())],
		['the list of names a host asked for', () => readHostNames(database.db, rally, host)],
		['the page of a team and its accompanist', async () => readItinerary(database.db, await teamToken())],
		['the calendar of a team', async () => (await readTeamCalendar(database.db, await teamToken()))!.text],
		['the calendar of a host', async () => (await readHostCalendar(database.db, await hostToken()))!.text],
		['the letters to hosts and accompanists', async () => {
			const { toTell } = await readNotices(database.db, rally, { origin: 'https://x.example', secret } as never);
			const letters = toTell.filter(({ kind }) => kind !== 'participant');
			expect(letters.length).toBeGreaterThan(1);
			return letters.map(({ letter, ...rest }) => [letter, Object.values(rest).filter((one) => typeof one === 'string')]);
		}],
		['the address of a page', async () => [await hostToken(), await teamToken()]]
	]; // prettier-ignore
	test.each(cases)('%s', async (_, read) => {
		const given = await read();
		expect(given).toBeTruthy();
		expect(JSON.stringify(given)).not.toMatch(SIGNS);
	});

	test.each([...Object.keys(exportedLists), ...Object.keys(sessionLists), ...Object.keys(peopleLists)])(
		'somebody who may only read, through the export « %s »',
		async (list) => {
			const given = await readList(database.db, rally, list, false, asked);
			if (Object.hasOwn(peopleLists, list)) return expect(given).toBeNull();
			// A form of words of companies may name a need: « plain-pied » is the host's, not a person's.
			if (list !== 'entreprises') expect(JSON.stringify(given!.rows)).not.toMatch(SIGNS);
			expect(JSON.stringify(given)).not.toMatch(/Zorglub|07 99 88|secret\.example/);
		}
	);
});
