import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Db } from '$lib/server/db/client';
import { bilans } from '$lib/server/db/repositories/bilans';
import type { StoredRally } from '$lib/server/db/repositories/rallies';
import { moveOwnBilan, moveReceivedBilan, type MoveInput } from '$lib/server/use-cases/bilans/move-bilan';
import { readBilanGround } from '$lib/server/use-cases/bilans/bilan-ground';
import { readBilan } from '$lib/server/use-cases/bilans/read-bilans';
import { readReceived } from '$lib/server/use-cases/bilans/read-received';
import { readTrace } from '$lib/server/use-cases/bilans/read-trace';
import { BilanForm, saveBilan } from '$lib/server/use-cases/bilans/save-bilan';
import { addParticipant } from '$lib/server/use-cases/participants/save-participant';
import { addPartner } from '$lib/server/use-cases/partners/save-partner';
import { sayAsOrganizer } from '$lib/server/use-cases/day/correct-day';
import { backends, freshDatabase } from '../../databases';
import * as inputs from '../records/inputs';
import { aStoredRally, claire, driss, value } from '../records/rallies';

const after = new Date('2027-06-20T10:00:00Z');
const during = new Date('2027-06-09T10:00:00Z');
const told = (words: Record<string, string> = {}) => BilanForm.parse({ shown: ['participants', 'gender'], ...words }); // prettier-ignore

describe.each(backends)('%s', (kind) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;
	let funder: string;
	const people: string[] = [];

	beforeAll(async () => {
		database = await freshDatabase(kind);
		db = database.db;
		rally = await aStoredRally(db);
		for (let i = 0; i < 16; i++)
			people.push(
				value(
					await addParticipant(
						db,
						rally,
						inputs.participant({
							firstName: `Perle${i}`,
							lastName: 'Zircon',
							gender: i < 14 ? 'woman' : 'man',
							statuses: i < 6 ? ['rsa'] : ['siae', 'rsa-before-siae']
						}),
						claire
					)
				).id
			);
		funder = (
			await addPartner(
				db,
				rally,
				inputs.partner({ name: 'Département', roles: ['funder'], targetPublic: 'rsa', targetCount: 8 }),
				claire
			)
		).id;
	});
	afterAll(() => database.close());

	const read = async (key = 'federation', now = after) => (await readBilan(db, rally, key, now))!;
	const move = async (of: MoveInput['move'], key = 'federation', message = '', now = after) =>
		moveOwnBilan(db, rally, key, { move: of, message, version: (await read(key)).row?.version ?? 0 }, claire, now); // prettier-ignore
	const answer = async (id: string, of: MoveInput['move'], message = '') =>
		moveReceivedBilan(db, id, { move: of, message, version: (await readReceived(db, id))!.version }, driss, after); // prettier-ignore

	test('a first rally owes a bilan to the federation, to Ansa and to each funder', async () => {
		const { recipients } = await readBilanGround(db, rally, after);
		expect(recipients.map(({ key }) => key)).toEqual(['federation', 'ansa', funder]);
		expect(await readBilan(db, rally, crypto.randomUUID(), after)).toBeNull();
	});

	test('nothing leaves before the rally is over, nor while nobody noted who came', async () => {
		const early = await move('send', 'federation', '', during);
		expect(early).toMatchObject({ ok: false, error: { code: 'incomplete' } });
		expect((await read()).missing[0]).toMatchObject({ place: 'jour/presences', blocking: true });
		expect(await move('send')).toMatchObject({ ok: false, error: { code: 'incomplete' } });
		expect(await bilans(db).list(rally.id)).toEqual([]);
	});

	test('two people who begin it at once lose nothing of each other', async () => {
		const { recipient } = await read();
		const both = await Promise.all([
			saveBilan(db, rally, recipient, { ...told({ context: 'De Claire' }), version: 0 }, claire),
			saveBilan(db, rally, recipient, { ...told({ progress: 'De Driss' }), version: 0 }, driss)
		]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		const refused = both.find(({ ok }) => !ok)!;
		expect(refused).toMatchObject({
			ok: false,
			error: { code: 'edited-meanwhile', current: { version: 1 } }
		});
		expect(await bilans(db).list(rally.id)).toHaveLength(1);
	});

	test('sent, sent back, corrected, validated: each step is kept with who made it', async () => {
		for (const half of ['morning', 'afternoon'] as const)
			for (const date of ['2027-06-08', '2027-06-09'])
				value(
					await sayAsOrganizer(
						db,
						rally,
						people.map((person) => ({
							team: null,
							said: { kind: 'presence', person, half: `${date}:${half}`, state: 'present', from: null, reason: 'papier' } // prettier-ignore
						})),
						claire,
						after
					)
				);
		expect((await read()).missing.filter(({ blocking }) => blocking)).toEqual([]);
		expect(value(await move('send'))).toBe('sent');
		const { row } = await read();
		const received = (await readReceived(db, row!.id))!;
		expect(received).toMatchObject({ state: 'sent', moves: ['ask-fix', 'validate'] });

		expect(await answer(row!.id, 'ask-fix')).toMatchObject({ ok: false, error: { code: 'message-wanted' } });
		expect(value(await answer(row!.id, 'ask-fix', 'Et le déroulement ?'))).toBe('to-fix');
		// The organiser cannot validate in the federation's place.
		expect(await move('validate')).toMatchObject({ ok: false, error: { code: 'changed' } });
		const { recipient, row: open } = await read();
		value(await saveBilan(db, rally, recipient, { ...told({ progress: 'Bien' }), version: open!.version }, claire)); // prettier-ignore
		expect(value(await move('send'))).toBe('sent');
		expect(value(await answer(row!.id, 'validate'))).toBe('validated');
		expect((await read()).steps.map(({ to, side, by }) => [to, side, by])).toEqual([
			['sent', 'organizer', 'Claire'],
			['to-fix', 'recipient', 'Driss'],
			['sent', 'organizer', 'Claire'],
			['validated', 'recipient', 'Driss']
		]);
		const again = await saveBilan(db, rally, recipient, { ...told(), version: 5 }, claire);
		expect(again).toEqual({ ok: false, error: { code: 'already-sent' } });
	});

	test('what was sent stays as it was, and holds nobody', async () => {
		const { row } = await read();
		expect(row!.sent!.figures.figures.participants.done).toEqual({ is: 'value', value: 16 });
		const kept = JSON.stringify(row!.sent);
		for (const id of people) expect(kept).not.toContain(id);
		expect(kept).not.toMatch(/Perle|Zircon/);
		await addParticipant(db, rally, inputs.participant({ firstName: 'Tard', lastName: 'Venu' }), claire);
		expect(JSON.stringify((await read()).row!.sent)).toBe(kept);
	});

	test('what leaves hides groups under five, and those that would give them away', async () => {
		const { content } = await read();
		const gender = content.sections.find((one) => one.kind === 'bars' && one.key === 'gender');
		expect(gender).toMatchObject({ bars: [{ count: null }, { count: null }] });
	});

	test('a funder reads its own public, those in an SIAE left out', async () => {
		const { content, sendable } = await read(funder);
		expect(sendable.quota).toMatchObject({ counted: 6, inSiae: 10, outside: 0, people: 16, wanted: 8 });
		expect(JSON.stringify(content.sections)).toMatch(/6 sur 16 participants, pour 8 demandés/);
		expect(sendable.grid).toEqual([]);
		// The funder has no account: the organiser notes what it answered.
		expect(value(await move('send', funder))).toBe('sent');
		expect(value(await move('ask-fix', funder, 'Le montant manque'))).toBe('to-fix');
	});

	test('a figure leads to its rows', async () => {
		const trace = (await readTrace(db, rally, 'participants', 'done', after))!;
		expect(trace.said).toBe('16');
		expect(trace.rows).toHaveLength(16);
		expect(trace.rows[0]).toMatchObject({ name: 'Perle0 Zircon', path: `participants/${people[0]}` });
		expect(await readTrace(db, rally, 'nothing', 'done', after)).toBeNull();
	});

	test('what was taken back or never sent does not exist for the federation', async () => {
		const other = await aStoredRally(db, 'other');
		const { recipient } = (await readBilan(db, other, 'federation', after))!;
		const saved = value(await saveBilan(db, other, recipient, { ...told(), version: 0 }, driss));
		expect(await readReceived(db, saved.id)).toBeNull();
		expect(await moveReceivedBilan(db, saved.id, { move: 'validate', message: '', version: 1 }, driss, after)).toEqual({ ok: false, error: { code: 'not-found' } }); // prettier-ignore
	});
});
