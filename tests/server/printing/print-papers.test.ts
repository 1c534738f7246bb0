import '../auth/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '$lib/domain/calendar';
import { needs, statuses } from '$lib/domain/participant';
import type { Plan } from '$lib/domain/plan';
import type { Database, Db } from '$lib/server/db/client';
import { backupMailings } from '$lib/server/db/repositories/backup-mailings';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { errands } from '$lib/server/db/repositories/errands';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { demoParticipants } from '$lib/server/demo/people';
import { seedDemo } from '$lib/server/demo/seed-demo';
import type { Letter, Mailer, Sending } from '$lib/server/mail/mailer';
import { correctPresence } from '$lib/server/use-cases/day/correct-presence';
import { readPresences } from '$lib/server/use-cases/day/read-presences';
import { runErrand } from '$lib/server/use-cases/errands/run-errand';
import { sendErrand } from '$lib/server/use-cases/errands/send-errand';
import { giveLinks } from '$lib/server/use-cases/itinerary-links/give-links';
import { tokenOf } from '$lib/server/use-cases/itinerary-links/link-token';
import { publishPlan } from '$lib/server/use-cases/planning/publish-plan';
import { mailDuePacks } from '$lib/server/use-cases/printing/mail-packs';
import { keepPack, keptPack, makePack } from '$lib/server/use-cases/printing/make-pack';
import { printCalls, printPaper, printPrizeList, printRallyPoster, type PaperName, type Wanted } from '$lib/server/use-cases/printing/print-paper'; // prettier-ignore
import { paperNews } from '$lib/server/use-cases/printing/read-printable';
import { readTeamTrack, readTrack } from '$lib/server/use-cases/printing/read-track';
import { saveBackupMailing } from '$lib/server/use-cases/printing/save-backup-mailing';
import { backends, freshDatabase } from '../../databases';
import { readPdf } from '../../documents/pdf';
import { savePlanByHand } from '../planned';
import { claire, driss, value } from '../records/rallies';

const site = { origin: 'https://equipage.example', secret: 's'.repeat(32) };
const nobodyElse: Wanted = { version: null };

function postOffice(answer: () => Sending = () => 'sent') {
	const letters: Letter[] = [];
	const mail: Mailer = {
		ready: true,
		send: async (letter) => {
			letters.push(letter);
			return answer();
		}
	};
	return { mail, letters };
}

describe.each(backends)('%s', (kind) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;
	let plan: Plan;
	const read = async (name: PaperName, wanted: Partial<Wanted> = {}) =>
		readPdf((await printPaper(db, rally, name, { ...nobodyElse, ...wanted }, site))!);

	beforeAll(async () => {
		database = await freshDatabase(kind);
		db = database.db;
		const { rallyId } = await seedDemo(db, '2027-01-04');
		rally = (await rallies(db).find(rallyId))!;
		plan = await savePlanByHand(db, rally);
	});
	afterAll(() => database.close());

	test('before anything is published, papers are drafts and nothing leaves', async () => {
		expect((await read('tableau')).text).toContain('BROUILLON');
		expect(await readTrack(db, rally, 'A', 'gpx')).toBeNull();
		expect(await paperNews(db, rally, 1)).toBeNull();
		const { mail, letters } = postOffice();
		value(
			await saveBackupMailing(db, rally, { email: 'nadia@mife.example', at: 18 * 60, version: 0 }, claire)
		);
		const eve = new Date(`${addDays(rally.programme[0]!.date, -1)}T20:00:00Z`);
		expect(await mailDuePacks(db, site, mail, eve)).toBe(0);
		expect(letters).toEqual([]);
		value(await publishPlan(db, rally, { number: plan.number, inForce: null }, claire));
	});

	// What is drawn owes nothing to the database, and takes half a minute.
	const drawn = test.runIf(kind === 'pglite');

	drawn('each paper is of the plan: of one team, one person, one company when asked', async () => {
		const team = plan.teams[0]!;
		const dossier = await readDossier(db, rally, plan);
		const nameOf = (id: string) => {
			const person = dossier.participants.find((one) => one.id === id)!;
			return person.chosenName || person.firstName;
		};
		const whole = await read('feuilles-de-route');
		const one = await read('feuilles-de-route', { team: team.letter });
		expect(one.pages.length).toBeLessThan(whole.pages.length);
		for (const { companyId } of team.visits)
			expect(one.text).toContain(dossier.companies.find(({ id }) => id === companyId)!.name);
		expect((await read('feuilles-de-route', { team: team.letter, format: 'a5' })).sizes[0]).toEqual([
			842, 595
		]);

		const [first] = team.memberIds;
		for (const name of ['badges', 'diplomes', 'fiches-participants', 'convocations'] as const) {
			const { text } = await read(name, { person: first });
			expect(text, name).toContain(nameOf(first!));
			for (const other of team.memberIds.slice(1))
				expect(text, name).not.toMatch(new RegExp(`\\b${nameOf(other)}\\b`));
		}
		expect((await read('diplomes')).pages).toHaveLength(24);
		expect((await read('emargement', { team: team.letter })).text).not.toContain('Sans équipe');
		const host = team.visits[0]!.companyId;
		expect((await read('fiches-accueil', { company: host })).pages).toHaveLength(1);
		expect((await read('affichettes', { company: host })).pages).toHaveLength(1);
		for (const name of [
			'feuilles-de-route',
			'badges',
			'ordres-de-mission',
			'emargement',
			'diplomes'
		] as const)
			expect(await printPaper(db, rally, name, { version: null, team: 'Z' }, site)).toBeNull();
		expect(await printPaper(db, rally, 'diplomes', { version: null, person: 'nobody' }, site)).toBeNull();
		expect(await printPaper(db, rally, 'tableau', { version: 99 }, site)).toBeNull();
	});

	drawn(
		'no paper says what a participant is; numbers are on the list of calls and in the pack only',
		async () => {
			const names = ['feuilles-de-route', 'badges', 'tableau', 'ordres-de-mission', 'carnets-de-bord', 'emargement', 'fiches-participants', 'convocations', 'diplomes', 'fiches-accueil', 'affichettes'] as const; // prettier-ignore
			const secrets = [...Object.values(statuses), ...Object.values(needs)];
			const papers: [string, string][] = [];
			for (const name of names) papers.push([name, (await read(name)).text]);
			const pack = (await makePack(db, rally, site))!;
			const calls = await readPdf((await printCalls(db, rally, nobodyElse, site))!);
			for (const [name, text] of papers) {
				for (const secret of secrets) expect(text, name).not.toContain(secret);
				for (const { phone } of demoParticipants) if (phone) expect(text, name).not.toContain(phone);
			}
			const both = calls.text + (await readPdf(pack.bytes)).text;
			for (const secret of secrets) expect(both).not.toContain(secret);
			expect(demoParticipants.some(({ phone }) => phone && calls.text.includes(phone))).toBe(true);
		}
	);

	test('who was noted present has an attestation, and nobody else', async () => {
		const attested = () => printPaper(db, rally, 'attestations', nobodyElse, site);
		expect(await attested()).toBeNull();
		const { people, halves } = await readPresences(db, rally, new Date());
		const [there, away] = people;
		for (const [person, state] of [[there!, 'present'], [away!, 'absent']] as const) {
			const correction = { person: person.id, half: halves[0]!, state, from: null, reason: 'feuille signée', seen: '' };
			value(await correctPresence(db, rally, correction, claire, new Date()));
		} // prettier-ignore
		const { text, pages } = await readPdf((await attested())!);
		expect(pages).toHaveLength(1);
		expect(text).toContain('1 demi-journée de présence');
		expect(text).not.toContain('feuille signée');
		for (const secret of [...Object.values(statuses), ...Object.values(needs)])
			expect(text).not.toContain(secret);
	});

	test('prizes and poster need no plan', async () => {
		expect((await readPdf((await printPrizeList(db, rally))!)).text).toContain('Lots');
		const { text, sizes } = await readPdf((await printRallyPoster(db, rally, 'a4'))!);
		expect(text).toContain('Ville d’Aubenas');
		expect(sizes).toEqual([[595, 842]]);
	});

	test('a sheet tells whether it still holds', async () => {
		expect(await paperNews(db, rally, null)).toBeNull();
		expect((await paperNews(db, rally, plan.number))!.kind).toBe('current');
		expect((await paperNews(db, rally, 99))!.kind).toBe('draft');
	});

	test('places and days leave as files, for the organiser and by the team’s page, without a person', async () => {
		const links = await giveLinks(db, rally, ['A'], site.secret, claire);
		const token = tokenOf(links.find(({ teamLetter }) => teamLetter === 'A')!.id, site.secret);
		const own = (await readTeamTrack(db, token, 'gpx'))!;
		expect(own).toEqual(await readTrack(db, rally, 'A', 'gpx'));
		expect(own.name).toBe('equipe-a.gpx');
		const geo = (await readTrack(db, rally, 'A', 'geojson'))!;
		expect(JSON.parse(geo.text)).toMatchObject({ type: 'FeatureCollection' });
		for (const { lastName, phone } of demoParticipants) {
			expect(own.text + geo.text).not.toContain(`>${lastName}<`);
			if (phone) expect(own.text + geo.text).not.toContain(phone);
		}
		expect(await readTeamTrack(db, 'wrong', 'gpx')).toBeNull();
		expect(await readTrack(db, rally, 'Z', 'gpx')).toBeNull();
	});

	test('the pack is made in the background, told part by part, and kept a while for who asked', async () => {
		const queue = { sendErrand: async () => {} };
		const id = value(await sendErrand(db, queue, rally, { kind: 'backup-pack', afresh: true }, claire));
		await runErrand(db, id, { roads: null, addresses: null, site }, new AbortController().signal);
		const done = (await errands(db).find(id))!;
		expect(done).toMatchObject({ state: 'done', outcome: { missed: 0, fault: null } });
		expect(done.outcome!.answered).toBeGreaterThan(8);
		const pack = keptPack(id, rally.id)!;
		expect(Buffer.from(pack.bytes).equals(Buffer.from((await makePack(db, rally, site))!.bytes))).toBe(true);
		expect(keptPack(id, 'another rally')).toBeNull();
		expect(keptPack(id, rally.id, Date.now() + 16 * 60_000)).toBeNull();
		for (let i = 0; i < 8; i++) keepPack(`other ${i}`, rally.id, pack);
		expect(keptPack(id, rally.id)).toBeNull();
		// Stopped while it is made: it goes back to the queue.
		const again = value(await sendErrand(db, queue, rally, { kind: 'backup-pack', afresh: true }, claire));
		await runErrand(db, again, { roads: null, addresses: null, site }, AbortSignal.abort());
		expect((await errands(db).find(again))!.state).toBe('queued');
	});

	test('where the pack goes is chosen once at a time', async () => {
		const mailing = (await backupMailings(db).find(rally.id))!;
		const form = { email: 'driss@mife.example', at: 19 * 60, version: mailing.version };
		expect(value(await saveBackupMailing(db, rally, form, driss)).version).toBe(mailing.version + 1);
		expect(await saveBackupMailing(db, rally, { ...form, email: 'x@mife.example' }, claire)).toMatchObject({
			error: { code: 'edited-meanwhile', current: { email: 'driss@mife.example', updatedBy: 'Driss' } }
		});
		expect(await saveBackupMailing(db, rally, { ...form, version: 0 }, claire)).toMatchObject({ ok: false });
	});

	test('the pack leaves once the evening before each day, and again when it failed', async () => {
		const [first, second] = rally.programme.map(({ date }) => date);
		const at = (date: string, time: string) => new Date(`${date}T${time}:00+01:00`);
		const office = postOffice();
		expect(await mailDuePacks(db, site, office.mail, at(addDays(first!, -1), '18:59'))).toBe(0);
		const both = await Promise.all([1, 2].map(() => mailDuePacks(db, site, office.mail, at(addDays(first!, -1), '19:00')))); // prettier-ignore
		expect(both.sort()).toEqual([0, 1]);
		expect(await mailDuePacks(db, site, office.mail, at(addDays(first!, -1), '19:05'))).toBe(0);
		const [letter] = office.letters;
		expect(letter).toMatchObject({ to: 'driss@mife.example' });
		expect(letter!.text).toContain(`version ${plan.number}`);
		expect(letter!.document!.name).toBe(`dossier-de-secours-${first}-v${plan.number}.pdf`);
		expect((await readPdf(letter!.document!.bytes)).text).toContain('Dossier de secours');
		expect((await backupMailings(db).find(rally.id))!.sentAt).not.toBeNull();

		const silent = postOffice(() => 'failed');
		expect(await mailDuePacks(db, site, silent.mail, at(addDays(second!, -1), '21:00'))).toBe(0);
		expect((await backupMailings(db).find(rally.id))!.failedAt).not.toBeNull();
		// Not at once: a server that is down is not asked every minute.
		expect(await mailDuePacks(db, site, office.mail, at(addDays(second!, -1), '21:01'))).toBe(0);
		const failed = (await backupMailings(db).find(rally.id))!;
		const other = { email: 'nadia@mife.example', at: 19 * 60, version: failed.version };
		const { version } = value(await saveBackupMailing(db, rally, other, claire));
		expect(await mailDuePacks(db, site, office.mail, at(addDays(second!, -1), '21:02'))).toBe(1);
		expect(office.letters.map(({ to }) => to)).toEqual(['driss@mife.example', 'nadia@mife.example']);
		value(await saveBackupMailing(db, rally, { email: '', at: 19 * 60, version }, claire));
		expect(await backupMailings(db).wanted()).toEqual([]);
	});
});
