import '../auth/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '$lib/domain/access';
import { charterVersions, charterNumbers } from '$lib/domain/charter/numbers';
import { judge } from '$lib/domain/charter';
import { ruleIds } from '$lib/domain/charter/rule';
import { keptNumbers } from '$lib/domain/charter/version';
import { entryOf } from '$lib/domain/figures/catalogue';
import type { Database } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { rallies } from '$lib/server/db/repositories/rallies';
import { organization } from '$lib/server/db/schema';
import { readBilan } from '$lib/server/use-cases/bilans/read-bilans';
import { CharterForm, typedOf } from '$lib/server/use-cases/network/charter-form';
import { prepareUnder, readCharters, rewriteCharter, withdrawCharter, writeCharter } from '$lib/server/use-cases/network/charters'; // prettier-ignore
import { readIndicators, saveIndicators, saveWording, typedWording, WordingForm } from '$lib/server/use-cases/network/indicators'; // prettier-ignore
import { openRally } from '$lib/server/use-cases/rallies/open-rally';
import { backends, freshDatabase } from '../../databases';

const sasha = { name: 'Sasha' };
const today = '2027-10-01';
const [before, after] = [new Date('2027-12-31T10:00:00Z'), new Date('2028-01-02T10:00:00Z')];
const actor: Actor = {
	...{ userId: 'u', name: 'Claire', email: 'claire@exemple.fr' },
	memberships: [{ organizationId: 'blue', organizationName: 'Bleue', network: 'mife', role: 'organizer' }]
};
const first = charterVersions['2018'];
/** As a form sends it: all text. */
const sent = (own: Record<string, unknown> = {}) =>
	Object.fromEntries(
		Object.entries({
			...Object.fromEntries(ruleIds.map((id) => [id, ''])),
			...typedOf({
				label: '2028',
				title: 'Charte de 2028',
				inForceFrom: '2028-01-01',
				numbers: first,
				says: {}
			}),
			...own
		}).map(([name, given]) => [name, String(given)])
	);
const typed = (own?: Record<string, unknown>) => CharterForm.parse(sent(own));

test('a least above its most is refused at its field', () => {
	const read = CharterForm.safeParse(sent({ teamSizeMin: 9 }));
	expect(read.error?.issues.map(({ path }) => path)).toEqual([['teamSizeMax']]);
});

describe.each(backends)('on %s', (kind) => {
	let database: Database;
	let id: string;
	const open = async (now: Date) => {
		const identity = { organizationId: 'blue', title: 'Rallye', edition: 2, territory: '', department: '07' };
		const opened = await openRally(
			database.db,
			{ ...identity, first: '2028-06-06', format: 'two' },
			actor,
			now
		);
		return (await rallies(database.db).find(opened.ok ? opened.value : ''))!;
	};
	beforeAll(async () => {
		database = await freshDatabase(kind);
		await database.db.insert(organization).values([
			{ id: 'federation', name: 'Fédération', slug: 'federation', network: 'federation' },
			{ id: 'blue', name: 'Bleue', slug: 'blue', network: 'mife' }
		]);
		const input = typed({ teamSizeMax: 6, R06: 'Des équipes de 3 à 6.' });
		const written = await writeCharter(database.db, 'federation', input, sasha, today);
		id = written.ok ? written.value : '';
	});
	afterAll(() => database.close());

	test('a version holds from its day on, and a rally keeps the one it was opened under', async () => {
		const early = await open(before);
		const late = await open(after);
		expect(charterNumbers(early)).toBe(first);
		expect(charterNumbers(late)).toMatchObject({ id: '2028', teamSize: { min: 3, max: 6 } });
		expect(late.charterVersion).toBe('2028');
		const judged = judge(await readDossier(database.db, late));
		expect(judged.charterTitle).toBe('Charte de 2028');
		expect(judged.rules.find(({ rule }) => rule.id === 'R06')?.rule.says).toBe('Des équipes de 3 à 6.');
		expect(judged.rules.find(({ rule }) => rule.id === 'R05')?.rule.says).toContain('15 à 30');
	});

	test('a rally in preparation moves to the version in force and back; a rally that is over does not', async () => {
		const rally = await open(before);
		expect((await prepareUnder(database.db, rally, '2028', sasha, '2027-12-31')).ok).toBe(false);
		expect((await prepareUnder(database.db, rally, '2028', sasha, '2028-01-02')).ok).toBe(true);
		const moved = (await rallies(database.db).find(rally.id))!;
		expect(charterNumbers(moved).teamSize.max).toBe(6);
		expect((await prepareUnder(database.db, moved, '2018', sasha, '2028-01-02')).ok).toBe(true);
		const back = (await rallies(database.db).find(rally.id))!;
		expect([back.charterVersion, back.charterNumbers]).toEqual(['2018', null]);
		expect(await prepareUnder(database.db, back, '2028', sasha, '2028-07-01')).toMatchObject({ error: { code: 'over' } }); // prettier-ignore
		// Somebody changed the rally since this page was opened.
		expect(await prepareUnder(database.db, rally, '2028', sasha, '2028-01-02')).toMatchObject({ error: { code: 'changed' } }); // prettier-ignore
	});

	test('a version to come changes and is taken back; one in force does neither; names differ', async () => {
		const { db } = database;
		expect(await writeCharter(db, 'federation', typed(), sasha, today)).toMatchObject({ error: { code: 'same-label' } }); // prettier-ignore
		const past = typed({ label: '2027', inForceFrom: today });
		expect(await writeCharter(db, 'federation', past, sasha, today)).toMatchObject({ error: { code: 'not-to-come' } }); // prettier-ignore
		const input = typed({ teamSizeMax: 6, R06: 'Des équipes de 3 à 6.', title: 'Charte de janvier 2028' });
		expect((await rewriteCharter(db, id, 1, input, sasha, today)).ok).toBe(true);
		const late = await rewriteCharter(db, id, 1, input, { name: 'Driss' }, today);
		expect(late).toMatchObject({
			error: { code: 'edited-meanwhile', current: { title: 'Charte de janvier 2028', teamSizeMax: 6 } }
		});
		expect(await rewriteCharter(db, id, 2, input, sasha, '2028-01-01')).toMatchObject({ error: { code: 'in-force' } }); // prettier-ignore
		expect(await withdrawCharter(db, id, sasha, '2028-01-01')).toMatchObject({ error: { code: 'in-force' } });
		const other = await writeCharter(db, 'federation', typed({ label: '2029', inForceFrom: '2029-01-01' }), sasha, today); // prettier-ignore
		expect((await withdrawCharter(db, other.ok ? other.value : '', sasha, today)).ok).toBe(true);
		const { inForce, toCome } = await readCharters(db, today);
		expect([inForce.numbers.id, toCome.map(({ label }) => label)]).toEqual(['2018', ['2028']]);
		expect(keptNumbers(toCome[0]!).mixity).toEqual(first.mixity);
	});

	test('the federation words an indicator: bilans say it, and only what differs from our words is kept', async () => {
		const { db } = database;
		const rally = await open(before);
		const words = { ...typedWording({}), 'participants-label': 'Personnes accueillies' };
		const saved = await saveWording(db, 'federation', WordingForm.parse({ ...words, version: '0' }), sasha);
		expect(saved.ok).toBe(true);
		const { wording, version } = await readIndicators(db);
		expect(wording).toEqual({ participants: { label: 'Personnes accueillies', definition: '' } });

		const read = (await readBilan(db, rally, 'federation', after))!;
		expect(read.sendable.wording).toMatchObject(wording);
		const rows = read.content.sections.flatMap((one) => (one.kind === 'figures' ? one.rows : []));
		expect(rows.find(({ key }) => key === 'participants')).toMatchObject({
			label: 'Personnes accueillies',
			definition: entryOf('participants').definition
		});
		// The other form of the same row leaves the words alone, and an older page is told.
		expect((await saveIndicators(db, 'federation', { version, mandatory: ['visits'] }, sasha)).ok).toBe(true);
		expect((await readIndicators(db)).wording).toEqual(wording);
		expect(
			await saveWording(db, 'federation', WordingForm.parse({ ...words, version: String(version) }), sasha)
		).toMatchObject({
			error: { code: 'edited-meanwhile' }
		});
	});
});
