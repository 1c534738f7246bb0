import '../auth/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ParticipantState } from '$lib/domain/participant';
import type { Database } from '$lib/server/db/client';
import type { StoredRally } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { moveParticipant } from '$lib/server/use-cases/enrolment/move-participant';
import { orderWaitingList } from '$lib/server/use-cases/enrolment/order-waiting-list';
import { readEnrolment } from '$lib/server/use-cases/enrolment/read-enrolment';
import { replaceParticipant } from '$lib/server/use-cases/enrolment/replace-participant';
import { answers, exchangedContacts } from '$lib/server/db/repositories/answers';
import { followUp } from '$lib/server/db/repositories/follow-up';
import { addRecord } from '$lib/server/use-cases/records/edit-record';
import { keepApart, uniteTwins } from '$lib/server/use-cases/enrolment/settle-twins';
import { addParticipant, saveParticipant } from '$lib/server/use-cases/participants/save-participant';
import { undoChange } from '$lib/server/use-cases/records/edit-record';
import { backends, freshDatabase } from '../../databases';
import * as inputs from '../records/inputs';
import { aStoredRally, claire, driss, value } from '../records/rallies';

describe.each(backends)('%s', (backend) => {
	let database: Database;
	let rally: StoredRally;
	beforeAll(async () => {
		database = await freshDatabase(backend);
		rally = await aStoredRally(database.db);
	});
	afterAll(() => database.close());

	const person = async (firstName: string, state: ParticipantState, more: Partial<inputs.Participant> = {}) =>
		value(await addParticipant(database.db, rally, inputs.participant({ firstName, state, ...more }), claire))
			.id;
	const find = async (id: string) => (await records(database.db, 'participant').find(rally.id, id))!;
	const line = async () =>
		(await readEnrolment(database.db, rally, false)).people.waiting.map(({ firstName }) => firstName);

	test('somebody goes from candidate to enrolled, and back by « Annuler »', async () => {
		const { db } = database;
		const id = await person('Ana', 'candidate');
		const moved = value(await moveParticipant(db, rally, { id, from: 'candidate', to: 'confirmed' }, claire));
		expect(await find(id)).toMatchObject({ state: 'confirmed', version: 2 });
		value(await undoChange(db, rally, moved.change, claire));
		expect(await find(id)).toMatchObject({ state: 'candidate' });
	});

	test('two people who move the same person: the second is told where it stands', async () => {
		const { db } = database;
		const id = await person('Bilal', 'candidate');
		value(await moveParticipant(db, rally, { id, from: 'candidate', to: 'waiting' }, driss));
		const again = await moveParticipant(db, rally, { id, from: 'candidate', to: 'refused' }, claire);
		expect(again).toEqual({ ok: false, error: { code: 'moved-meanwhile', state: 'waiting', by: 'Driss' } });
		expect(await moveParticipant(db, rally, { id, from: 'waiting', to: 'replaced' }, claire)).toMatchObject({
			error: { code: 'not-a-move' }
		});
		value(await moveParticipant(db, rally, { id, from: 'waiting', to: 'withdrawn' }, claire));
	});

	test('the form of a person keeps to the same steps', async () => {
		const { db } = database;
		const id = await person('Chloé', 'candidate');
		value(await moveParticipant(db, rally, { id, from: 'candidate', to: 'refused' }, claire));
		const input = { ...inputs.participant({ firstName: 'Chloé', state: 'confirmed' }), version: 2 };
		expect(await saveParticipant(db, rally, id, input, claire)).toMatchObject({
			error: { code: 'not-a-step', field: 'state', from: 'refused', to: 'confirmed' }
		});
		value(await saveParticipant(db, rally, id, { ...input, state: 'waiting' }, claire));
		expect((await find(id)).waitingFrom).not.toBeNull();
		value(await moveParticipant(db, rally, { id, from: 'waiting', to: 'refused' }, claire));
	});

	test('the waiting list keeps its order, and is put in another', async () => {
		const { db } = database;
		const before = (await line()).length;
		expect(before).toBe(0);
		for (const name of ['Un', 'Deux', 'Trois']) await person(name, 'waiting');
		const early = await person('Quatre', 'candidate');
		value(await moveParticipant(db, rally, { id: early, from: 'candidate', to: 'waiting' }, claire));
		expect(await line()).toEqual(['Un', 'Deux', 'Trois', 'Quatre']);
		const up = value(await orderWaitingList(db, rally, { id: early, direction: 'up' }, claire));
		expect(await line()).toEqual(['Un', 'Deux', 'Quatre', 'Trois']);
		value(await undoChange(db, rally, up.change, claire));
		expect(await line()).toEqual(['Un', 'Deux', 'Trois', 'Quatre']);
		expect(await orderWaitingList(db, rally, { id: early, direction: 'down' }, claire)).toMatchObject({
			ok: false
		});
	});

	test('a place is taken by another person: both are kept, and one « Annuler » brings both back', async () => {
		const { db } = database;
		const leaving = await person('Inès', 'confirmed');
		const coming = await person('Joël', 'waiting');
		const from = '2027-06-09:morning';
		const done = value(await replaceParticipant(db, rally, leaving, { by: coming, from }, claire));
		expect(await find(leaving)).toMatchObject({
			state: 'replaced',
			replacedById: coming,
			replacedFrom: from
		});
		expect(await find(coming)).toMatchObject({
			state: 'confirmed',
			absences: ['2027-06-08:afternoon', '2027-06-08:morning']
		});
		const shown = await readEnrolment(db, rally, false);
		expect(shown.people.replaced).toMatchObject([
			{ firstName: 'Inès', replacedBy: 'Joël Petit', replacedFrom: from }
		]);

		value(await undoChange(db, rally, done.change, driss));
		expect(await find(leaving)).toMatchObject({ state: 'confirmed', replacedById: null });
		expect(await find(coming)).toMatchObject({ state: 'waiting', absences: [] });

		const again = value(await replaceParticipant(db, rally, leaving, { by: coming, from: null }, claire));
		value(await moveParticipant(db, rally, { id: coming, from: 'confirmed', to: 'withdrawn' }, driss));
		// One of the two changed since: neither is touched.
		expect(await undoChange(db, rally, again.change, claire)).toMatchObject({ error: { code: 'too-late-to-undo', by: 'Driss' } }); // prettier-ignore
		expect(await find(leaving)).toMatchObject({ state: 'replaced' });
		value(await moveParticipant(db, rally, { id: leaving, from: 'replaced', to: 'confirmed' }, claire));
		expect(await find(leaving)).toMatchObject({ replacedById: null, replacedFrom: null });
	});

	test('a place is not taken by somebody enrolled, unknown or of another rally', async () => {
		const { db } = database;
		const leaving = await person('Karim', 'confirmed');
		const enrolled = await person('Léa', 'confirmed');
		const elsewhere = await aStoredRally(db, 'autre');
		const stranger = value(
			await addParticipant(db, elsewhere, inputs.participant({ state: 'waiting' }), claire)
		).id;
		for (const by of [enrolled, stranger, leaving, crypto.randomUUID()])
			expect(await replaceParticipant(db, rally, leaving, { by, from: null }, claire)).toMatchObject({
				error: { code: 'cannot-replace' }
			});
		const waiting = await person('Mona', 'waiting');
		expect(await replaceParticipant(db, rally, leaving, { by: waiting, from: '2020-01-01:morning' }, claire)).toMatchObject({ error: { code: 'unknown-half-day' } }); // prettier-ignore
		expect(await find(leaving)).toMatchObject({ state: 'confirmed', version: 1 });
	});

	test('somebody entered twice is shown, united without losing a word, or said to be two people', async () => {
		const { db } = database;
		const other = await aStoredRally(db, crypto.randomUUID());
		const add = async (more: Partial<inputs.Participant>) =>
			value(await addParticipant(db, other, inputs.participant({ firstName: 'Nadia', phone: '06 00 00 00 09', ...more }), claire)).id; // prettier-ignore
		const first = await add({ lastName: 'Haddad', email: 'nadia@exemple.fr', statuses: ['rsa'] });
		const second = await add({
			lastName: 'Hadad',
			commune: 'Ucel',
			statuses: ['long-term'],
			state: 'candidate'
		});
		const beside = (await readEnrolment(db, other, true)).beside!;
		expect(beside.twins.map(({ person: one, of }) => [one.id, of.id])).toEqual([[second, first]]);
		expect((await readEnrolment(db, other, false)).beside).toBeNull();

		const apart = value(await keepApart(db, other, { person: second, of: first }, claire));
		expect((await readEnrolment(db, other, true)).beside!.twins).toEqual([]);
		value(await undoChange(db, other, apart.change, claire));

		const { id: host } = await addRecord(db, 'company', other, inputs.company(), claire);
		const owner = { organizationId: other.organizationId, rallyId: other.id };
		const sheet = { scores: { a: 3 as const }, words: '' };
		await answers(db).add(owner, { subject: second, audience: 'participant', moment: 'before', instrument: 'participants-1', sheet, means: 'paper', by: 'Claire' }); // prettier-ignore
		const said = { kind: 'attempt' as const, means: 'phone' as const, note: '' };
		await followUp(db, other.id).add({ organizationId: other.organizationId, participantId: second, on: '2027-12-10', said, by: 'Claire' }); // prettier-ignore
		const contact = { organizationId: other.organizationId, companyId: host, by: 'Claire' };
		await exchangedContacts(db, other.id).add({ ...contact, participantId: second });
		/** Whose each measure is. */
		const measured = async () => [
			...(await answers(db).list(other.id)).map(({ subject }) => subject),
			...(await followUp(db, other.id).list()).map(({ participantId }) => participantId),
			...(await exchangedContacts(db, other.id).list()).map(({ participantId }) => participantId)
		];

		const united = value(await uniteTwins(db, other, { person: second, of: first }, claire));
		expect(await measured()).toEqual([first, first, first]);
		const one = (await records(db, 'participant').list(other.id))[0]!;
		expect(one).toMatchObject({
			id: first,
			lastName: 'Haddad',
			email: 'nadia@exemple.fr',
			commune: 'Ucel',
			state: 'confirmed'
		});
		expect([...one.statuses].sort()).toEqual(['long-term', 'rsa']);
		value(await undoChange(db, other, united.change, claire));
		expect(await measured()).toEqual([second, second, second]);
		expect(await records(db, 'participant').list(other.id)).toHaveLength(2);
		// A contact that both exchanged is one, and stays where it is.
		await exchangedContacts(db, other.id).add({ ...contact, participantId: first });
		value(await uniteTwins(db, other, { person: second, of: first }, claire));
		expect((await measured()).sort()).toEqual([first, first, first, second].sort());
	});
});
