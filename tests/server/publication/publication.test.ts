import '../auth/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { needs, statuses } from '$lib/domain/participant';
import type { Plan } from '$lib/domain/plan';
import type { Database, Db } from '$lib/server/db/client';
import { hostLinks } from '$lib/server/db/repositories/host-links';
import { notices } from '$lib/server/db/repositories/notices';
import { derogations, publications } from '$lib/server/db/repositories/publications';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { demoParticipants } from '$lib/server/demo/people';
import { seedDemo } from '$lib/server/demo/seed-demo';
import type { Letter, Mailer, Sending } from '$lib/server/mail/mailer';
import { giveHostLinks } from '$lib/server/use-cases/host-links/give-link';
import { hostTokenOf } from '$lib/server/use-cases/host-links/link-token';
import { giveLinks } from '$lib/server/use-cases/itinerary-links/give-links';
import { tokenOf } from '$lib/server/use-cases/itinerary-links/link-token';
import { readItinerary } from '$lib/server/use-cases/itinerary-links/read-itinerary';
import { publishPlan } from '$lib/server/use-cases/planning/publish-plan';
import { withdrawDerogation, writeDerogation } from '$lib/server/use-cases/publication/derogate';
import { readHostCalendar, readTeamCalendar } from '$lib/server/use-cases/publication/read-calendar';
import { readNotices } from '$lib/server/use-cases/publication/read-notices';
import { readRelease } from '$lib/server/use-cases/publication/read-release';
import { markTold, sendNotices, undoTold } from '$lib/server/use-cases/publication/send-notices';
import { acknowledge, whoSaw } from '$lib/server/use-cases/publication/team-news';
import { lastNameOf } from '../../e2e/demo-people';
import { backends, freshDatabase } from '../../databases';
import { savePlanByHand } from '../planned';
import { claire, driss, value } from '../records/rallies';

const site = { origin: 'https://equipage.example', secret: 's'.repeat(32) };

/** A mail server that keeps what it is given, and answers as told. */
function postOffice(answer: (letter: Letter) => Sending = () => 'sent') {
	const letters: Letter[] = [];
	const mail: Mailer = {
		ready: true,
		send: async (letter) => {
			letters.push(letter);
			await new Promise((resolve) => setTimeout(resolve, 5));
			return answer(letter);
		}
	};
	return { mail, letters };
}

describe.each(backends)('%s', (kind) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;
	let first: Plan;
	/** The first visit of team A, which moves from version 1 to version 2. */
	let moved: Plan['teams'][number]['visits'][number];

	const add = (change: (teams: Plan['teams']) => Plan['teams'], violations: string[] = []) =>
		savePlanByHand(db, rally, { change, violations });
	const later = (teams: Plan['teams']) =>
		teams.map(
			(team, i) =>
			i > 0
				? team
				: { ...team, visits: team.visits.map((one, j) => (j > 0 ? one : { ...one, start: one.start + 15, end: one.end + 15 })) } // prettier-ignore
		);
	const due = async () => (await readNotices(db, rally, site)).toTell;
	const everybody = async (number: number) => value(await markTold(db, rally, site, { number }, claire));
	const token = async (letter: string) => {
		const links = await giveLinks(db, rally, ['A', 'B'], site.secret, claire);
		return tokenOf(links.find(({ teamLetter }) => teamLetter === letter)!.id, site.secret);
	};
	const news = async (letter: string, printed: number | null = null) => {
		const read = await readItinerary(db, await token(letter), printed);
		if (read.state !== 'open') throw new Error(read.state);
		return read.news;
	};

	beforeAll(async () => {
		database = await freshDatabase(kind);
		db = database.db;
		const { rallyId } = await seedDemo(db, '2027-01-04');
		rally = (await rallies(db).find(rallyId))!;
		first = await add((teams) => teams);
		moved = first.teams[0]!.visits[0]!;
		await add(later, ['Équipe A : la route est trop longue.']);
		for (const { id, version, name } of await records(db, 'company').list(rally.id)) {
			const contactMode = name === 'Garage de la Chaussée' ? 'phone' : 'mail-only';
			await records(db, 'company').save(rally.id, id, version, { contactEmail: `${id}@hote.example`, contactMode, updatedBy: 'x' }); // prettier-ignore
		}
		for (const { id, version } of await records(db, 'accompanist').list(rally.id))
			await records(db, 'accompanist').save(rally.id, id, version, { email: `${id}@crew.example`, updatedBy: 'x' }); // prettier-ignore
	});
	afterAll(() => database.close());

	test('before anything is published nobody is to be told, and the release says so', async () => {
		expect(await readNotices(db, rally, site)).toMatchObject({ plan: null, toTell: [], done: [] });
		expect(await readRelease(db, rally, 99)).toBeNull();
		const release = (await readRelease(db, rally, 1))!;
		expect(release).toMatchObject({ inForce: null, difference: null, violations: [], history: [] });
		expect(release.toTell.participant).toBe(24);
		expect(release.toTell.company).toBeGreaterThan(5);
	});

	test('a version is published with what was read before; a second one is refused when somebody was faster', async () => {
		const warnings = (await readRelease(db, rally, 1))!.warnings;
		value(await publishPlan(db, rally, { number: 1, inForce: null, warnings }, claire));
		expect(await publishPlan(db, rally, { number: 2, inForce: null }, driss)).toMatchObject({
			error: { code: 'published-meanwhile', number: 1, by: 'Claire' }
		});
		expect(await publishPlan(db, rally, { number: 99, inForce: 1 }, driss)).toMatchObject({ error: { code: 'not-found' } }); // prettier-ignore
		// Pressed twice: one publication.
		value(await publishPlan(db, rally, { number: 1, inForce: null }, driss));
		const history = await publications(db).list(rally.id);
		expect(history.map(({ number, by }) => [number, by])).toEqual([[1, 'Claire']]);
		expect(history[0]!.warnings).toEqual(warnings);
	});

	test('a reason is kept for what is found only, once, and withdrawn with a trace', async () => {
		const release = (await readRelease(db, rally, 2))!;
		const [violation] = release.violations;
		expect(violation!.subject).toBe('Équipe A : la route est trop longue.');
		expect(release.warnings).toContain(violation!.subject);
		const input = { number: 2, kind: 'violation' as const, subject: violation!.subject, reason: 'L’entreprise n’a que cette heure.' }; // prettier-ignore
		value(await writeDerogation(db, rally, input, claire));
		expect(await writeDerogation(db, rally, input, driss)).toMatchObject({ error: { code: 'already', by: 'Claire' } }); // prettier-ignore
		expect(await writeDerogation(db, rally, { ...input, number: 1 }, driss)).toMatchObject({ error: { code: 'not-found-broken' } }); // prettier-ignore
		expect(await writeDerogation(db, rally, { ...input, kind: 'rule', subject: 'R99' }, driss)).toMatchObject({ ok: false }); // prettier-ignore
		const written = (await readRelease(db, rally, 2))!.violations[0]!.derogation!;
		expect(written).toMatchObject({ by: 'Claire', number: 2, reason: input.reason, covers: [input.subject] });
		expect((await readRelease(db, rally, 1))!.violations).toEqual([]);

		value(await withdrawDerogation(db, rally, written.id, driss));
		expect(await withdrawDerogation(db, rally, written.id, driss)).toMatchObject({ ok: false });
		expect((await readRelease(db, rally, 2))!.violations[0]!.derogation).toBeNull();
		value(await writeDerogation(db, rally, { ...input, reason: 'Autre motif.' }, driss));
		const all = await derogations(db).list(rally.id);
		expect(all.map(({ by, withdrawnBy }) => [by, withdrawnBy])).toEqual([
			['Claire', 'Driss'],
			['Driss', null]
		]);
		expect(await withdrawDerogation(db, { id: crypto.randomUUID() }, all[1]!.id, driss)).toMatchObject({ ok: false }); // prettier-ignore
	});

	test('a charter rule that is not met takes a reason, and more found later is said', async () => {
		const alone = (count: number) =>
			add((teams) => teams.map((team, i) => (i < count ? { ...team, accompanistId: null } : team)));
		const one = await alone(1);
		const broken = (await readRelease(db, rally, one.number))!.rules.find(({ state }) => state === 'broken')!;
		expect(broken).toMatchObject({ rule: { id: 'R08', severity: 'blocking' }, derogation: null });
		const input = { number: one.number, kind: 'rule' as const, subject: 'R08', reason: 'Elle vient avec la sienne.' }; // prettier-ignore
		value(await writeDerogation(db, rally, input, claire));
		const ruleOf = async (number: number) =>
			(await readRelease(db, rally, number))!.rules.find(({ rule }) => rule.id === 'R08')!;
		expect(await ruleOf(one.number)).toMatchObject({ derogation: { reason: input.reason }, more: false });
		// Another version leaves two teams alone: the reason still stands, and does not cover all of it.
		const two = await alone(2);
		expect(await ruleOf(two.number)).toMatchObject({ derogation: { number: one.number }, more: true });
	});

	test('the first time everybody is written to, once, whoever presses; those who want a call are called', async () => {
		const all = await due();
		const companies = all.filter(({ kind }) => kind === 'company');
		expect(companies.find(({ name }) => name === 'Garage de la Chaussée')).toMatchObject({ mailed: false });
		expect(companies.filter(({ mode }) => mode === 'mail-only').every(({ phone, mailed }) => phone === '' && mailed)).toBe(true); // prettier-ignore

		const { mail, letters } = postOffice();
		const send = (by: typeof claire) => sendNotices(db, rally, mail, site, { number: 1 }, by);
		const [one, other] = await Promise.all([send(claire), send(driss)]);
		const mailed = all.filter((of) => of.mailed).length;
		expect(value(one).sent + value(other).sent).toBe(mailed);
		expect(letters).toHaveLength(mailed);
		expect(new Set(letters.map(({ to }) => to)).size).toBe(mailed);
		expect(value(await send(claire))).toEqual({ sent: 0, failed: 0, left: 0 });
		expect((await due()).every((of) => !of.mailed)).toBe(true);
		expect(await sendNotices(db, rally, mail, site, { number: 7 }, claire)).toMatchObject({ error: { code: 'another-version' } }); // prettier-ignore

		const rest = await due();
		expect(await everybody(1)).toBe(rest.length);
		expect(await due()).toEqual([]);
		const [row] = (await notices(db).list(rally.id)).filter(({ state }) => state === 'told');
		value(await undoTold(db, rally, row!.id));
		expect(await undoTold(db, rally, row!.id)).toMatchObject({ ok: false });
		expect((await due()).map(({ id }) => id)).toEqual([row!.recipientId]);
		await everybody(1);
	});

	test('a letter or a calendar holds hours and numbers: nobody’s situation, needs, contacts nor last name', async () => {
		await giveHostLinks(db, rally, [moved.companyId], site.secret, claire);
		const host = (await hostLinks(db).ofCompany(rally.id, moved.companyId))!;
		const calendars = [await readTeamCalendar(db, await token('A')), await readHostCalendar(db, hostTokenOf(host.id, site.secret))]; // prettier-ignore
		expect(calendars.map((of) => of?.text.startsWith('BEGIN:VCALENDAR'))).toEqual([true, true]);
		for (const row of await notices(db).list(rally.id)) if (row.state !== 'undone') await db.transaction((tx) => notices(tx).settle(rally.id, row.id, [row.state], 'undone')); // prettier-ignore
		const { mail, letters } = postOffice();
		const again = await due();
		value(await sendNotices(db, rally, mail, site, { number: 1 }, claire));
		expect(letters.some(({ calendar }) => calendar)).toBe(true);
		const said = [
			...letters.flatMap(({ subject, text, calendar }) => [subject, text, calendar?.text ?? '']),
			...again.flatMap(({ letter }) => [letter.subject, letter.body]),
			...calendars.map((of) => of!.text)
		].join('\n');
		for (const person of demoParticipants) {
			expect(said).not.toMatch(lastNameOf(person));
			expect(said).not.toContain(person.phone);
		}
		for (const word of [...Object.values(statuses), ...Object.values(needs), 'RSA', 'RQTH', 'DELD', 'QPV'])
			expect(said).not.toContain(word);
		// A host and an accompanist read no first name either.
		const others = again.filter(({ kind }) => kind !== 'participant').map(({ letter }) => letter.body).join('\n'); // prettier-ignore
		for (const { firstName, chosenName } of demoParticipants)
			if (!others.includes(`Bonjour ${firstName}`)) expect(others).not.toMatch(new RegExp(`(?<!\\p{L})${chosenName || firstName}(?!\\p{L})`, 'u')); // prettier-ignore
		await everybody(1);
	});

	test('of the next version only those whose hour moves are told; a failed letter is tried again', async () => {
		value(await publishPlan(db, rally, { number: 2, inForce: 1 }, driss));
		const found = await due();
		expect(found.filter(({ kind }) => kind === 'company').map(({ id }) => id)).toEqual([moved.companyId]);
		expect(found.filter(({ kind }) => kind === 'accompanist').map(({ id }) => id)).toEqual([first.teams[0]!.accompanistId]); // prettier-ignore
		expect(found.filter(({ kind }) => kind === 'participant')).toHaveLength(first.teams[0]!.memberIds.length);
		expect(found.find(({ kind }) => kind === 'company')!.letter.body).toContain('Ce qui change');

		const down = postOffice(() => 'failed');
		expect(value(await sendNotices(db, rally, down.mail, site, { number: 2, kind: 'company' }, claire))).toMatchObject({ sent: 0, failed: 1 }); // prettier-ignore
		const failed = (await due()).find(({ kind }) => kind === 'company')!;
		expect(failed.failed).toBe(true);
		const up = postOffice();
		value(await sendNotices(db, rally, up.mail, site, { number: 2, kind: 'company', id: failed.id }, claire));
		expect(up.letters.map(({ to }) => to)).toEqual([`${moved.companyId}@hote.example`]);
		expect(up.letters[0]!.calendar?.text).toContain('SEQUENCE:2');
		expect((await due()).some(({ kind }) => kind === 'company')).toBe(false);
		const { done } = await readNotices(db, rally, site);
		expect(done.slice(0, 2).map(({ state, number }) => [state, number])).toEqual([
			['sent', 2],
			['failed', 2]
		]);
	});

	test('a server that does not answer is not asked forty times', async () => {
		const before = (await due()).filter(({ mailed }) => mailed).length;
		for (const row of await notices(db).list(rally.id)) await notices(db).settle(rally.id, row.id, [row.state], 'undone'); // prettier-ignore
		const all = (await due()).filter(({ mailed }) => mailed).length;
		const down = postOffice(() => 'failed');
		const { failed, left } = value(await sendNotices(db, rally, down.mail, site, { number: 2 }, claire));
		expect([failed, left, down.letters.length]).toEqual([4, all - 4, 4]);
		expect(all).toBeGreaterThan(before);
		await everybody(2);
	});

	test('a team sees what changes for it, says so once, and its old paper is told apart', async () => {
		const open = await news('A');
		expect(open.toSee).toMatchObject({ since: 1 });
		expect(open.toSee!.changes.join(' ')).toContain('au lieu de');
		expect((await news('B')).toSee!.changes).toEqual([]);
		const [{ id: publication }, { id: former }] = (await publications(db).list(rally.id)) as unknown as [{ id: string }, { id: string }]; // prettier-ignore
		expect(await acknowledge(db, await token('A'), former)).toMatchObject({ error: { code: 'another-version' } }); // prettier-ignore
		expect(await acknowledge(db, 'x'.repeat(43), publication)).toMatchObject({ error: { code: 'closed' } });
		value(await acknowledge(db, await token('A'), publication));
		value(await acknowledge(db, await token('A'), publication));
		expect(await news('A')).toMatchObject({ toSee: null, seenAt: expect.any(Date) as Date });
		expect(await whoSaw(db, rally, ['A', 'B'])).toMatchObject([
			{ letter: 'A', seen: { number: 2 }, upToDate: true },
			{ letter: 'B', seen: null, upToDate: false }
		]);
		expect((await news('A', 2)).paper).toMatchObject({ kind: 'current' });
		expect((await news('A', 1)).paper).toMatchObject({
			kind: 'replaced',
			says: 'Votre papier est la version 1, la version 2 est en vigueur.',
			changes: [expect.stringContaining('au lieu de') as string, expect.any(String) as string]
		});
		expect((await news('A', 42)).paper).toMatchObject({ kind: 'draft', changes: [] });
	});

	test('an older version comes back: told, to be seen again, and in the history', async () => {
		value(await publishPlan(db, rally, { number: 1, inForce: 2 }, claire));
		expect((await publications(db).list(rally.id)).map(({ number, by }) => [number, by])).toEqual([
			[1, 'Claire'],
			[2, 'Driss'],
			[1, 'Claire']
		]);
		expect((await due()).filter(({ kind }) => kind === 'company').map(({ id }) => id)).toEqual([moved.companyId]); // prettier-ignore
		expect((await news('A')).toSee).toMatchObject({ since: 2 });
		expect((await whoSaw(db, rally, ['A']))[0]).toMatchObject({ seen: { number: 2 }, upToDate: false });
		// Nobody was told of that return: going on to version 2 again leaves nobody to be told.
		value(await publishPlan(db, rally, { number: 2, inForce: 1 }, claire));
		expect(await due()).toEqual([]);
	});
});
