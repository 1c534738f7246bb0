import '../auth/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '$lib/domain/calendar';
import type { Database, Db } from '$lib/server/db/client';
import type { StoredRally } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { saveCompany } from '$lib/server/use-cases/companies/save-company';
import { CommitmentForm } from '$lib/server/use-cases/mobilisation/commitment-form';
import { ContactForm } from '$lib/server/use-cases/mobilisation/contact-form';
import { LogForm } from '$lib/server/use-cases/mobilisation/exchange-form';
import { FollowUpForm } from '$lib/server/use-cases/mobilisation/follow-up-form';
import { logExchange } from '$lib/server/use-cases/mobilisation/log-exchange';
import { moveCompany } from '$lib/server/use-cases/mobilisation/move-company';
import { readFollowedCompany } from '$lib/server/use-cases/mobilisation/read-followed-company';
import { readFigures, readTracked } from '$lib/server/use-cases/mobilisation/read-mobilisation';
import { readToday } from '$lib/server/use-cases/mobilisation/read-today';
import { addCommitment } from '$lib/server/use-cases/mobilisation/save-commitment';
import { addContact, makeMainContact } from '$lib/server/use-cases/mobilisation/save-contact';
import { saveFollowUp } from '$lib/server/use-cases/mobilisation/save-follow-up';
import { undoChange } from '$lib/server/use-cases/records/edit-record';
import { backends, freshDatabase } from '../../databases';
import * as inputs from '../records/inputs';
import { value } from '../records/rallies';
import { aCompanyOf, anOrganization, aRallyOf, companyNow, today, told } from './followers';

const noReason = { reason: null, note: '' };

describe.each(backends)('%s', (backend) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;
	let editor: { name: string; userId: string };
	let organizationId: string;
	beforeAll(async () => {
		database = await freshDatabase(backend);
		db = database.db;
		({ organizationId, editor } = await anOrganization(db, 'mife'));
		rally = await aRallyOf(db, organizationId);
	});
	afterAll(() => database.close());

	const log = (id: string, difference: Record<string, string> = {}) =>
		logExchange(db, rally, id, told(difference), editor, today);
	const now = (id: string) => companyNow(db, rally, id);
	const exchangesOf = async (id: string) =>
		(await records(db, 'exchange').list(rally.id)).filter(({ companyId }) => companyId === id);

	test('from the first message to the yes: it moves, the next step follows, whoever calls follows it', async () => {
		const id = await aCompanyOf(db, rally, { slots: [] });
		expect(value(await log(id))).toMatchObject({ from: 'identified', to: 'approached', next: { step: 'call-back', on: '2027-04-19' } }); // prettier-ignore
		expect(await now(id)).toMatchObject({ state: 'approached', nextStep: 'call-back', nextStepOn: '2027-04-19', ownerId: editor.userId }); // prettier-ignore
		expect(value(await log(id))).toMatchObject({
			to: 'reminded',
			next: { step: 'other-way', on: '2027-04-21' }
		});
		expect(value(await log(id, { outcome: 'agreed', explained: 'on' }))).toMatchObject({ to: 'confirmed', next: { step: 'slots' } }); // prettier-ignore
		expect(value(await log(id, { outcome: 'interested', nextStep: 'visit', nextStepOn: '2027-05-03' })).next).toEqual({ step: 'visit', on: '2027-05-03' }); // prettier-ignore
		expect(value(await log(id, { outcome: 'call-back', nextStep: 'none' })).next).toBeNull();
		expect((await exchangesOf(id)).map(({ by }) => by)).toEqual(Array(5).fill(editor.name));
	});

	test('a call is undone as one: the exchange goes, the company is where it was', async () => {
		const id = await aCompanyOf(db, rally);
		value(await log(id));
		const before = await now(id);
		const { change } = value(await log(id, { outcome: 'declined', declineReason: 'dates' }));
		expect(await now(id)).toMatchObject({ state: 'declined', declineReason: 'dates', nextStep: null });
		value(await undoChange(db, rally, change, editor));
		const { state, nextStep, nextStepOn, declineReason } = before;
		expect(await now(id)).toMatchObject({ state, nextStep, nextStepOn, declineReason });
		expect(await exchangesOf(id)).toHaveLength(1);
	});

	test('a call is not half undone once somebody changed the company since', async () => {
		const id = await aCompanyOf(db, rally);
		const { change } = value(await log(id));
		const { version } = await now(id);
		value(await saveCompany(db, rally, id, { ...inputs.company({ state: 'approached', arrivalNote: 'Porte 2' }), version }, { name: 'Driss' })); // prettier-ignore
		expect(await undoChange(db, rally, change, editor)).toMatchObject({ ok: false, error: { code: 'too-late-to-undo', by: 'Driss' } }); // prettier-ignore
		expect(await exchangesOf(id)).toHaveLength(1);
	});

	test('two people note a call at once: both are kept, and the company moved twice', async () => {
		const id = await aCompanyOf(db, rally);
		const both = await Promise.all([log(id), log(id)]);
		expect(both.map(({ ok }) => ok)).toEqual([true, true]);
		expect(await exchangesOf(id)).toHaveLength(2);
		expect(await now(id)).toMatchObject({ state: 'reminded' });
	});

	test('a refusal wants its reason, a step its day, an exchange a day that has come', async () => {
		const problems = (typed: Record<string, string>) => {
			const read = LogForm.safeParse({ on: today, channel: 'phone', outcome: 'message', ...typed });
			return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'));
		};
		expect(problems({ outcome: 'declined' })).toEqual(['declineReason']);
		expect(problems({ nextStep: 'call' })).toEqual(['nextStepOn']);
		expect(problems({ nextStepOn: '2027-05-01' })).toEqual(['nextStep']);
		expect(problems({ channel: 'pigeon', outcome: '' }).sort()).toEqual(['channel', 'outcome']);
		const id = await aCompanyOf(db, rally);
		expect(await log(id, { on: addDays(today, 1) })).toEqual({ ok: false, error: { code: 'still-to-come' } });
		expect(await exchangesOf(id)).toEqual([]);
	});

	test('a company is moved by hand, as the page showed it; a withdrawal keeps its reason and calls the reserves', async () => {
		const slots = [{ date: '2027-06-08', from: 540, to: 720 }];
		const id = await aCompanyOf(db, rally, { state: 'confirmed', slots });
		const reserve = await aCompanyOf(db, rally, { name: 'Réserve', state: 'reserve', slots });
		const move = (from: 'confirmed' | 'identified', to: 'declined' | 'reminded', reason: 'staff' | null) =>
			moveCompany(db, rally, id, { from, to, decline: { reason, note: '' } }, editor, today);
		expect(await move('confirmed', 'declined', null)).toMatchObject({ error: { code: 'reason-missing' } });
		expect(await move('identified', 'reminded', 'staff')).toMatchObject({ error: { code: 'not-allowed' } });
		expect(await move('identified', 'declined', 'staff')).toMatchObject({ error: { code: 'moved-meanwhile', state: 'confirmed' } }); // prettier-ignore
		value(await move('confirmed', 'declined', 'staff'));
		expect(await now(id)).toMatchObject({ state: 'declined', withdrew: true, declineReason: 'staff' });

		const { withdrawn } = await readToday(db, rally, today);
		const mine = withdrawn.find(({ company }) => company.id === id)!;
		expect(mine.replacements[0]).toMatchObject({ company: { id: reserve }, sameSector: true });
		const page = (await readFollowedCompany(db, rally, id, editor, today))!;
		expect(page.replacements.map(({ company }) => company.id)).toContain(reserve);
		expect(page.stateChanges).toMatchObject([{ from: 'confirmed', to: 'declined', by: editor.name }]);

		value(
			await moveCompany(
				db,
				rally,
				id,
				{ from: 'declined', to: 'confirmed', decline: noReason },
				editor,
				today
			)
		);
		expect(await now(id)).toMatchObject({ withdrew: false, declineReason: null, nextStep: 'confirm' });
	});

	test('the form of a company leaves the pipeline alone, but for what a refusal left', async () => {
		const id = await aCompanyOf(db, rally);
		value(await log(id, { outcome: 'agreed' }));
		const { version, nextStepOn } = await now(id);
		value(await saveCompany(db, rally, id, { ...inputs.company({ state: 'confirmed' }), version }, editor));
		expect(await now(id)).toMatchObject({ nextStep: 'slots', nextStepOn, ownerId: editor.userId });
		value(
			await saveCompany(
				db,
				rally,
				id,
				{ ...inputs.company({ state: 'declined' }), version: version + 1 },
				editor
			)
		);
		expect(await now(id)).toMatchObject({ state: 'declined', withdrew: true });
	});

	test('how a company is followed is saved, by a member, and refused after somebody else’s', async () => {
		const id = await aCompanyOf(db, rally);
		const { version } = await now(id);
		const form = (typed: Record<string, string>) => ({ ...FollowUpForm.parse(typed), version });
		const outsider = (await anOrganization(db, `autre-${backend}`)).editor.userId;
		expect(await saveFollowUp(db, rally, id, form({ ownerId: outsider }), editor)).toMatchObject({ error: { code: 'not-a-member' } }); // prettier-ignore
		const typed = { ownerId: editor.userId, nextStep: 'visit', nextStepOn: '2027-05-04', pausedUntil: '2027-05-01', mayBeNamed: 'on', introducedBy: 'la Ville' }; // prettier-ignore
		value(await saveFollowUp(db, rally, id, form({ ...typed, declineReason: 'dates' }), editor));
		expect(await now(id)).toMatchObject({ ...typed, mayBeNamed: true, declineReason: null });
		expect(await saveFollowUp(db, rally, id, form(typed), editor)).toMatchObject({ error: { code: 'edited-meanwhile' } }); // prettier-ignore
		expect(FollowUpForm.safeParse({ nextStep: 'call' }).success).toBe(false);
	});

	test('a second contact becomes the main one, the former stays known, and that is undone as one', async () => {
		const main = { contactName: 'Ana Roux', contactPhone: '04 75 00 00 01', contactMode: 'phone' as const };
		const id = await aCompanyOf(db, rally, main);
		const input = ContactForm.parse({
			name: 'Zoé Bel',
			role: 'Accueil',
			email: 'zoe@exemple.fr',
			mode: 'mail-only'
		});
		const contact = value(await addContact(db, rally, id, input, editor));
		const { change } = value(await makeMainContact(db, rally, contact.id, editor));
		expect(await now(id)).toMatchObject({
			contactName: 'Zoé Bel',
			contactRole: 'Accueil',
			contactMode: 'mail-only'
		});
		expect(await records(db, 'contact').find(rally.id, contact.id)).toMatchObject({ name: 'Ana Roux', phone: '04 75 00 00 01' }); // prettier-ignore
		value(await undoChange(db, rally, change, editor));
		expect(await now(id)).toMatchObject(main);
		expect(await records(db, 'contact').find(rally.id, contact.id)).toMatchObject({ name: 'Zoé Bel' });
	});

	test('commitments are kept in cents and added up', async () => {
		const id = await aCompanyOf(db, rally, { state: 'interested' });
		const before = (await readFigures(db, rally, today)).commitments;
		const commit = async (typed: Record<string, string>) => value(await addCommitment(db, rally, id, CommitmentForm.parse(typed), editor)); // prettier-ignore
		await commit({ kind: 'money', valueCents: '1 250,50 €', honoured: 'on' });
		await commit({ kind: 'prize', description: 'Paniers garnis', quantity: '6', valueCents: '180' });
		await commit({ kind: 'drivers', quantity: '2' });
		const { commitments } = await readFigures(db, rally, today);
		expect(commitments.money.valueCents - before.money.valueCents).toBe(125_050);
		expect(commitments.prizes).toMatchObject({ quantity: before.prizes.quantity + 6 });
		expect(commitments.drivers).toMatchObject({ quantity: before.drivers.quantity + 2 });
		const wrong = (typed: Record<string, string>) => CommitmentForm.safeParse(typed).success;
		expect([wrong({ kind: 'money' }), wrong({ kind: 'prize' }), wrong({ kind: 'money', valueCents: '12 euros' })]).toEqual([false, false, false]); // prettier-ignore
	});

	test('the organisation remembers whom it asked; another organisation’s rallies are not looked at', async () => {
		const siret = '73282932000074';
		const mine = await aRallyOf(db, organizationId, 'Rallye de mars', '2027-03-02');
		const there = await aCompanyOf(db, mine, { siret });
		for (const on of ['2027-03-20', '2027-03-25', '2027-04-02', '2027-04-05'])
			value(await logExchange(db, mine, there, told({ on }), editor, today));
		const theirs = await anOrganization(db, `voisine-${backend}`);
		const elsewhere = await aRallyOf(db, theirs.organizationId, 'Rallye voisin', '2027-03-02');
		const foreign = await aCompanyOf(db, elsewhere, { siret });
		value(await logExchange(db, elsewhere, foreign, told({ note: 'Secret voisin' }), theirs.editor, today));

		const id = await aCompanyOf(db, rally, { name: 'Autre nom', siret });
		const tracked = (await readTracked(db, rally, today)).find(({ row }) => row.id === id)!;
		expect(tracked.elsewhere.map(({ rally: title }) => title)).toEqual(['Rallye de mars']);
		expect(tracked.solicitation).toMatchObject({
			askedThisYear: 1,
			contactsThisMonth: 4,
			restraints: ['contacted']
		});
		expect(JSON.stringify(await readFollowedCompany(db, rally, id, editor, today))).not.toContain('voisin');
	});

	test('silence fills the baskets of today’s list, until an answer or a plan', async () => {
		const id = await aCompanyOf(db, rally, { name: 'Silencieuse' });
		value(await log(id, { on: addDays(today, -8), silence: 'away', nextStep: 'none' }));
		const listed = async () =>
			(await readToday(db, rally, today)).chase.find(({ company }) => company.id === id);
		expect(await listed()).toMatchObject({ silence: { basket: 7, days: 8, reason: 'away' } });
		value(await log(id, { outcome: 'call-back' }));
		expect(await listed()).toBeUndefined();
	});

	test('a rally with nothing yet has an empty day, and the plan’s needs all the same', async () => {
		const empty = await aRallyOf(db, organizationId, 'Vide');
		const { due, chase, calls, shortages, lastPlan } = await readToday(db, empty, today);
		expect([due, chase, calls.calls, lastPlan]).toEqual([[], [], [], null]);
		expect(calls.coverage.missingStarts).toBeGreaterThan(0);
		expect(shortages.join(' ')).toMatch(/il manque/i);
		expect(await readFollowedCompany(db, empty, crypto.randomUUID(), editor, today)).toBeNull();
		expect(await logExchange(db, empty, crypto.randomUUID(), told(), editor, today)).toMatchObject({ error: { code: 'not-found' } }); // prettier-ignore
	});

	test('nothing of a rally is reached through another', async () => {
		const other = await aRallyOf(db, organizationId, 'Autre');
		const id = await aCompanyOf(db, rally);
		const contact = value(await addContact(db, rally, id, ContactForm.parse({ name: 'Zoé' }), editor));
		const answers = await Promise.all([
			logExchange(db, other, id, told(), editor, today),
			moveCompany(db, other, id, { from: 'identified', to: 'approached', decline: noReason }, editor, today),
			addContact(db, other, id, ContactForm.parse({ name: 'Zoé' }), editor),
			makeMainContact(db, other, contact.id, editor),
			addCommitment(db, other, id, CommitmentForm.parse({ kind: 'visit' }), editor),
			saveFollowUp(db, other, id, { ...FollowUpForm.parse({}), version: 1 }, editor)
		]);
		for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
		expect(await readFollowedCompany(db, other, id, editor, today)).toBeNull();
	});
});
