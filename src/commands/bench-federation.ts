import { sql } from 'drizzle-orm';
import { answering, freePort, servers } from '../../tests/e2e/servers';
import { startPostgres } from '../../tests/postgres';
import { departments } from '../lib/domain/departments';
import { programmeOf } from '../lib/domain/formats';
import { defaultSettings } from '../lib/domain/rally';
import { openDatabase, type Database } from '../lib/server/db/client';
import { bilan, organization, participant, rally } from '../lib/server/db/schema';
import { aPastBilan } from '../lib/server/demo/network-bilans';
import { seedOrganization } from '../lib/server/use-cases/accounts/seed-organization';

const ORGANIZATIONS = 200;
const RALLIES = 1000;
const PEOPLE = 25;
const TIMES = 12;
/** What each page may take on the server, milliseconds. */
const WANTED = 300;
const account = { name: 'Sasha Mesure', email: 'mesure@demo.example', password: 'rallye-de-demonstration' };
const keys = { key: 'the key of a measure, nothing else: it keeps no data', old: [], file: null };

const pages = [
	'/federation',
	'/federation?annee=2026&reseau=mife',
	'/federation?page=20',
	'/federation/calendrier?annee=2026',
	'/federation/carte',
	'/federation/tableau?annee=2026',
	'/federation/conformite?annee=2026',
	'/federation/structures',
	'/federation/structures/mesure-7',
	'/federation/campagnes',
	'/federation/rencontres',
	'/federation/bibliotheque',
	'/federation/exports/rallyes.csv',
	'/federation/exports/tableau.csv?annee=2026',
	'/federation/exports/conformite.csv?annee=2026',
	'/federation/rapport?annee=2026'
];

/**
 * The federation's pages on a real PostgreSQL, by the built application: 200 organisations, 1,000 rallies over five
 * years, 25,000 participants, 1,000 bilans sent. Milliseconds from the request to the last byte, one reader.
 */
export async function benchFederation(): Promise<void> {
	const postgres = await startPostgres();
	const own = await openDatabase(postgres.url, keys);
	console.log(
		`\nFédération : ${ORGANIZATIONS} structures, ${RALLIES} rallyes, ${RALLIES * PEOPLE} personnes, ${RALLIES} bilans`
	);
	await fill(own);
	const started = servers();
	try {
		const server = started.start('federation', {
			port: await freePort(),
			environment: { DATABASE_URL: postgres.url, DATA_KEY: keys.key, AUTH_SECRET: keys.key },
			aloud: true
		});
		await answering(server);
		const cookie = await signIn(server.origin);
		for (const page of pages) {
			const times: number[] = [];
			let size = 0;
			for (let turn = 0; turn < TIMES + 2; turn++) {
				const began = performance.now();
				const answer = await fetch(server.origin + page, { headers: { cookie, accept: 'text/html' } });
				size = (await answer.arrayBuffer()).byteLength;
				if (!answer.ok) throw new Error(`${page}: ${answer.status}`);
				// The first two also pay for what is read once.
				if (turn > 1) times.push(performance.now() - began);
			}
			times.sort((a, b) => a - b);
			const median = times[Math.floor(times.length / 2)]!;
			const most = times.at(-1)!;
			console.log(
				`${page.padEnd(48)}${median.toFixed(0).padStart(7)} ms${`(au plus ${most.toFixed(0)})`.padStart(17)}${`${(size / 1024).toFixed(0)} ko`.padStart(9)}${median > WANTED ? '  TROP LONG' : ''}`
			);
		}
		await explain(own);
	} finally {
		await started.clear();
		await own.close();
		await postgres.stop();
	}
}

async function fill({ db }: Database): Promise<void> {
	await seedOrganization(db, { name: 'Fédération de mesure', network: 'federation' }, [
		{ ...account, role: 'administrator' }
	]);
	const networks = ['mife', 'siae', 'crepi', 'other'] as const;
	const codes = Object.keys(departments).sort();
	const owners = Array.from({ length: ORGANIZATIONS }, (_, i) => ({
		id: `mesure-${i}`,
		name: `Structure de mesure ${i}`,
		slug: `mesure-${i}`,
		network: networks[i % 4]!
	}));
	await db.insert(organization).values(owners);
	const opened: { id: string; owner: string; i: number; date: string }[] = [];
	for (let i = 0; i < RALLIES; i++)
		opened.push({
			id: crypto.randomUUID(),
			owner: owners[i % ORGANIZATIONS]!.id,
			i,
			date: `${2022 + (i % 5)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 25)).padStart(2, '0')}`
		});
	for (const some of inHundreds(opened)) {
		await db.insert(rally).values(
			some.map(({ id, owner, i, date }) => ({
				id,
				organizationId: owner,
				title: `Rallye de mesure ${i}`,
				edition: 1 + Math.floor(i / ORGANIZATIONS),
				territory: `Territoire ${i % 300}`,
				department: codes[i % codes.length]!,
				programme: programmeOf('three', date),
				settings: defaultSettings,
				charterVersion: '2018',
				updatedBy: 'mesure'
			}))
		);
		await db.insert(bilan).values(
			some.map(({ id, owner, i, date }) => ({
				organizationId: owner,
				rallyId: id,
				recipient: 'federation' as const,
				state: (['sent', 'to-fix', 'validated'] as const)[i % 3]!,
				sent: aMeasuredBilan(i, date),
				sentOn: new Date(`${date}T09:00:00Z`),
				sendings: 1,
				updatedBy: 'mesure'
			}))
		);
		for (const one of some)
			await db.insert(participant).values(
				Array.from({ length: PEOPLE }, (_, n) => ({
					organizationId: one.owner,
					rallyId: one.id,
					firstName: 'Ana',
					lastName: `Mesure ${n}`,
					updatedBy: 'mesure'
				}))
			);
	}
	await db.execute(sql`analyze`);
}

/** As long as a real one: comments on every row, a narrative of a few paragraphs. */
function aMeasuredBilan(i: number, date: string) {
	const came = 15 + (i % 14);
	const sent = aPastBilan(
		{
			title: `Rallye de mesure ${i}`,
			edition: 1,
			territory: '',
			department: '07',
			planned: came + 2,
			came,
			companies: [9, 9],
			professionals: 14,
			answered: i % 4 === 0 ? null : came - 3,
			solutions: i % 4 === 0 ? null : 6,
			women: 6 + (i % 5),
			level: (['2', '3', '4'] as const)[i % 3]!
		},
		programmeOf('three', date)
	);
	const words = `Une phrase de bilan qui dit à peu près ce qui s’est passé au rallye ${i}. `;
	return {
		...sent,
		grid: sent.grid.map((row) => ({ ...row, comment: words })),
		narrative: { context: words.repeat(15), results: words.repeat(15), lessons: words.repeat(10) }
	};
}

const inHundreds = <T>(all: readonly T[]): T[][] =>
	Array.from({ length: Math.ceil(all.length / 100) }, (_, i) => all.slice(i * 100, (i + 1) * 100));

async function signIn(origin: string): Promise<string> {
	const answer = await fetch(`${origin}/connexion`, {
		method: 'POST',
		headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ email: account.email, password: account.password }),
		redirect: 'manual'
	});
	return answer.headers
		.getSetCookie()
		.map((line) => line.split(';')[0]!)
		.join('; ');
}

/** How PostgreSQL runs the queries behind the heaviest pages. */
async function explain({ runSql }: Database): Promise<void> {
	const lists = `from rally r join organization o on o.id = r.organization_id left join bilan b on b.rally_id = r.id and b.recipient = 'federation' and b.archived_at is null where r.archived_at is null`;
	const queries = {
		'liste des rallyes': `select r.id, r.title, o.name, r.programme->0->>'date', b.state ${lists} order by r.programme->0->>'date' desc`,
		'inscrits de cinquante rallyes': `select rally_id, count(*) from participant where rally_id in (select id from rally limit 50) and state = 'confirmed' and archived_at is null group by rally_id`,
		'bilans d’une année': `select b.sent ${lists} and b.sent is not null and left(r.programme->-1->>'date', 4) = '2026'`,
		'grilles de toutes les années': `select b.sent->'grid' ${lists} and b.sent is not null`
	};
	for (const [name, text] of Object.entries(queries)) {
		const { rows } = await runSql(`explain (analyze, costs off, timing off) ${text}`);
		console.log(`\n${name}`);
		for (const row of rows as Record<string, string>[]) console.log(`  ${Object.values(row)[0]}`);
	}
}
