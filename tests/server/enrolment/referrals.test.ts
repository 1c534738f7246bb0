import '../auth/people';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import type { Database } from '$lib/server/db/client';
import { consents } from '$lib/server/db/repositories/consents';
import type { StoredRally } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { personalLink } from '$lib/server/db/schema';
import { moveParticipant } from '$lib/server/use-cases/enrolment/move-participant';
import { readEnrolment } from '$lib/server/use-cases/enrolment/read-enrolment';
import { recordConsent } from '$lib/server/use-cases/consents/record-consent';
import { uniteTwins } from '$lib/server/use-cases/enrolment/settle-twins';
import { saveParticipant } from '$lib/server/use-cases/participants/save-participant';
import { ParticipantForm } from '$lib/server/use-cases/participants/participant-form';
import { addPartner } from '$lib/server/use-cases/partners/save-partner';
import {
	renewPersonalLink,
	revokePersonalLink
} from '$lib/server/use-cases/personal-links/give-personal-link';
import { tokenOf } from '$lib/server/use-cases/personal-links/link-token';
import { archiveRecord, undoChange } from '$lib/server/use-cases/records/edit-record';
import { readReferral, readReferrals } from '$lib/server/use-cases/referrals/read-referrals';
import { NewReferralForm } from '$lib/server/use-cases/referrals/referral-form';
import { settleCorrection } from '$lib/server/use-cases/referrals/settle-correction';
import { correctReferral, sendReferral } from '$lib/server/use-cases/referrals/send-referral';
import { backends, freshDatabase } from '../../databases';
import * as inputs from '../records/inputs';
import { aStoredRally, claire, value } from '../records/rallies';

const secret = 'x'.repeat(40);
const today = '2027-05-03';
const typed = (difference: object = {}) =>
	NewReferralForm.parse({
		firstName: 'Nadia',
		lastName: 'Haddad',
		phone: '06 00 00 00 09',
		statuses: ['rsa'],
		agreed: 'on',
		means: 'oral',
		...difference
	});

describe.each(backends)('%s', (backend) => {
	let database: Database;
	let rally: StoredRally;
	beforeAll(async () => {
		database = await freshDatabase(backend);
		rally = await aStoredRally(database.db);
	});
	afterAll(() => database.close());

	const prescriber = async (name: string) => {
		const { db } = database;
		const { id } = await addPartner(db, rally, inputs.partner({ name, roles: ['prescriber'] }), claire);
		const link = await renewPersonalLink(db, rally, { partnerId: id }, secret, claire);
		return { id, token: tokenOf(link.id, secret), link };
	};
	const send = (token: string, difference: object = {}, address = '192.0.2.1') =>
		sendReferral(database.db, token, typed(difference), address, today);
	const people = () => records(database.db, 'participant').list(rally.id);

	test('somebody referred is a candidate, with the consent that was read to them', async () => {
		const { db } = database;
		const { token } = await prescriber('Mission locale');
		value(await send(token));
		const person = (await people()).find(({ firstName }) => firstName === 'Nadia')!;
		expect(person).toMatchObject({ state: 'candidate', prescriber: 'Mission locale', statuses: ['rsa'] });
		expect(await consents(db).of(rally.id, person.id)).toMatchObject([
			{ kind: 'participation', decision: 'given', means: 'oral', decidedOn: today, recordedBy: 'Mission locale (prescripteur)' } // prettier-ignore
		]);
		expect((await readReferrals(db, token))!.sent).toMatchObject([
			{ firstName: 'Nadia', outcome: 'en attente de réponse', mayCorrect: true }
		]);
	});

	test('nobody is sent without their word, without a contact, or with a status kept from prescribers', () => {
		const wrong = (difference: object) => () => typed(difference);
		expect(wrong({ agreed: undefined })).toThrow('accord');
		expect(wrong({ phone: '' })).toThrow('joindre');
		expect(wrong({ statuses: ['disabled'] })).toThrow();
		expect(typed({ phone: '', referentEmail: 'referente@exemple.fr' })).toMatchObject({ phone: '' });
	});

	test('a duplicate is entered and told to the organiser; its prescriber sees what any other would', async () => {
		const { db } = database;
		const [one, two] = [await prescriber('France Travail'), await prescriber('Cap emploi')];
		const twin = { firstName: 'Omar', phone: '06 00 00 00 10' };
		const answers = [await send(one.token, twin), await send(two.token, twin)];
		expect(answers[1]).toEqual(answers[0]);
		const [seenByOne, seenByTwo] = [await readReferrals(db, one.token), await readReferrals(db, two.token)];
		expect(seenByTwo!.sent.map(({ firstName, outcome }) => [firstName, outcome])).toEqual([
			['Omar', 'en attente de réponse']
		]);
		expect(seenByTwo!.sent).toHaveLength(seenByOne!.sent.length);
		const { beside } = await readEnrolment(db, rally, true);
		expect(beside!.twins.filter(({ person }) => person.firstName === 'Omar')).toMatchObject([
			{ certain: true }
		]);
		// Their own list, and theirs alone, tells them that they sent somebody already.
		expect(await send(one.token, twin)).toMatchObject({ error: { code: 'sent-already' } });
	});

	test('is corrected until the organiser confirms, by its own prescriber only, over what they sent', async () => {
		const { db } = database;
		const [one, other] = [await prescriber('PLIE'), await prescriber('Département')];
		value(await send(one.token, { firstName: 'Paul', phone: '06 00 00 00 11', commune: 'Ucel' }));
		const { id } = (await readReferrals(db, one.token))!.sent[0]!;
		const person = (await people()).find(({ firstName }) => firstName === 'Paul')!;
		const input = ParticipantForm.parse({ ...person, hasIdPaper: 'on', backBy: '', phone: '06 99 99 99 99' });
		value(await saveParticipant(db, rally, person.id, { ...input, version: 1 }, claire));

		const read = (await readReferral(db, one.token, id))!;
		// The organiser's number is not shown to the prescriber, who sees their own words.
		expect(JSON.stringify(read)).not.toContain('06 99 99 99 99');
		const sent = { ...read.sent!, phone: '06 00 00 00 12', commune: 'Aubenas', version: read.version };
		value(await correctReferral(db, one.token, id, sent, '192.0.2.1'));
		const after = (await people()).find(({ firstName }) => firstName === 'Paul')!;
		expect(after).toMatchObject({ commune: 'Aubenas', phone: '06 99 99 99 99' });
		expect(await correctReferral(db, one.token, id, sent, '192.0.2.1')).toMatchObject({ error: { code: 'corrected-meanwhile', version: 3 } }); // prettier-ignore

		expect(await readReferral(db, other.token, id)).toBeNull();
		expect(await correctReferral(db, other.token, id, sent, '192.0.2.1')).toMatchObject({ error: { code: 'not-found' } }); // prettier-ignore
		expect((await readReferrals(db, other.token))!.sent).toEqual([]);

		value(await moveParticipant(db, rally, { id: person.id, from: 'candidate', to: 'confirmed' }, claire));
		expect(await readReferral(db, one.token, id)).toBeNull();
		const late = { ...sent, version: 3 };
		expect(await correctReferral(db, one.token, id, late, '192.0.2.1')).toMatchObject({
			error: { code: 'decided' }
		});
		expect((await readReferrals(db, one.token))!.sent).toMatchObject([
			{ outcome: 'inscrit·e', mayCorrect: false }
		]);
	});

	test('a correction that meets the organiser’s own change is shown, and taken or ignored field by field', async () => {
		const { db } = database;
		const one = await prescriber('SIAE des Trois Ponts');
		value(await send(one.token, { firstName: 'Rosa', lastName: 'Lopez', phone: '06 00 00 00 31', commune: 'Ucel' })); // prettier-ignore
		const { id } = (await readReferrals(db, one.token))!.sent[0]!;
		const rosa = async () => (await people()).find(({ firstName }) => firstName === 'Rosa')!;
		const edit = async (changes: object) => {
			const person = await rosa();
			const input = ParticipantForm.parse({ ...person, hasIdPaper: 'on', backBy: '', ...changes });
			value(await saveParticipant(db, rally, person.id, { ...input, version: person.version }, claire));
		};
		await edit({ phone: '06 99 99 99 99', commune: 'Vals-les-Bains' });
		const correct = async (changes: object) => {
			const { sent, version } = (await readReferral(db, one.token, id))!;
			value(await correctReferral(db, one.token, id, { ...sent!, ...changes, version }, '192.0.2.1'));
		};
		const waiting = async () =>
			(await readEnrolment(db, rally, true)).beside!.corrections.filter(
				({ person }) => person.name === 'Rosa Lopez'
			);
		await correct({ phone: '06 00 00 00 32', commune: 'Aubenas', ageBand: '18-25' });
		expect(await rosa()).toMatchObject({ phone: '06 99 99 99 99', commune: 'Vals-les-Bains', ageBand: '18-25' }); // prettier-ignore
		expect(await waiting()).toMatchObject([
			{ prescriber: 'SIAE des Trois Ponts', person: { name: 'Rosa Lopez' }, fields: [{ name: 'phone', ours: '06 99 99 99 99', theirs: '06 00 00 00 32' }, { name: 'commune' }] } // prettier-ignore
		]);
		// Who may not read people's contacts is not told of them this way either.
		expect((await readEnrolment(db, rally, false)).beside).toBeNull();

		const settle = async (field: string, decision: 'accept' | 'ignore', by = claire) => {
			const [{ referral, version, person }] = (await waiting()) as [Awaited<ReturnType<typeof waiting>>[0]];
			return settleCorrection(db, rally, { referral, version, personVersion: person.version, field, decision }, by); // prettier-ignore
		};
		const stale = (await waiting())[0]!;
		const taken = value(await settle('phone', 'accept'));
		expect(await rosa()).toMatchObject({ phone: '06 00 00 00 32', updatedBy: 'Claire' });
		const { referral, version, person } = stale;
		expect(await settleCorrection(db, rally, { referral, version, personVersion: person.version, field: 'commune', decision: 'accept' }, claire)).toMatchObject({ error: { code: 'settled-meanwhile' } }); // prettier-ignore
		expect((await waiting())[0]!.fields.map(({ name }) => name)).toEqual(['commune']);
		expect(value(await settle('commune', 'ignore')).change).toBeNull();
		expect(await rosa()).toMatchObject({ commune: 'Vals-les-Bains' });
		expect(await waiting()).toEqual([]);
		value(await undoChange(db, rally, taken.change!.change, claire));
		expect(await rosa()).toMatchObject({ phone: '06 99 99 99 99' });

		// A later correction asks again; one that comes to say the same as the organiser asks no more.
		await correct({ commune: 'Lalevade' });
		expect((await waiting())[0]!.fields.map(({ name }) => name)).toEqual(['commune']);
		await correct({ commune: 'Vals-les-Bains' });
		expect(await waiting()).toEqual([]);
		// Another rally's organiser settles nothing here.
		const elsewhere = await aStoredRally(db, crypto.randomUUID());
		expect(await settleCorrection(db, elsewhere, { referral, version, personVersion: 1, field: 'commune', decision: 'accept' }, claire)).toMatchObject({ error: { code: 'not-found' } }); // prettier-ignore
	});

	test('two records become one with their consents and referrals, and each has its own again once undone', async () => {
		const { db } = database;
		const one = await prescriber('Mission locale du Nord');
		const other = await prescriber('Cap emploi');
		value(await send(one.token, { firstName: 'Ysé', lastName: 'Brun', phone: '06 00 00 00 71' }));
		value(
			await send(other.token, { firstName: 'Ysée', lastName: 'Brun', phone: '06 00 00 00 71' }, '192.0.2.9')
		);
		// The first prescriber sent both.
		value(await send(one.token, { firstName: 'Ysé', lastName: 'Lebrun', phone: '06 00 00 00 72' }));
		const named = async (firstName: string, lastName: string) =>
			(await people()).find((person) => person.firstName === firstName && person.lastName === lastName)!.id;
		const first = await named('Ysé', 'Brun');
		const seconds = [await named('Ysée', 'Brun'), await named('Ysé', 'Lebrun')];
		const told = async () => ({
			consents: await Promise.all([first, ...seconds].map(async (id) => (await consents(db).of(rally.id, id)).length)), // prettier-ignore
			lines: await Promise.all([one, other].map(async ({ token }) => (await readReferrals(db, token))!.sent.length)) // prettier-ignore
		});
		const apart = { consents: [1, 1, 1], lines: [2, 1] };
		expect(await told()).toEqual(apart);

		const united = [];
		for (const person of seconds)
			united.push(value(await uniteTwins(db, rally, { person, of: first }, claire)).change);
		expect(await told()).toEqual({ consents: [3, 0, 0], lines: [1, 1] });
		value(await undoChange(db, rally, united[1]!, claire));
		expect(await told()).toEqual({ consents: [2, 0, 1], lines: [2, 1] });

		// What the person decides once they are one record stays with it.
		const again = value(await uniteTwins(db, rally, { person: seconds[1]!, of: first }, claire)).change;
		await recordConsent(db, rally, { participantId: first, kind: 'image', decision: 'given', decidedOn: today, means: 'oral' }, claire, today); // prettier-ignore
		value(await undoChange(db, rally, again, claire));
		expect(await told()).toEqual({ consents: [3, 0, 1], lines: [2, 1] });
	});

	test('a link is kept as a fingerprint, and opens nothing once renewed, closed, expired or its partner gone', async () => {
		const { db } = database;
		const { id, token, link } = await prescriber('MIFE');
		const rows = JSON.stringify(await db.select().from(personalLink));
		expect(rows).not.toContain(token);
		expect(link.tokenHash).toBe(createHash('sha256').update(token).digest('base64url'));

		const again = await renewPersonalLink(db, rally, { partnerId: id }, secret, claire);
		const fresh = tokenOf(again.id, secret);
		expect(await send(token)).toMatchObject({ error: { code: 'closed' } });
		expect(await readReferrals(db, fresh)).not.toBeNull();

		await db.execute(
			sql`update personal_link set expires_at = now() - interval '1 minute' where id = ${again.id}`
		);
		expect(await readReferrals(db, fresh)).toBeNull();
		const third = tokenOf((await renewPersonalLink(db, rally, { partnerId: id }, secret, claire)).id, secret);
		expect(await readReferrals(db, third)).not.toBeNull();
		value(await archiveRecord(db, 'partner', rally, id, claire));
		expect(await readReferrals(db, third)).toBeNull();
		expect(await revokePersonalLink(db, rally, { partnerId: id })).toBe(true);
		for (const wrong of ['', 'x', 'x'.repeat(500), `${third}x`])
			expect(await readReferrals(db, wrong)).toBeNull();
	});

	test('a link cannot be used to flood the list', async () => {
		const { token } = await prescriber('Seul');
		const tries = [];
		for (let i = 0; i < 61; i++)
			tries.push((await send(token, { firstName: 'Zed', phone: '06 00 00 00 13' }, '192.0.2.9')).ok);
		expect(tries.filter(Boolean)).toHaveLength(1);
		expect(await send(token, { firstName: 'Yann' }, '192.0.2.9')).toMatchObject({ error: { code: 'too-many-attempts' } }); // prettier-ignore
	});
});
