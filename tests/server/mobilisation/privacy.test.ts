import '../auth/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { statuses } from '$lib/domain/participant';
import type { Database } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { plans } from '$lib/server/db/repositories/plans';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { seedDemo } from '$lib/server/demo/seed-demo';
import { createLog } from '$lib/server/log';
import { readList } from '$lib/server/use-cases/exports/export-list';
import { giveLinks } from '$lib/server/use-cases/itinerary-links/give-links';
import { tokenOf } from '$lib/server/use-cases/itinerary-links/link-token';
import { readItinerary } from '$lib/server/use-cases/itinerary-links/read-itinerary';
import { logExchange } from '$lib/server/use-cases/mobilisation/log-exchange';
import { readFollowedCompany } from '$lib/server/use-cases/mobilisation/read-followed-company';
import { readToday } from '$lib/server/use-cases/mobilisation/read-today';
import { publishPlan } from '$lib/server/use-cases/planning/publish-plan';
import { aPlan, aTravel } from '../../builders';
import { freshDatabase } from '../../databases';
import { told } from './followers';

const today = '2027-01-04';
const secret = 'x'.repeat(32);
/** What only those who mobilise may read. */
const inside = 'Le patron est en procès';
/** Who a company is known through: in its list too, whose file is read back as it was, and nowhere beyond. */
const through = 'Connue par la belle-sœur du maire';
const editor = { name: 'Camille', userId: 'camille' };

let database: Database;
let rally: StoredRally;
let host: string;
beforeAll(async () => {
	database = await freshDatabase('pglite');
	const { db } = database;
	const { rallyId } = await seedDemo(db, today);
	rally = (await rallies(db).find(rallyId))!;
	const company = (await records(db, 'company').list(rallyId)).find(
		({ name }) => name === 'Bricoval Aubenas'
	)!;
	host = company.id;
	await records(db, 'company').save(rallyId, host, company.version, {
		introducedBy: through,
		declineNote: inside,
		nextStepNote: inside,
		updatedBy: 'Camille'
	});
	await logExchange(
		db,
		rally,
		host,
		told({ on: today, note: inside, spokenTo: inside, nextStep: 'none' }),
		editor,
		today
	);
	const people = await records(db, 'participant').list(rallyId);
	const visit = { companyId: host, date: rally.programme[0]!.date, start: 600, end: 660 };
	const {
		id,
		number: first,
		published,
		publishedAt,
		createdAt,
		...plan
	} = aPlan({ rallyId, travel: aTravel([host]) });
	void [id, first, published, publishedAt, createdAt];
	const team = { letter: 'A', memberIds: people.slice(0, 4).map((one) => one.id), vehicleId: null, accompanistId: null, driverId: null, visits: [visit] }; // prettier-ignore
	const { number } = await db.transaction((tx) =>
		plans(tx).add({ ...plan, organizationId: rally.organizationId, problem: {}, teams: [team] })
	);
	await publishPlan(db, rally, { number }, editor);
});
afterAll(() => database.close());

test('what is said of a company stays with those who mobilise it: no dossier, no team page, no list of companies', async () => {
	const { db } = database;
	const dossier = JSON.stringify(await readDossier(db, rally));
	const [link] = await giveLinks(db, rally, ['A'], secret, editor);
	const page = await readItinerary(db, tokenOf(link!.id, secret));
	expect(page.state).toBe('open');
	const list = JSON.stringify(await readList(db, rally, 'entreprises', true, new URLSearchParams()));
	for (const told of [dossier, JSON.stringify(page), list]) expect(told).not.toContain(inside);
	for (const told of [dossier, JSON.stringify(page)]) expect(told).not.toContain(through);
	expect(list).toContain(through);
	expect(dossier).not.toMatch(/ownerId|nextStep|declineReason|pausedUntil|introducedBy|mayBeNamed|withdrew/);
	// It was there to be told.
	expect(JSON.stringify(await readFollowedCompany(db, rally, host, editor, today))).toContain(inside);
	expect(JSON.stringify(await readList(db, rally, 'echanges', true, new URLSearchParams()))).toContain(
		inside
	);
});

test('what is said to a company is a number of people: no name, no phone, no situation', async () => {
	const { db } = database;
	const { script, letter } = (await readFollowedCompany(db, rally, host, editor, today))!;
	const said = JSON.stringify([script, letter]);
	expect(letter.body.replace(/\s/g, ' ')).toContain(': 4 personnes, accompagnement compris');
	const day = JSON.stringify(await readToday(db, rally, today));
	for (const { lastName, phone } of await records(db, 'participant').list(rally.id)) {
		const whole = new RegExp(`(?<!\\p{L})${lastName}(?!\\p{L})`, 'u');
		expect(said).not.toMatch(whole);
		if (phone) for (const text of [said, day]) expect(text).not.toContain(phone);
	}
	for (const words of [...Object.values(statuses), 'RSA', 'RQTH', 'DELD', 'QPV'])
		expect(said).not.toContain(words);
	for (const key of ['rsa', 'disabled', 'long-term']) expect(day).not.toContain(`"${key}"`);
});

test('an exchange that cannot be written tells the log nothing of what was said', async () => {
	const problem = await logExchange(database.db, rally, host, told({ on: today, note: inside, spokenTo: inside }), { ...editor, name: null as never }, today).catch((thrown: unknown) => thrown); // prettier-ignore
	let written = '';
	const log = createLog('info', { write: (line: string) => void (written += line) });
	log.error({ err: problem }, 'exchange');
	expect(problem).toBeInstanceOf(Error);
	expect(written).not.toContain(inside);
});
