import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HalfDay } from '$lib/domain/calendar';
import { quotaOf } from '$lib/domain/counting/quota';
import { gaugeWith, quotaWith } from '$lib/domain/retention/people-counts';
import type { Database, Db } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { peopleCounted } from '$lib/server/use-cases/bilans/people-counted';
import { readFse } from '$lib/server/use-cases/fse/read-fse';
import { keptPeople } from '$lib/server/use-cases/retention/people-counts';
import { moveOwnBilan } from '$lib/server/use-cases/bilans/move-bilan';
import { readFigures } from '$lib/server/use-cases/bilans/read-figures';
import { recordConsent } from '$lib/server/use-cases/consents/record-consent';
import { sayAsOrganizer } from '$lib/server/use-cases/day/correct-day';
import { addParticipant, saveParticipant } from '$lib/server/use-cases/participants/save-participant';
import { eraseOnePerson } from '$lib/server/use-cases/retention/erase-person';
import { copyOfPerson } from '$lib/server/use-cases/retention/person-copy';
import { answerRequest, noteRequest, readRequests } from '$lib/server/use-cases/retention/person-requests';
import { readRetention } from '$lib/server/use-cases/retention/read-retention';
import { reduceRally } from '$lib/server/use-cases/retention/reduce-rally';
import { shredRally } from '$lib/server/use-cases/retention/shred-rally';
import { toRows } from '../imports/files';
import { backends, freshDatabase } from '../../databases';
import * as inputs from '../records/inputs';
import { aStoredRally, claire, value } from '../records/rallies';
import { everythingStored } from '../vault/stored';

const before = new Date('2027-06-01T10:00:00Z');
const after = new Date('2027-06-20T10:00:00Z');
const told = {
	lastName: 'Quintard-Zircon',
	gender: 'woman' as const,
	diploma: 'bac3' as const,
	statuses: ['rsa' as const],
	phone: '06 71 72 73 74',
	diet: 'repas-zircon',
	referentName: 'Référente-Zircon'
};

describe.each(backends)('%s', (backend) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;
	const ids: string[] = [];

	beforeAll(async () => {
		database = await freshDatabase(backend);
		db = database.db;
		rally = await aStoredRally(db);
		for (const firstName of ['Perle', 'Odon', 'Opale']) {
			const input = inputs.participant(
				firstName === 'Perle' ? { ...told, firstName } : { firstName, lastName: 'Autre', gender: 'man' }
			);
			const { id } = value(await addParticipant(db, rally, input, claire));
			ids.push(id);
		}
		const friend = inputs.participant({ firstName: 'Odon', lastName: 'Autre', gender: 'man', together: [ids[0]!] }); // prettier-ignore
		value(await saveParticipant(db, rally, ids[1]!, { ...friend, version: 1 }, claire));
		value(
			await recordConsent(
				db,
				rally,
				{ participantId: ids[0]!, kind: 'image', decision: 'given', decidedOn: '2027-05-01', means: 'paper', decidedBy: 'Tutrice-Zircon' }, // prettier-ignore
				claire,
				'2027-05-03'
			)
		);
		await sayAsOrganizer(
			db,
			rally,
			['2027-06-08:morning', '2027-06-09:morning'].flatMap((half) =>
				ids.map((person) => ({
					team: null,
					said: { kind: 'presence', person, half: half as HalfDay, state: 'present', from: null, reason: 'papier' } // prettier-ignore
				}))
			),
			claire,
			after
		);
		await sayAsOrganizer(
			db,
			rally,
			[{ team: 'A', said: { kind: 'incident', incident: 'illness', stop: null, text: 'Malaise de Perle Quintard-Zircon' } }], // prettier-ignore
			claire,
			after
		);
		await toRows(db, rally, 'participant', 'Prénom;Nom\nPerle;Quintard-Zircon');
	}, 120_000);
	afterAll(() => database.close());

	/** As a funder's bilan counts it. */
	const rsaOf = async () => {
		const people = await peopleCounted(db, rally, after);
		const rule = { public: 'rsa' as const, wanted: 2, siae: false };
		return quotaWith(quotaOf(people, rule), await keptPeople(db, rally.id));
	};
	const fseOf = async () =>
		gaugeWith((await readFse(db, rally, after)).gauge, await keptPeople(db, rally.id));

	test('a copy holds everything told, and nothing of the others', async () => {
		const copy = (await copyOfPerson(db, rally, ids[0]!))!;
		const text = JSON.stringify(copy);
		for (const word of ['repas-zircon', 'Référente-Zircon', '06 71 72 73 74', 'Tutrice-Zircon', 'papier'])
			expect(text).toContain(word);
		expect(text).not.toContain('Odon');
		expect(copy.sections.find(({ title }) => title === 'Accords')!.lines).toHaveLength(1);
		expect(await copyOfPerson(db, { ...rally, id: crypto.randomUUID() }, ids[0]!)).toBeNull();
	});

	test('a request is due in a month, then late, then answered once', async () => {
		const at = { participantId: ids[0]!, today: '2027-07-01', editor: claire };
		const asked = { kind: 'access' as const, who: 'Perle Zircon', askedOn: '2027-06-30', note: 'mot-zircon' };
		expect(await noteRequest(db, 'mife', { ...asked, askedOn: '2027-07-02' }, at)).toMatchObject({
			ok: false
		});
		value(await noteRequest(db, 'mife', asked, at));
		const [request] = await readRequests(db, 'mife', '2027-07-30');
		expect(request).toMatchObject({ state: 'open', due: '2027-07-30' });
		expect(await readRequests(db, 'mife', '2027-07-31')).toMatchObject([{ state: 'late' }]);
		expect(await readRequests(db, 'another', '2027-07-31')).toEqual([]);
		const { id, version } = request!;
		expect(await answerRequest(db, 'another', { id, version }, '2027-07-31', claire)).toBe(false);
		expect(await answerRequest(db, 'mife', { id, version }, '2027-07-31', claire)).toBe(true);
		expect(await answerRequest(db, 'mife', { id, version }, '2027-07-31', claire)).toBe(false);
	});

	test('erased after the rally: not a word is left, and every figure is what it was', async () => {
		const figures = await readFigures(db, rally, after);
		const [quota, gauge] = [await rsaOf(), await fseOf()];
		expect(quota).toMatchObject({ counted: 1, inSiae: 0, outside: 2, people: 3 });
		expect(value(await eraseOnePerson(db, rally, ids[0]!, claire, after))).toEqual({ counted: true });
		expect(await rsaOf()).toEqual(quota);
		expect(await fseOf()).toEqual(gauge);
		const left = await everythingStored(database, { opened: true });
		expect(left.filter(({ text }) => /zircon/i.test(text) || text.includes(ids[0]!))).toEqual([]);
		const then = await readFigures(db, rally, after);
		expect(then.figures).toEqual(figures.figures);
		expect(then.breakdowns.gender!.population).toBe(3);
		for (const key of ['gender', 'statuses', 'diploma'] as const)
			expect(new Set(then.breakdowns[key]!.parts)).toEqual(new Set(figures.breakdowns[key]!.parts));
		expect((await records(db, 'participant').list(rally.id)).map(({ together }) => together)).toEqual([
			[],
			[]
		]);
		const [request] = await readRequests(db, 'mife', '2027-07-30');
		expect(request).toMatchObject({ who: '', note: '', participantId: null, state: 'answered' });
		expect(await eraseOnePerson(db, rally, ids[0]!, claire, after)).toMatchObject({ ok: false });
	});

	test('a second one, then everybody: the figures still hold', async () => {
		const figures = await readFigures(db, rally, after);
		const [quota, gauge] = [await rsaOf(), await fseOf()];
		value(await eraseOnePerson(db, rally, ids[1]!, claire, after));
		expect([await rsaOf(), await fseOf()]).toEqual([quota, gauge]);
		expect((await readFigures(db, rally, after)).figures).toEqual(figures.figures);
		value(await reduceRally(db, rally, { by: 'Claire', onlyDue: false }, after));
		const then = await readFigures(db, rally, after);
		// What a funder and the FSE+ count holds too, nobody being left to be counted.
		expect([await rsaOf(), await fseOf()]).toEqual([quota, gauge]);
		expect(then.figures.participants.done).toEqual({ is: 'value', value: 3 });
		expect(then.figures).toEqual(figures.figures);
	});

	test('erased before the rally, somebody is not counted any more', async () => {
		const other = await aStoredRally(db);
		const { id } = value(await addParticipant(db, other, inputs.participant(told), claire));
		expect(value(await eraseOnePerson(db, other, id, claire, before))).toEqual({ counted: false });
		expect((await readFigures(db, other, before)).figures.participants.planned).toEqual({ is: 'value', value: 0 }); // prettier-ignore
	});
});

describe.each(backends)('the shredder on %s', (backend) => {
	let database: Database;
	beforeAll(async () => void (database = await freshDatabase(backend)));
	afterAll(() => database.close());

	test('asks for the title, keeps the figures, and spares a rally whose bilan was received', async () => {
		const { db } = database;
		const rally = await aStoredRally(db);
		const { id } = value(await addParticipant(db, rally, inputs.participant(told), claire));
		const shred = (what: 'people' | 'everything', title: string, at = after) =>
			shredRally(db, rally, { what, title }, claire, at);
		expect(await shred('everything', 'Un autre')).toMatchObject({ error: { code: 'other-title' } });
		expect(await shred('people', 'rallye', before)).toMatchObject({ error: { code: 'not-over' } });
		await sayAsOrganizer(
			db,
			rally,
			(['08:morning', '08:afternoon', '09:morning', '09:afternoon'] as const).map((half) => ({
				team: null,
				said: { kind: 'presence', person: id, half: `2027-06-${half}`, state: 'present', from: null, reason: 'papier' } // prettier-ignore
			})),
			claire,
			after
		);
		value(await moveOwnBilan(db, rally, 'federation', { move: 'send', message: '', version: 0 }, claire, after)); // prettier-ignore
		expect(await shred('everything', 'Rallye')).toMatchObject({ error: { code: 'bilan-sent' } });
		expect(value(await shred('people', ' rallye '))).toEqual({ people: 1 });

		const other = await aStoredRally(db);
		value(await addParticipant(db, other, inputs.participant(told), claire));
		value(await shredRally(db, other, { what: 'everything', title: 'Rallye' }, claire, after));
		expect(await rallies(db).find(other.id)).toBeNull();
		expect((await everythingStored(database, { opened: true })).filter(({ text }) => /zircon/i.test(text))).toEqual([]); // prettier-ignore
		expect((await readRetention(db, 'mife', after)).gone).toMatchObject([{ month: '2027-06', erased: 1 }]);
	});
});
