import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '$lib/server/db/client';
import { answers } from '$lib/server/db/repositories/answers';
import { hostLinks } from '$lib/server/db/repositories/host-links';
import type { StoredRally } from '$lib/server/db/repositories/rallies';
import { readHostPage } from '$lib/server/use-cases/host-answers/read-host-page';
import { giveHostLinks } from '$lib/server/use-cases/host-links/give-link';
import { hostTokenOf } from '$lib/server/use-cases/host-links/link-token';
import { answerByLink, readOwnQuestionnaire } from '$lib/server/use-cases/measure/answer-by-link';
import { saveAnswer } from '$lib/server/use-cases/measure/save-answer';
import {
	renewPersonalLink,
	revokePersonalLink
} from '$lib/server/use-cases/personal-links/give-personal-link';
import { tokenOf } from '$lib/server/use-cases/personal-links/link-token';
import { addRecord } from '$lib/server/use-cases/records/edit-record';
import { freshDatabase } from '../../databases';
import * as inputs from '../records/inputs';
import { aStoredRally, claire, value } from '../records/rallies';

const secret = 's'.repeat(32);
const BEFORE = '2027-06-01';
const AFTER = '2027-06-12';

describe('a questionnaire by link', () => {
	let database: Database;
	let rally: StoredRally;
	let person: string;
	let company: string;
	let personal: string;
	let host: string;
	beforeAll(async () => {
		database = await freshDatabase('pglite');
		const { db } = database;
		rally = await aStoredRally(db);
		person = (await addRecord(db, 'participant', rally, inputs.participant({ statuses: ['rsa'], phone: '06 99 88 77 66' }), claire)).id; // prettier-ignore
		company = (await addRecord(db, 'company', rally, inputs.company(), claire)).id;
		personal = tokenOf((await renewPersonalLink(db, rally, { participantId: person }, secret, claire)).id, secret); // prettier-ignore
		await giveHostLinks(db, rally, [company], secret, claire);
		host = hostTokenOf((await hostLinks(db).open(rally.id))[0]!.id, secret);
	});
	afterAll(() => database.close());

	test('the person answers before, then after, without writing over what they thought before', async () => {
		const { db } = database;
		const page = (await readOwnQuestionnaire(db, 'participant', personal, BEFORE))!;
		expect(page).toMatchObject({ moment: 'before', name: 'Ana', answered: false });
		// Nothing but a first name and the items.
		expect(JSON.stringify(page)).not.toMatch(/rsa|06 99|Petit/);
		const given = { scores: { 'keep-pace': 3 as const }, words: '', moment: 'before' as const };
		value(await answerByLink(db, 'participant', personal, given, BEFORE));
		expect(await answerByLink(db, 'participant', personal, given, AFTER)).toMatchObject({
			ok: false,
			error: { code: 'other-moment' }
		});
		const after = { scores: { 'keep-pace': 5 as const, happy: 4 as const }, words: 'Zorglub', moment: 'after' as const }; // prettier-ignore
		value(await answerByLink(db, 'participant', personal, after, AFTER));
		expect((await answers(db).list(rally.id)).map(({ moment, by }) => `${moment} ${by}`)).toEqual([
			'before La personne elle-même',
			'after La personne elle-même'
		]);
	});

	test('the host answers its own, and learns nothing of what people answered', async () => {
		const { db } = database;
		const page = (await readOwnQuestionnaire(db, 'company', host, AFTER))!;
		expect(page.items.map(({ key }) => key)).not.toContain('keep-pace');
		value(
			await answerByLink(db, 'company', host, { scores: { again: 5 }, words: '', moment: 'after' }, AFTER)
		);
		const seen = JSON.stringify([page, await readHostPage(db, host, new Date())]);
		expect(seen).not.toMatch(/Zorglub|keep-pace|happy/);
	});

	test('a link opens its own questionnaire only, and nothing once it is closed', async () => {
		const { db } = database;
		expect(await readOwnQuestionnaire(db, 'company', personal, BEFORE)).toBeNull();
		expect(await readOwnQuestionnaire(db, 'participant', host, BEFORE)).toBeNull();
		// What the organiser typed meanwhile does not refuse the person's own word.
		value(await saveAnswer(db, rally, { audience: 'participant', moment: 'after', subject: person, scores: { happy: 1 }, words: '', means: 'paper', seen: null }, claire)); // prettier-ignore
		value(await answerByLink(db, 'participant', personal, { scores: { happy: 5 }, words: '', moment: 'after' }, AFTER)); // prettier-ignore
		await revokePersonalLink(db, rally, { participantId: person });
		expect(await readOwnQuestionnaire(db, 'participant', personal, AFTER)).toBeNull();
		expect(await answerByLink(db, 'participant', personal, { scores: {}, words: '', moment: 'after' }, AFTER)).toMatchObject({ error: { code: 'closed' } }); // prettier-ignore
	});
});
