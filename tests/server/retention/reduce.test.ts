import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Db } from '$lib/server/db/client';
import { bilans } from '$lib/server/db/repositories/bilans';
import { followUp } from '$lib/server/db/repositories/follow-up';
import type { StoredRally } from '$lib/server/db/repositories/rallies';
import { questionnaireAnswer } from '$lib/server/db/schema';
import { readFigures } from '$lib/server/use-cases/bilans/read-figures';
import { moveOwnBilan } from '$lib/server/use-cases/bilans/move-bilan';
import { readBilan } from '$lib/server/use-cases/bilans/read-bilans';
import { recordConsent } from '$lib/server/use-cases/consents/record-consent';
import { sayAsOrganizer } from '$lib/server/use-cases/day/correct-day';
import { addParticipant, saveParticipant } from '$lib/server/use-cases/participants/save-participant';
import { lookAfterRetention } from '$lib/server/use-cases/retention/look-after';
import { readRetention } from '$lib/server/use-cases/retention/read-retention';
import { reduceRally } from '$lib/server/use-cases/retention/reduce-rally';
import { saveRetention } from '$lib/server/use-cases/retention/save-retention';
import { backends, freshDatabase } from '../../databases';
import * as inputs from '../records/inputs';
import { aStoredRally, claire, value } from '../records/rallies';
import { toRows } from '../imports/files';
import { everythingStored } from '../vault/stored';

const after = new Date('2027-06-20T10:00:00Z');
/** The records are written by the clock of the machine: everything is looked at from well after it. */
const later = new Date('2049-06-20T10:00:00Z');
const planted = /zircon/i;
const silent = { ready: false, send: async () => 'not-set' as const };
const site = { origin: 'https://equipage.example' };

describe.each(backends)('%s', (backend) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;

	beforeAll(async () => {
		database = await freshDatabase(backend);
		db = database.db;
		rally = await aStoredRally(db);
		for (let i = 0; i < 7; i++) {
			const told = inputs.participant({
				firstName: `Perle${i}-Zircon`,
				lastName: 'Quintard-Zircon',
				gender: i < 6 ? 'woman' : 'man',
				diploma: 'bac3',
				statuses: i < 5 ? ['rsa'] : [],
				needs: ['little-walking'],
				phone: '06 71 72 73 74',
				email: `p${i}@zircon.example`,
				referentName: 'Référente-Zircon',
				emergencyName: 'Urgence-Zircon',
				diet: 'repas-zircon'
			});
			const { id } = value(await addParticipant(db, rally, told, claire));
			value(await saveParticipant(db, rally, id, { ...told, diet: 'autre-zircon', version: 1 }, claire));
			value(
				await recordConsent(
					db,
					rally,
					{ participantId: id, kind: 'image', decision: 'given', decidedOn: '2027-05-01', means: 'paper', decidedBy: 'Tutrice-Zircon' }, // prettier-ignore
					claire,
					'2027-05-03'
				)
			);
			value(
				await sayAsOrganizer(
					db,
					rally,
					(['08:morning', '08:afternoon', '09:morning', '09:afternoon'] as const).map((half) => ({
						team: null,
						said: { kind: 'presence', person: id, half: `2027-06-${half}`, state: 'present', from: null, reason: 'zircon' } // prettier-ignore
					})),
					claire,
					after
				)
			);
			await db.insert(questionnaireAnswer).values({
				...{ organizationId: rally.organizationId, rallyId: rally.id, participantId: id, by: 'Claire' },
				...{ audience: 'participant', moment: 'after', instrument: 'participants-1', means: 'paper' },
				sheet: { scores: {}, words: 'mots-zircon' }
			});
			await followUp(db, rally.id).add({
				organizationId: rally.organizationId,
				participantId: id,
				on: '2027-12-10',
				said: {
					kind: 'news',
					outcome: 'lasting',
					source: 'person',
					from: '',
					means: null,
					note: 'note-zircon'
				},
				by: 'Claire'
			});
		}
		await toRows(db, rally, 'participant', 'Prénom;Nom\nOdon;Zircon');
		const send = { move: 'send' as const, message: '', version: 0 };
		value(await moveOwnBilan(db, rally, 'federation', send, claire, after));
	}, 120_000);
	afterAll(() => database.close());

	test('the dry run says who falls due, and erases nothing', async () => {
		const at = new Date('2027-06-20T10:00:00Z');
		const read = await readRetention(db, rally.organizationId, at);
		expect(read.setting).toMatchObject({ months: 24, automatic: false });
		expect(read.rallies).toMatchObject([{ id: rally.id, people: 7, state: 'kept' }]);
		const then = await readRetention(db, rally.organizationId, later);
		expect(then.rallies).toMatchObject([{ people: 7, state: 'due' }]);
		expect((await readFigures(db, rally, later)).figures.participants.done).toEqual({
			is: 'value',
			value: 7
		});
	});

	test('nothing is erased before the rally is over, nor by this button before it is due', async () => {
		const during = new Date('2027-06-09T10:00:00Z');
		expect(await reduceRally(db, rally, { by: 'Claire', onlyDue: false }, during)).toMatchObject({
			error: { code: 'not-over' }
		});
		expect(await reduceRally(db, rally, { by: 'Claire', onlyDue: true }, after)).toMatchObject({
			error: { code: 'not-due' }
		});
	});

	test('a setting saved twice from the same version is refused', async () => {
		const wanted = { months: 12, automatic: false, version: 0 };
		value(await saveRetention(db, rally.organizationId, wanted, claire));
		expect(await saveRetention(db, rally.organizationId, wanted, claire)).toMatchObject({ ok: false });
		expect((await readRetention(db, rally.organizationId, after)).setting).toMatchObject({ months: 12, version: 1 }); // prettier-ignore
	});

	test('told by letter once, and erased by itself only where the organisation lets it', async () => {
		const letters: string[] = [];
		const mail = { ready: true, send: async ({ text }: { text: string }) => (letters.push(text), 'sent' as const) }; // prettier-ignore
		expect(await lookAfterRetention(db, site, mail, later)).toBe(0);
		expect(await lookAfterRetention(db, site, mail, later)).toBe(0);
		// Nobody administers this organisation: no letter, and no failure.
		expect(letters).toEqual([]);
	});

	test('erased: not a word is left anywhere, and every figure is what it was', async () => {
		const before = await readFigures(db, rally, later);
		const sent = (await bilans(db).list(rally.id)).map(({ sent }) => sent);
		expect((await everythingStored(database)).some(({ text }) => planted.test(text))).toBe(true);

		value(await saveRetention(db, rally.organizationId, { months: 24, automatic: true, version: 1 }, claire));
		expect(await lookAfterRetention(db, site, silent, later)).toBe(1);

		const left = await everythingStored(database, { opened: true });
		expect(left.filter(({ text }) => planted.test(text))).toEqual([]);
		const then = await readFigures(db, rally, new Date('2050-01-01T10:00:00Z'));
		expect(then.figures).toEqual(before.figures);
		expect(then.breakdowns).toEqual(before.breakdowns);
		expect((await bilans(db).list(rally.id)).map(({ sent }) => sent)).toEqual(sent);
		expect((await readBilan(db, rally, 'federation', later))!.state).toBe('sent');
		const [kept] = (await readRetention(db, rally.organizationId, later)).rallies;
		expect(kept).toMatchObject({ people: 0, state: 'reduced', erased: 7 });
	});

	test('and a second time there is nobody', async () => {
		expect(await reduceRally(db, rally, { by: 'Claire', onlyDue: false }, later)).toMatchObject({
			error: { code: 'nobody' }
		});
	});
});
