import '../auth/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allConsentKinds } from '$lib/domain/consent/consent';
import type { Database } from '$lib/server/db/client';
import type { StoredRally } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { decideOwnConsent, readOwnConsents } from '$lib/server/use-cases/consents/own-consents';
import { readAllConsents, readConsents } from '$lib/server/use-cases/consents/read-consents';
import { recordConsent, withdrawConsent } from '$lib/server/use-cases/consents/record-consent';
import { addParticipant } from '$lib/server/use-cases/participants/save-participant';
import { renewPersonalLink } from '$lib/server/use-cases/personal-links/give-personal-link';
import { tokenOf } from '$lib/server/use-cases/personal-links/link-token';
import { archiveRecord, undoChange } from '$lib/server/use-cases/records/edit-record';
import { addSession } from '$lib/server/use-cases/sessions/save-session';
import { saveAttendance } from '$lib/server/use-cases/sessions/save-attendance';
import { SessionForm } from '$lib/server/use-cases/sessions/session-form';
import { backends, freshDatabase } from '../../databases';
import * as inputs from '../records/inputs';
import { aStoredRally, claire, driss, value } from '../records/rallies';

const today = '2027-05-03';
const secret = 'y'.repeat(40);

describe.each(backends)('%s', (backend) => {
	let database: Database;
	let rally: StoredRally;
	beforeAll(async () => {
		database = await freshDatabase(backend);
		rally = await aStoredRally(database.db);
	});
	afterAll(() => database.close());

	const person = async (difference: Partial<inputs.Participant> = {}) =>
		value(await addParticipant(database.db, rally, inputs.participant(difference), claire)).id;
	const find = async (id: string) => (await records(database.db, 'participant').find(rally.id, id))!;
	const give = async (participantId: string, kind: (typeof allConsentKinds)[number]) =>
		value(
			await recordConsent(
				database.db,
				rally,
				{ participantId, kind, decision: 'given', decidedOn: '2027-05-01', means: 'paper' },
				claire,
				today
			)
		);
	const state = async (id: string, kind: (typeof allConsentKinds)[number]) =>
		(await readConsents(database.db, rally, id)).find((one) => one.kind === kind)!;

	test('each is decided apart, dated, with its text, and a withdrawal leaves the history', async () => {
		const { db } = database;
		const id = await person();
		await give(id, 'image');
		await give(id, 'sharing');
		value(
			await withdrawConsent(db, rally, { participantId: id, kind: 'image', means: 'oral' }, driss, today)
		);
		const image = await state(id, 'image');
		expect(image.last).toMatchObject({ decision: 'withdrawn', decidedOn: today, recordedBy: 'Driss' });
		expect(image.history.map(({ decision }) => decision)).toEqual(['withdrawn', 'given']);
		expect(image.history[1]).toMatchObject({ decidedOn: '2027-05-01', means: 'paper', says: image.says });
		expect((await state(id, 'sharing')).last).toMatchObject({ decision: 'given' });
		expect((await state(id, 'follow-up')).last).toBeNull();
		// They keep their place.
		expect(await find(id)).toMatchObject({ state: 'confirmed', version: 1 });
	});

	test('a withdrawal is taken whatever the record: archived, edited meanwhile, never asked, already withdrawn', async () => {
		const { db } = database;
		const id = await person();
		for (const kind of allConsentKinds)
			value(await withdrawConsent(db, rally, { participantId: id, kind, means: 'oral' }, claire, today));
		expect(await find(id)).toMatchObject({ state: 'withdrawn' });
		value(await archiveRecord(db, 'participant', rally, id, claire));
		for (const kind of allConsentKinds) {
			value(await withdrawConsent(db, rally, { participantId: id, kind, means: 'oral' }, claire, today));
			expect((await state(id, kind)).last?.decision).toBe('withdrawn');
		}
	});

	test('whoever takes back their participation gives up their place', async () => {
		const { db } = database;
		for (const where of ['confirmed', 'waiting', 'candidate'] as const) {
			const id = await person({ state: where });
			await give(id, 'participation');
			const asked = { participantId: id, kind: 'participation', means: 'oral' } as const;
			expect(value(await withdrawConsent(db, rally, asked, claire, today))).toEqual({ gaveUp: true });
			expect(await find(id)).toMatchObject({ state: 'withdrawn' });
		}
	});

	test('a day to come is refused, and nobody of another rally', async () => {
		const { db } = database;
		const id = await person();
		const asked = { participantId: id, kind: 'image', decision: 'given', decidedOn: '2027-05-04', means: 'oral' } as const; // prettier-ignore
		expect(await recordConsent(db, rally, asked, claire, today)).toMatchObject({
			error: { code: 'in-the-future' }
		});
		const elsewhere = await aStoredRally(db, 'autre');
		expect(await recordConsent(db, elsewhere, asked, claire, today)).toMatchObject({
			error: { code: 'not-found' }
		});
		expect(await withdrawConsent(db, elsewhere, asked, claire, today)).toMatchObject({
			error: { code: 'not-found' }
		});
		expect((await readAllConsents(db, elsewhere)).map((one) => one.id)).not.toContain(id);
	});

	test('a person reads and changes their own, by a link that opens nobody else’s', async () => {
		const { db } = database;
		const id = await person({
			firstName: 'Rosa',
			chosenName: 'Rose',
			statuses: ['rsa'],
			phone: '06 00 00 00 20'
		});
		await give(id, 'image');
		const link = await renewPersonalLink(db, rally, { participantId: id }, secret, claire);
		const token = tokenOf(link.id, secret);
		const own = (await readOwnConsents(db, token))!;
		expect(own.firstName).toBe('Rose');
		// Neither situation nor contact stands on a page that a lost telephone shows.
		expect(JSON.stringify(own)).not.toMatch(/rsa|06 00 00 00 20|Petit/);
		value(await decideOwnConsent(db, token, { kind: 'image', answer: 'no' }, today));
		expect((await state(id, 'image')).last).toMatchObject({ decision: 'withdrawn', means: 'online' });
		value(await decideOwnConsent(db, token, { kind: 'sharing', answer: 'no' }, today));
		expect((await state(id, 'sharing')).last).toMatchObject({ decision: 'refused' });
		value(await decideOwnConsent(db, token, { kind: 'image', answer: 'yes' }, today));
		expect((await state(id, 'image')).last).toMatchObject({
			decision: 'given',
			recordedBy: 'La personne elle-même'
		});
		const closed = { ok: false, error: { code: 'closed' } };
		expect(await decideOwnConsent(db, `${token}x`, { kind: 'image', answer: 'no' }, today)).toEqual(closed);
		expect(await readOwnConsents(db, 'x')).toBeNull();
	});

	test('two people fill an attendance list at once: neither loses a line, and one act is undone whole', async () => {
		const { db } = database;
		const [a, b, c] = [
			await person({ firstName: 'Axel', state: 'candidate' }),
			await person({ firstName: 'Béa', state: 'candidate' }),
			await person({ firstName: 'Cleo', state: 'candidate' })
		];
		const input = SessionForm.parse({ date: '2027-05-11', start: '10:00', minutes: '90', place: 'Salle 2' });
		const session = await addSession(db, rally, input, claire);
		const line = (id: string, was: string | null, now: string, to: string | null = null) =>
			({ id, was, now, from: 'candidate', to }) as never;
		value(
			await saveAttendance(
				db,
				rally,
				session.id,
				[line(a, null, 'invited'), line(b, null, 'invited')],
				claire
			)
		);

		// Both opened the list as it stands now.
		const mine = [
			line(a, 'invited', 'attended', 'confirmed'),
			line(b, 'invited', 'invited'),
			line(c, null, 'attended')
		];
		const theirs = [line(a, 'invited', 'invited'), line(b, 'invited', 'excused'), line(c, null, 'absent')];
		const done = value(await saveAttendance(db, rally, session.id, mine, claire));
		expect(done.kept).toEqual([]);
		expect(value(await saveAttendance(db, rally, session.id, theirs, driss)).kept).toEqual(['Cleo']);
		const stored = (await records(db, 'session').find(rally.id, session.id))!;
		expect(stored.attendance).toEqual({ [a]: 'attended', [b]: 'excused', [c]: 'attended' });
		expect(await find(a)).toMatchObject({ state: 'confirmed' });
		expect(await undoChange(db, rally, done.change!.change, claire)).toMatchObject({ error: { code: 'too-late-to-undo' } }); // prettier-ignore

		const last = value(
			await saveAttendance(db, rally, session.id, [line(c, 'attended', 'absent', 'refused')], claire)
		);
		value(await undoChange(db, rally, last.change!.change, claire));
		expect(await find(c)).toMatchObject({ state: 'candidate' });
		expect((await records(db, 'session').find(rally.id, session.id))!.attendance[c]).toBe('attended');
		const nothing = value(await saveAttendance(db, rally, session.id, [], claire));
		expect(nothing).toEqual({ change: null, kept: [] });
	});
});
