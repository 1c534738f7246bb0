import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import type { Database } from '$lib/server/db/client';
import { answers } from '$lib/server/db/repositories/answers';
import { rallySheets } from '$lib/server/db/repositories/rally-sheets';
import type { StoredRally } from '$lib/server/db/repositories/rallies';
import { recordConsent } from '$lib/server/use-cases/consents/record-consent';
import { followPerson } from '$lib/server/use-cases/measure/follow-person';
import { noteContacts } from '$lib/server/use-cases/measure/note-contact';
import { readMeasures } from '$lib/server/use-cases/measure/read-measures';
import { saveAnswer, type GivenAnswer } from '$lib/server/use-cases/measure/save-answer';
import { addRecord } from '$lib/server/use-cases/records/edit-record';
import { backends, freshDatabase } from '../../databases';
import * as inputs from '../records/inputs';
import { aStoredRally, claire, driss, value } from '../records/rallies';

describe.each(backends)('%s', (backend) => {
	let database: Database;
	let rally: StoredRally;
	let people: string[];
	let company: string;
	beforeAll(async () => {
		database = await freshDatabase(backend);
		rally = await aStoredRally(database.db);
		people = [];
		for (const lastName of ['Un', 'Deux', 'Trois'])
			people.push(
				(await addRecord(database.db, 'participant', rally, inputs.participant({ lastName }), claire)).id
			);
		company = (await addRecord(database.db, 'company', rally, inputs.company(), claire)).id;
	});
	afterAll(() => database.close());

	const answer = (difference: Partial<GivenAnswer> = {}): GivenAnswer => ({
		audience: 'participant',
		moment: 'before',
		subject: people[0]!,
		scores: { 'keep-pace': 2, 'ask-help': 2, happy: 5, unheard: 3 },
		words: 'Zorglub',
		means: 'paper',
		seen: null,
		...difference
	});

	test('an answer is kept sealed, its moment’s items only, and changing it keeps the former', async () => {
		const { db } = database;
		const first = value(await saveAnswer(db, rally, answer({ seen: '' }), claire))!;
		expect(first.sheet).toEqual({ scores: { 'keep-pace': 2, 'ask-help': 2 }, words: '' });
		// The same again is the same.
		expect(value(await saveAnswer(db, rally, answer(), driss))!.id).toBe(first.id);

		const late = await saveAnswer(db, rally, answer({ scores: { 'keep-pace': 4 }, seen: '' }), driss);
		expect(late).toEqual({ ok: false, error: { code: 'answered-meanwhile', by: 'Claire' } });
		value(
			await saveAnswer(
				db,
				rally,
				answer({ scores: { 'keep-pace': 4, 'ask-help': 4 }, seen: first.id }),
				driss
			)
		);
		value(
			await saveAnswer(
				db,
				rally,
				answer({ moment: 'after', scores: { 'keep-pace': 5, 'ask-help': 5 } }),
				claire
			)
		);
		expect((await answers(db).of(rally.id, 'participant', people[0]!)).length).toBe(3);
		const stored = await db.execute(sql`select sheet from questionnaire_answer`);
		expect(JSON.stringify(stored)).not.toMatch(/keep-pace|Zorglub/);

		const { beforeAfter } = await readMeasures(db, rally, '2027-06-10');
		expect(beforeAfter.find(({ dimension }) => dimension === 'coping')).toMatchObject({
			before: { value: { is: 'value', value: 4 }, answered: 1, asked: 3 },
			change: { value: { is: 'value', value: 1 }, answered: 1 }
		});
	});

	test('an answer of nobody of the rally, or at a moment that is not asked, is refused', async () => {
		const { db } = database;
		const elsewhere = await saveAnswer(db, rally, answer({ subject: company }), claire);
		expect(elsewhere).toMatchObject({ ok: false, error: { code: 'unknown' } });
		const other = { ...rally, id: '00000000-0000-4000-8000-000000000000' };
		expect((await saveAnswer(db, other, answer(), claire)).ok).toBe(false);
	});

	test('contacts are ticked and taken back, once each', async () => {
		const { db } = database;
		const note = (ticked: string[]) =>
			noteContacts(db, rally, { participant: people[1]!, shown: [company], ticked }, claire);
		expect(value(await note([company]))).toEqual({ added: 1, removed: 0 });
		expect(value(await note([company]))).toEqual({ added: 0, removed: 0 });
		expect(await readMeasures(db, rally, '2027-06-10')).toMatchObject({
			contacts: { is: 'value', value: 1 },
			contactsOf: { people: 1, outOf: 3, companies: 1 }
		});
		expect(value(await note([]))).toEqual({ added: 0, removed: 1 });
		expect((await readMeasures(db, rally, '2027-06-10')).contacts).toEqual({ is: 'nc' });
		expect((await readMeasures(db, rally, '2027-06-01')).contacts).toEqual({ is: 'ne' });
	});

	test('the follow-up waits for six months, and whoever refused is left alone', async () => {
		const { db } = database;
		const news = (participant: string, seen = '', on = '2027-12-10') =>
			followPerson(
				db,
				rally,
				{
					participant,
					on,
					said: { kind: 'news', outcome: 'lasting', source: 'person', from: '', means: 'phone', note: '' },
					seen
				},
				claire,
				'2027-12-15'
			);
		const line = value(await news(people[0]!));
		expect(await news(people[0]!)).toMatchObject({ ok: false, error: { code: 'said-meanwhile' } });
		expect(await news(people[1]!, '', '2028-01-01')).toMatchObject({
			ok: false,
			error: { code: 'in-the-future' }
		});
		await recordConsent(
			db,
			rally,
			{
				participantId: people[2]!,
				kind: 'follow-up',
				decision: 'refused',
				decidedOn: '2027-06-01',
				means: 'oral'
			},
			claire,
			'2027-12-15'
		);
		expect(await news(people[2]!)).toMatchObject({ ok: false, error: { code: 'no-consent' } });

		expect((await readMeasures(db, rally, '2027-12-08')).followUp.answered).toEqual({ is: 'ne' });
		expect((await readMeasures(db, rally, '2027-12-15')).followUp).toMatchObject({
			base: 3,
			answered: { is: 'value', value: 1 },
			solutions: { is: 'value', value: 1 },
			dueOn: '2027-12-09'
		});
		expect(
			await rallySheets(db, rally.id).save('mife', 'measure', 0, { solutions: ['training'] }, 'Claire')
		).toBe(true);
		expect(await rallySheets(db, rally.id).save('mife', 'measure', 0, { solutions: [] }, 'Driss')).toBe(
			false
		);
		expect((await readMeasures(db, rally, '2027-12-15')).followUp.solutions).toEqual({
			is: 'value',
			value: 0
		});

		value(
			await followPerson(
				db,
				rally,
				{ participant: people[0]!, on: '2027-12-11', said: { kind: 'undo', of: line.id }, seen: line.id },
				claire,
				'2027-12-15'
			)
		);
		expect((await readMeasures(db, rally, '2027-12-15')).followUp.solutions).toEqual({ is: 'nc' });
	});
});
