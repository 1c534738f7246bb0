import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Db } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { hostAnswers } from '$lib/server/db/repositories/host-answers';
import { dayLog } from '$lib/server/db/repositories/day-log';
import { hostLinks } from '$lib/server/db/repositories/host-links';
import { plans } from '$lib/server/db/repositories/plans';
import type { StoredRally } from '$lib/server/db/repositories/rallies';
import { rallies } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { stopKey } from '$lib/domain/day/event';
import { hostLink } from '$lib/server/db/schema';
import { demoCompanies } from '$lib/server/demo/companies';
import { demoParticipants } from '$lib/server/demo/people';
import { seedDemo } from '$lib/server/demo/seed-demo';
import { chooseChallenges } from '$lib/server/use-cases/challenges/choose-challenges';
import { giveAsHost } from '$lib/server/use-cases/challenges/give-as-host';
import { readScores } from '$lib/server/use-cases/challenges/read-scores';
import {
	changeAsHost,
	confirmAsHost,
	HostForm,
	withdrawAsHost
} from '$lib/server/use-cases/host-answers/answer-as-host';
import { decideAnswer, DecisionForm } from '$lib/server/use-cases/host-answers/decide-answer';
import { readAnswers } from '$lib/server/use-cases/host-answers/read-answers';
import { readHostPage } from '$lib/server/use-cases/host-answers/read-host-page';
import { reopenRefused } from '$lib/server/use-cases/host-answers/reopen-answer';
import { giveHostLinks, renewHostLink, revokeHostLink } from '$lib/server/use-cases/host-links/give-link';
import { hostTokenOf } from '$lib/server/use-cases/host-links/link-token';
import { tokenOf } from '$lib/server/use-cases/itinerary-links/link-token';
import { problemOfRally } from '$lib/server/use-cases/planning/problem-of-rally';
import { readPlanning } from '$lib/server/use-cases/planning/read-planning';
import { undoChange } from '$lib/server/use-cases/records/edit-record';
import { readTravel } from '$lib/server/use-cases/travel/read-travel';
import { clockInput } from '$lib/domain/french';
import type { Slot } from '$lib/domain/company';
import { backends, freshDatabase } from '../../databases';
import { savePlanByHand } from '../planned';
import { claire, driss, value } from '../records/rallies';

const secret = 's'.repeat(32);
const noWord = { note: '', signedBy: '' };
const today = '2027-01-02';
const now = new Date(`${today}T12:00:00Z`);

/** What the company's form would send if nothing were touched. */
const formOf = (row: Record<string, unknown>, difference: object = {}) =>
	HostForm.parse({
		...Object.fromEntries(
			Object.entries(row).map(([name, of]) => [name, typeof of === 'number' ? String(of) : of])
		),
		slots: (row.slots as Slot[]).map(({ date, from, to }) => ({ date, from: clockInput(from), to: clockInput(to) })), // prettier-ignore
		...difference
	});

describe.each(backends)('%s', (kind) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;
	/** A company whose page is opened for each test, and its token. */
	let host: string;
	let token: string;
	const hostRow = async () => (await records(db, 'company').find(rally.id, host))!;
	const open = async () => (await hostAnswers(db).openOf(host))!;
	const shown = async () =>
		(await readAnswers(db, rally, new Date('2027-01-02T12:00:00Z'))).waiting.find(
			({ company }) => company.id === host
		)!;
	const decide = async (decisions: object, difference: object = {}, by = claire) => {
		const { id, version, company } = await shown();
		return decideAnswer(
			db,
			rally,
			DecisionForm.parse({ answer: id, version: String(version), companyVersion: String(company.version), decisions, ...difference }), // prettier-ignore
			by,
			today
		);
	};

	beforeAll(async () => {
		database = await freshDatabase(kind);
		db = database.db;
		const { rallyId } = await seedDemo(db, '2027-01-04');
		rally = (await rallies(db).find(rallyId))!;
		const companies = await records(db, 'company').list(rally.id);
		host = companies.find(({ name }) => name === 'Garage de la Chaussée')!.id;
		await giveHostLinks(db, rally, [host], secret, claire);
		token = hostTokenOf((await hostLinks(db).ofCompany(rally.id, host))!.id, secret);
		await savePlanByHand(db, rally);
		await plans(db).publish(rally.id, 1);
	});
	afterAll(() => database.close());

	test('a link is signed from its row, never kept in clear, renewed and revoked', async () => {
		const link = (await hostLinks(db).ofCompany(rally.id, host))!;
		expect(JSON.stringify(link)).not.toContain(token);
		expect(tokenOf(link.id, secret)).not.toBe(token);
		expect(hostTokenOf(link.id, 'another secret')).not.toBe(token);
		expect(await readHostPage(db, token, now)).not.toBeNull();
		expect(await readHostPage(db, 'x'.repeat(43), now)).toBeNull();
		expect(await readHostPage(db, tokenOf(link.id, secret), now)).toBeNull();
		expect((await hostLinks(db).ofCompany(rally.id, host))!.lastSeenAt).toBeInstanceOf(Date);

		const other = (await records(db, 'company').list(rally.id)).find(({ id }) => id !== host)!;
		expect(await giveHostLinks(db, rally, [host, other.id, crypto.randomUUID()], secret, claire)).toBe(1);
		value(await renewHostLink(db, rally, other.id, secret, claire));
		const renewed = hostTokenOf((await hostLinks(db).ofCompany(rally.id, other.id))!.id, secret);
		expect(await readHostPage(db, renewed, now)).toMatchObject({ company: { name: other.name } });
		expect(await revokeHostLink(db, rally, other.id)).toBe(true);
		expect(await readHostPage(db, renewed, now)).toBeNull();
		expect(await confirmAsHost(db, renewed, noWord)).toEqual({ ok: false, error: { code: 'closed' } });
	});

	test('a company gives points to a team that it has received, and to no other', async () => {
		const plan = (await plans(db).published(rally.id))!;
		const [first] = plan.teams
			.flatMap((team) => team.visits.map((visit) => ({ team, visit })))
			.filter(({ visit }) => visit.companyId === host)
			.sort((a, b) => a.visit.date.localeCompare(b.visit.date) || a.visit.start - b.visit.start);
		const { team, visit } = first!;
		const [before, after] = [-5, 5].map((minutes) => new Date(Date.parse(`${visit.date}T00:00:00+01:00`) + (visit.start + minutes) * 60_000)); // prettier-ignore
		const stop = stopKey(visit.date, host);
		const give = { stop, team: team.letter, challenge: 'r-hote', points: 4 };
		expect((await readHostPage(db, token, after!))!.points).toEqual({ challenges: [], visits: [] });
		await chooseChallenges(db, rally, { before: [], wanted: ['r-hote', 'q-quiz'] }, claire);
		expect((await readHostPage(db, token, before!))!.points.visits).toEqual([]);
		const why = async (input: Partial<typeof give>, at = after!) => {
			const done = await giveAsHost(db, token, { ...give, ...input }, at);
			return done.ok ? null : done.error.code;
		};
		expect(await why({}, before!)).toBe('not-here');
		expect(await why({ points: 6 })).toBe('too-high');
		expect(await why({ challenge: 'q-quiz' })).toBe('not-here');
		expect(await why({ stop: stopKey(visit.date, crypto.randomUUID()) })).toBe('not-here');
		expect(await why({ team: 'Z' })).toBe('not-here');
		expect(await giveAsHost(db, 'x'.repeat(43), give, after!)).toEqual({ ok: false, error: { code: 'closed' } }); // prettier-ignore
		expect(await why({})).toBeNull();
		// Given again, they replace the first ones.
		expect(await why({ points: 2 })).toBeNull();
		const { points } = (await readHostPage(db, token, after!))!;
		expect(points.challenges.map(({ id }) => id)).toEqual(['r-hote']);
		expect(points.visits.find((one) => one.stop === stop && one.team === team.letter)!.given).toEqual({ 'r-hote': 2 }); // prettier-ignore
		expect((await readScores(db, rally)).teams[0]).toMatchObject({ team: team.letter, total: 2 });
		const line = (await dayLog(db, rally.id).since()).at(-1)!;
		expect(line).toMatchObject({ phone: 'host', by: 'Garage de la Chaussée', team: team.letter });
	});

	test('the page holds counts and not a word about anybody', async () => {
		const page = JSON.stringify(await readHostPage(db, token, now));
		for (const { firstName, lastName, chosenName, phone, prescriber } of demoParticipants) {
			for (const word of [lastName, chosenName, phone, prescriber])
				if (word) expect(page).not.toContain(word);
			expect(page).not.toMatch(new RegExp(`"[^"]*\\b${firstName}\\b[^"]*"`));
		}
		for (const word of ['rsa', 'disabled', 'wheelchair', 'needs', 'statuses', 'memberIds', 'participantId'])
			expect(page).not.toContain(`"${word}"`);
		// Nor about other companies, nor what the organizer thinks of this one.
		for (const { name } of demoCompanies)
			if (name !== 'Garage de la Chaussée') expect(page).not.toContain(name);
		expect(page).not.toContain('confirmed');
		const { visits } = (await readHostPage(db, token, now))!;
		expect(visits!.length).toBeGreaterThan(0);
		for (const visit of visits!) expect(Object.keys(visit).sort()).toEqual(['date', 'from', 'people', 'teams', 'to']); // prettier-ignore
	});

	test('« rien ne change » is kept once and asks nothing of anybody', async () => {
		value(await confirmAsHost(db, token, noWord));
		value(await confirmAsHost(db, token, noWord));
		expect(await open()).toBeNull();
		const { settled } = await readAnswers(db, rally, new Date());
		expect(settled.filter(({ company }) => company.id === host)).toMatchObject([{ fields: [], note: '' }]);
		expect(await hostAnswers(db).waiting(rally.id)).toBe(0);
	});

	test('a form sent back untouched changes nothing', async () => {
		value(await changeAsHost(db, token, formOf(await hostRow())));
		expect(await open()).toBeNull();
	});

	test('an answer waits, is decided field by field, written once, and undone', async () => {
		const before = await hostRow();
		const asked = { welcomeName: 'Noé Lafarge', minAge: '18', wear: ['helmet'], wearLent: ['helmet', 'vest'], note: 'À bientôt', signedBy: 'Noé' }; // prettier-ignore
		value(await changeAsHost(db, token, formOf(before, asked)));
		expect((await hostRow()).version).toBe(before.version);
		expect((await shown()).fields.map(({ name, before: was, after }) => [name, was, after])).toEqual([
			['welcomeName', 'rien', 'Noé Lafarge'],
			['wear', 'rien', 'casque et gilet fluorescent'],
			['wearLent', 'rien', 'casque et gilet fluorescent'],
			['minAge', 'rien', '18']
		]);
		expect(await readHostPage(db, token, now)).toMatchObject({ said: { minAge: 18 }, waiting: ['welcomeName', 'wear', 'wearLent', 'minAge'] }); // prettier-ignore

		const first = value(await decide({ welcomeName: 'accepted', minAge: 'refused' }));
		expect(first).toMatchObject({ accepted: ['welcomeName'], refused: ['minAge'] });
		expect(await hostRow()).toMatchObject({ welcomeName: 'Noé Lafarge', minAge: null, wear: [], updatedBy: 'Claire' }); // prettier-ignore
		value(await decide({}, { all: 'accepted' }, driss));
		expect(await hostRow()).toMatchObject({ wear: ['helmet', 'vest'], wearLent: ['helmet', 'vest'] });
		expect(await open()).toBeNull();

		// Undone: the record is as it was, and what was accepted last waits again.
		const { changeId } = (await hostAnswers(db).latestOf(host))!;
		value(await undoChange(db, rally, changeId!, claire));
		expect(await hostRow()).toMatchObject({ wear: [], welcomeName: 'Noé Lafarge' });
		expect((await shown()).fields.filter(({ decision }) => !decision).map(({ name }) => name)).toEqual(['wear', 'wearLent']); // prettier-ignore
		value(await decide({}, { all: 'refused' }));
		const { id } = (await hostAnswers(db).latestOf(host))!;
		value(await reopenRefused(db, rally, id));
		expect((await shown()).fields.filter(({ decision }) => !decision)).toHaveLength(3);
		value(await decide({}, { all: 'refused' }));
	});

	test('two people, or a company that writes again: the second decision is refused, nothing is lost', async () => {
		value(await changeAsHost(db, token, formOf(await hostRow(), { parkingNote: 'Cour arrière' })));
		const seen = await shown();
		const say = {
			answer: seen.id,
			version: String(seen.version),
			companyVersion: String(seen.company.version)
		};
		value(await changeAsHost(db, token, formOf(await hostRow(), { parkingNote: 'Cour avant' })));
		const late = await decideAnswer(db, rally, DecisionForm.parse({ ...say, all: 'accepted' }), claire, today); // prettier-ignore
		expect(late).toEqual({ ok: false, error: { code: 'decided-meanwhile' } });
		expect((await shown()).fields.map(({ after }) => after)).toEqual(['Cour avant']);

		const now = await shown();
		const input = DecisionForm.parse({ answer: now.id, version: String(now.version), companyVersion: String(now.company.version), all: 'accepted' }); // prettier-ignore
		const both = await Promise.all([decideAnswer(db, rally, input, claire, today), decideAnswer(db, rally, input, driss, today)]); // prettier-ignore
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(await hostRow()).toMatchObject({ parkingNote: 'Cour avant' });
	});

	test('what cannot stand is refused: a slot outside the rally, fewer visits than were promised', async () => {
		const outside = [{ date: '2031-01-01', from: '09:00', to: '10:00' }];
		expect(await changeAsHost(db, token, formOf(await hostRow(), { slots: outside }))).toEqual({
			ok: false,
			error: { code: 'slot-outside-rally', line: 0 }
		});
		await records(db, 'company').save(rally.id, host, (await hostRow()).version, {
			visitsMin: 3,
			updatedBy: 'x'
		});
		value(await changeAsHost(db, token, formOf(await hostRow(), { visitsMax: '2' })));
		expect(await decide({}, { all: 'accepted' })).toEqual({ ok: false, error: { code: 'cannot-stand', field: 'visitsMax' } }); // prettier-ignore
		value(await decide({}, { all: 'refused' }));
		await records(db, 'company').save(rally.id, host, (await hostRow()).version, {
			visitsMin: 1,
			updatedBy: 'x'
		});
	});

	test('a slot changed, then accepted: the problem changes and the plan says what no longer holds', async () => {
		const visits = (await readHostPage(db, token, now))!.visits!;
		const before = (await readPlanning(db, rally, null))!.drift;
		const slots = [{ date: visits[0]!.date, from: '08:30', to: '09:30' }];
		value(await changeAsHost(db, token, formOf(await hostRow(), { slots })));
		// Asked for, not accepted: nothing moves.
		expect((await readPlanning(db, rally, null))!.drift).toEqual(before);

		value(await decide({}, { all: 'accepted' }));
		const dossier = await readDossier(db, rally);
		const problem = problemOfRally(dossier, dossier.plan!.teams, await readTravel(db, dossier));
		expect(problem.companies.find(({ id }) => id === host)!.starts).toHaveLength(1);
		const { drift } = (await readPlanning(db, rally, null))!;
		expect(drift!.changes).toContain('Garage de la Chaussée a changé ses créneaux.');
		const told = (sentences: string[]) =>
			sentences.filter((sentence) => /Garage.*l’heure n’est plus offerte/.test(sentence)).length;
		expect(told(drift!.broken)).toBe(visits.length);
		expect(told(before?.broken ?? [])).toBeLessThan(visits.length);
	});

	test('« nous ne pourrons pas recevoir » waits, then is a state of the pipeline in one gesture, undone as one', async () => {
		await records(db, 'company').save(rally.id, host, (await hostRow()).version, {
			nextStep: 'prepare',
			nextStepOn: '2027-01-04',
			updatedBy: 'x'
		});
		value(await withdrawAsHost(db, token, { note: 'Arrêt de l’atelier', signedBy: '', reason: 'staff' }));
		expect(await readHostPage(db, token, now)).toMatchObject({ withdrawn: true });
		expect((await hostRow()).state).toBe('confirmed');
		expect(await shown()).toMatchObject({ reason: 'staff', fields: [{ name: 'state', before: 'Confirmée', after: 'Déclinée' }] }); // prettier-ignore
		const { change } = value(await decide({}, { all: 'accepted' }));
		expect(await hostRow()).toMatchObject({
			...{ state: 'declined', withdrew: true, declineReason: 'staff', declineNote: 'Arrêt de l’atelier' },
			...{ nextStep: null, nextStepOn: null }
		});
		const { drift } = (await readPlanning(db, rally, null))!;
		expect(drift!.changes).toContain('Garage de la Chaussée n’est plus au planning.');
		expect(drift!.broken.some((sentence) => sentence.includes('n’est plus au planning'))).toBe(true);

		value(await undoChange(db, rally, change!, claire));
		expect(await hostRow()).toMatchObject({
			...{ state: 'confirmed', withdrew: false, declineReason: null, declineNote: '' },
			...{ nextStep: 'prepare', nextStepOn: '2027-01-04' }
		});
		// The organizer knows better: their reason is the one kept.
		expect(await shown()).toMatchObject({ reason: 'staff', fields: [{ name: 'state', decision: null }] });
		value(await decide({ state: 'accepted' }, { reason: 'closed' }));
		expect(await hostRow()).toMatchObject({ state: 'declined', withdrew: true, declineReason: 'closed' });
	});

	test('a company that receives after all takes its reason back', async () => {
		const other = (await records(db, 'company').list(rally.id)).find(({ id, state }) => id !== host && state === 'confirmed')!; // prettier-ignore
		await giveHostLinks(db, rally, [other.id], secret, claire);
		const its = hostTokenOf((await hostLinks(db).ofCompany(rally.id, other.id))!.id, secret);
		value(await withdrawAsHost(db, its, { ...noWord, reason: 'dates' }));
		expect(await hostAnswers(db).openOf(other.id)).toMatchObject({ reason: 'dates' });
		value(await changeAsHost(db, its, formOf(other, { parkingNote: 'Derrière' })));
		const open = (await hostAnswers(db).openOf(other.id))!;
		expect(open.reason).toBeNull();
		expect(Object.keys(open.changes)).toEqual(['parkingNote']);
	});

	test('two people who open or renew a page at once open one; one that ran out leaves its place', async () => {
		const other = (await records(db, 'company').list(rally.id)).find(
			({ id, state }) => id !== host && state === 'interested'
		)!;
		const openOf = () =>
			db
				.select()
				.from(hostLink)
				.where(and(eq(hostLink.companyId, other.id), isNull(hostLink.revokedAt)));
		const opened = await Promise.all([claire, driss].map((by) => giveHostLinks(db, rally, [other.id], secret, by))); // prettier-ignore
		expect(opened.sort()).toEqual([0, 1]);
		await Promise.all([claire, driss].map((by) => renewHostLink(db, rally, other.id, secret, by)));
		expect(await openOf()).toHaveLength(1);
		await db.update(hostLink).set({ expiresAt: new Date('2020-01-01') }).where(eq(hostLink.companyId, other.id)); // prettier-ignore
		expect(await giveHostLinks(db, rally, [other.id], secret, claire)).toBe(1);
		expect(await openOf()).toHaveLength(1);
		await expect(
			db.insert(hostLink).values({ ...(await openOf())[0]!, id: crypto.randomUUID(), tokenHash: 'another' })
		).rejects.toThrow();
	});

	test('a page that answers without end is stopped for a while', async () => {
		const answers = [];
		for (let i = 0; i < 40; i++) answers.push(await confirmAsHost(db, token, noWord));
		expect(answers.at(-1)).toEqual({ ok: false, error: { code: 'too-many' } });
	});
});
