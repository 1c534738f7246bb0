import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '$lib/server/db/client';
import { personalLinks } from '$lib/server/db/repositories/personal-links';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { changes } from '$lib/server/db/repositories/changes';
import { records } from '$lib/server/db/repositories/records';
import { personalLink } from '$lib/server/db/schema';
import { guestLetter, openGuestLinks, readGuestLinks } from '$lib/server/use-cases/closing/guest-links';
import { readGuestPage, replyAsGuest, ReplyForm } from '$lib/server/use-cases/closing/reply-as-guest';
import { readOwnConsents } from '$lib/server/use-cases/consents/own-consents';
import { readOwnQuestionnaire } from '$lib/server/use-cases/measure/answer-by-link';
import {
	renewPersonalLink,
	revokePersonalLink
} from '$lib/server/use-cases/personal-links/give-personal-link';
import { tokenOf } from '$lib/server/use-cases/personal-links/link-token';
import { addRecord, archiveRecord } from '$lib/server/use-cases/records/edit-record';
import { backends, freshDatabase } from '../../databases';
import { aStoredRally, claire } from '../records/rallies';

const secret = 'un secret de trente-deux caractères au moins';
const today = '2027-06-01';

test('a reply that does not come brings nobody, and « peut-être » is none', () => {
	expect(ReplyForm.parse({ reply: 'no', coming: '4' })).toEqual({ reply: 'no', coming: null });
	expect(ReplyForm.safeParse({ reply: 'waiting', coming: '' }).success).toBe(false);
	expect(ReplyForm.safeParse({ reply: 'yes', coming: '400' }).success).toBe(false);
});

describe.each(backends)('%s', (backend) => {
	let database: Database;
	let rally: StoredRally;
	let guestId: string;
	let token: string;
	beforeAll(async () => {
		database = await freshDatabase(backend);
		rally = await aStoredRally(database.db);
		const add = (name: string) => addRecord(database.db, 'guest', rally, { name, kind: 'institution', people: 2 }, claire); // prettier-ignore
		({ id: guestId } = await add('Mairie'));
		await add('Zorglub');
		expect(await openGuestLinks(database.db, rally, secret, claire)).toBe(2);
		expect(await openGuestLinks(database.db, rally, secret, claire)).toBe(0);
		token = tokenOf((await personalLinks(database.db).of(rally.id, { guestId }))!.id, secret);
	});
	afterAll(() => database.close());

	test('a guest says whether they come and how many, and may change their mind', async () => {
		const { db } = database;
		const page = (await readGuestPage(db, token, today))!;
		expect(page.guest).toEqual({
			name: 'Mairie',
			organisation: '',
			people: 2,
			reply: 'waiting',
			coming: null
		});
		// Nobody else who is invited.
		expect(JSON.stringify(page)).not.toContain('Zorglub');
		expect((await replyAsGuest(db, token, { reply: 'yes', coming: 3 }, today)).ok).toBe(true);
		expect((await replyAsGuest(db, token, { reply: 'no', coming: null }, today)).ok).toBe(true);
		const guest = (await records(db, 'guest').find(rally.id, guestId))!;
		expect(guest).toMatchObject({
			reply: 'no',
			coming: null,
			version: 3,
			updatedBy: 'L’invité, par sa page'
		});
		expect(await changes(db).asOf(guestId, 2)).toMatchObject({ reply: 'yes', coming: 3 });
		expect((await readGuestLinks(db, rally)).map(({ name, reply }) => `${name} ${reply}`)).toEqual(['Zorglub waiting', 'Mairie no']); // prettier-ignore
	});

	test('a wrong address, a closed page and an archived invitation all open nothing', async () => {
		const { db } = database;
		expect(await readGuestPage(db, 'x'.repeat(43), today)).toBeNull();
		expect(await replyAsGuest(db, 'faux', { reply: 'yes', coming: 1 }, today)).toEqual({ ok: false, error: { code: 'closed' } }); // prettier-ignore
		// A guest's address opens no participant's page.
		expect(await readOwnConsents(db, token)).toBeNull();
		expect(await readOwnQuestionnaire(db, 'participant', token, today)).toBeNull();
		const stored = JSON.stringify(await db.select().from(personalLink));
		expect(stored).not.toContain(token);

		const link = await renewPersonalLink(db, rally, { guestId }, secret, claire);
		expect(await readGuestPage(db, token, today)).toBeNull();
		const next = tokenOf(link.id, secret);
		expect(await readGuestPage(db, next, today)).not.toBeNull();
		await revokePersonalLink(db, rally, { guestId });
		expect(await readGuestPage(db, next, today)).toBeNull();
		const last = await renewPersonalLink(db, rally, { guestId }, secret, claire);
		await archiveRecord(db, 'guest', rally, guestId, claire);
		expect(await readGuestPage(db, tokenOf(last.id, secret), today)).toBeNull();
	});

	test('replies stop when the closing is over, and when there are far too many', async () => {
		const { db } = database;
		const { id } = (await readGuestLinks(db, rally)).find(({ name }) => name === 'Zorglub')!;
		const link = (await personalLinks(db).of(rally.id, { guestId: id }))!;
		const own = tokenOf(link.id, secret);
		const stored = (await rallies(db).find(rally.id))!;
		const place = { label: 'Salle', address: '', postcode: '', commune: '', position: null, precision: null };
		const saved = await rallies(db).save(rally.id, stored.version, { closing: { date: '2027-06-10', start: 1020, place }, updatedBy: 'Claire' }); // prettier-ignore
		expect(guestLetter(saved!, { name: 'Zorglub' }, 'https://exemple.fr/invite/x').body).toContain('10 juin');
		expect(await replyAsGuest(db, own, { reply: 'yes', coming: 1 }, '2027-06-11')).toMatchObject({ error: { code: 'over' } }); // prettier-ignore
		let refused = 0;
		for (let i = 0; i < 22; i++) {
			const sent = await replyAsGuest(db, own, { reply: 'yes', coming: 1 }, '2027-06-10');
			if (!sent.ok && sent.error.code === 'too-many') refused++;
		}
		expect(refused).toBe(2);
	});
});
