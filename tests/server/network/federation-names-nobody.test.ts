import '../auth/people';
import { readdirSync } from 'node:fs';
import { join } from 'node:path/posix';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '$lib/domain/access';
import { charterVersions } from '$lib/domain/charter/numbers';
import type { Database } from '$lib/server/db/client';
import { rallies } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { bilan, bilanStep, rally as rallyTable } from '$lib/server/db/schema';
import { seedDemo } from '$lib/server/demo/seed-demo';
import { readWorkbook } from '$lib/server/spreadsheets/workbook';
import { seedOrganization } from '$lib/server/use-cases/accounts/seed-organization';
import { networkLists } from '$lib/server/use-cases/network/export-network';
import { openCampaign } from '$lib/server/use-cases/network/run-campaign';
import { addNetworkRecord } from '$lib/server/use-cases/network/save-network-record';
import { aSentBilan } from '../../domain/network/builders';
import { readPdf } from '../../documents/pdf';
import { freshDatabase } from '../../databases';

/*
 * A word that exists nowhere else is written wherever a rally names somebody: people, companies, contacts,
 * accompanists, partners, notes. Then every route of the federation is read as one of its members.
 */

const PLANTED = /zorglub|07 99 88 77 66|camille organise/i;
const words = { name: 'Zorglub', phone: '07 99 88 77 66' };
const today = '2027-04-20';

let database: Database;
let actor: Actor;
let params: Record<string, string>;

beforeAll(async () => {
	database = await freshDatabase('pglite');
	(globalThis as { equipageDatabase?: Promise<Database> }).equipageDatabase = Promise.resolve(database);
	const { db } = database;
	const { organizationId, rallyId } = await seedDemo(db, today);
	const federation = await seedOrganization(db, { name: 'Fédération', network: 'federation' }, [
		{ name: 'Sasha', email: 'sasha@exemple.fr', password: 'quatre mots au hasard', role: 'administrator' }
	]);
	const own = federation.organizationId;
	actor = {
		userId: federation.userIds[0]!,
		name: 'Sasha',
		email: 'sasha@exemple.fr',
		memberships: [{ organizationId: own, organizationName: 'Fédération', network: 'federation', role: 'administrator' }] // prettier-ignore
	};

	const plant = {
		company: {
			name: words.name,
			contactName: words.name,
			contactPhone: words.phone,
			arrivalNote: words.name
		},
		participant: { firstName: words.name, lastName: words.name, chosenName: words.name, phone: words.phone },
		accompanist: { firstName: words.name, lastName: words.name, phone: words.phone },
		vehicle: { name: words.name, ownerName: words.name },
		partner: { name: words.name, contactName: words.name, phone: words.phone },
		contact: { name: words.name, phone: words.phone },
		exchange: { note: words.name }
	} as const;
	for (const [kind, values] of Object.entries(plant)) {
		const here = records(db, kind as 'company');
		for (const { id, version } of await here.list(rallyId))
			await here.save(rallyId, id, version, { ...values, updatedBy: words.name } as never);
	}
	const rally = (await rallies(db).find(rallyId))!;
	const place = { ...rally.meetingPoint!, label: words.name, address: words.name };
	await db
		.update(rallyTable)
		.set({
			contactName: words.name,
			contactPhone: words.phone,
			meetingPoint: place,
			closing: { ...rally.closing!, place },
			updatedBy: words.name
		})
		.where(eq(rallyTable.id, rallyId));
	const [sent] = await db
		.insert(bilan)
		.values({
			organizationId,
			rallyId,
			updatedBy: words.name,
			recipient: 'federation',
			state: 'sent',
			sent: aSentBilan(),
			sentOn: new Date('2027-07-01T10:00:00Z')
		})
		.returning();
	await db.insert(bilanStep).values({ organizationId, rallyId, bilanId: sent!.id, from: 'to-complete', to: 'sent', side: 'organizer', by: words.name }); // prettier-ignore
	const year = Number(rally.programme.at(-1)!.date.slice(0, 4));
	const campaign = await openCampaign(db, own, { year, opensOn: today, dueOn: '2027-12-31', message: '' }, actor); // prettier-ignore
	const meeting = await addNetworkRecord(db, 'meeting', own, { title: 'Rencontre', heldOn: today }, actor);
	const announced = await addNetworkRecord(
		db,
		'announced',
		own,
		{ department: '26', month: '2027-06' },
		actor
	);
	const cited = await addNetworkRecord(db, 'cited', own, { year: 2016, label: 'Solutions', value: '35 %', source: 'Rapport' }, actor); // prettier-ignore
	const item = await addNetworkRecord(db, 'library', organizationId, { title: 'Jeu', kind: 'game', body: 'Un jeu' }, { name: words.name }); // prettier-ignore
	const charter = await addNetworkRecord(
		db,
		'charter',
		own,
		{ label: '2030', title: 'Charte', inForceFrom: '2030-01-01', numbers: charterVersions['2018'], says: {} },
		actor
	);
	params = {
		charter,
		item,
		rally: rallyId,
		structure: organizationId,
		bilan: sent!.id,
		campaign: campaign.ok ? campaign.value : '',
		meeting,
		announced,
		cited
	};
});
afterAll(async () => {
	delete (globalThis as { equipageDatabase?: Promise<Database> }).equipageDatabase;
	await database.close();
});

const ROOT = 'src/routes/(federation)';
const files = readdirSync(ROOT, { recursive: true, withFileTypes: true })
	.filter(({ name }) => /^\+(layout|page)?\.?server\.ts$/.test(name))
	.map(({ parentPath, name }) => join(parentPath, name))
	.sort();

/** Each way to ask the same page: what filters and files may bring out. */
const asks: Record<string, string[]> = {
	[`${ROOT}/federation/+page.server.ts`]: ['', '?q=zorglub', '?q=camille', '?dates=ahead'],
	[`${ROOT}/federation/structures/+page.server.ts`]: ['', '?q=zorglub']
};

/** Every list in each format. */
const takenAway = Object.keys(networkLists).flatMap((list) => ['csv', 'xlsx', 'json'].map((end) => `${list}.${end}`)); // prettier-ignore

async function answerOf(file: string, search: string, own: Record<string, string>): Promise<string> {
	const module = (await import(/* @vite-ignore */ `../../../${file}`)) as Record<string, unknown>;
	const url = new URL(`http://localhost:3000/x${search}`);
	const event = {
		url,
		params: own,
		locals: { actor, flash: null },
		request: new Request(url),
		cookies: { set: () => {}, get: () => undefined },
		parent: async () => ({}),
		setHeaders: () => {},
		depends: () => {}
	};
	if (typeof module.GET === 'function') {
		const response = (await module.GET(event)) as Response;
		return readable(new Uint8Array(await response.arrayBuffer()), response.headers.get('content-type') ?? '');
	}
	return typeof module.load === 'function' ? JSON.stringify(await module.load(event)) : '';
}

async function readable(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<string> {
	if (type.includes('pdf')) return (await readPdf(bytes)).text;
	if (type.includes('spreadsheet')) return JSON.stringify(await readWorkbook(bytes, 'xlsx'));
	return new TextDecoder().decode(bytes);
}

test('the words are there to be found', async () => {
	const all = await Promise.all(
		(['company', 'participant', 'accompanist', 'partner'] as const).map((kind) => records(database.db, kind).list(params.rally!)) // prettier-ignore
	);
	for (const rows of all) expect(JSON.stringify(rows)).toMatch(PLANTED);
});

describe('no name reaches the federation by', () => {
	test.each(files)('%s', async (file) => {
		const named = [...file.matchAll(/\[(\w+)\]/g)].map(([, name]) => name!);
		for (const name of named)
			expect([...Object.keys(params), 'file'], 'give it a value in this test').toContain(name);
		const every = named.includes('file') ? takenAway : [''];
		for (const search of asks[file] ?? [''])
			for (const taken of every) {
				const said = await answerOf(file, search, { ...params, file: taken });
				// The words looked for come back in the field where they were typed.
				expect(said.replace(/"query":"[^"]*"/g, '')).not.toMatch(PLANTED);
				// An empty answer would prove nothing.
				if (/rapport|exports/.test(file)) expect(said).toContain('MIFE des Trois Rivières');
			}
	});
});
