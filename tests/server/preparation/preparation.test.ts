import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '$lib/server/db/client';
import type { StoredRally } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { MeetingForm } from '$lib/server/use-cases/committee/committee-form';
import { readCommittee } from '$lib/server/use-cases/committee/read-committee';
import { addCommitteeMember, addMeeting } from '$lib/server/use-cases/committee/save-committee';
import { readFunders } from '$lib/server/use-cases/funders/read-funders';
import { PartnerForm } from '$lib/server/use-cases/partners/partner-form';
import { addPartner } from '$lib/server/use-cases/partners/save-partner';
import { readPreparation } from '$lib/server/use-cases/preparation/read-preparation';
import { addTask, saveTask, tickTask } from '$lib/server/use-cases/preparation/save-task';
import { startFromTemplate } from '$lib/server/use-cases/preparation/start-from-template';
import { TaskForm } from '$lib/server/use-cases/preparation/task-form';
import { archiveRecord, undoChange } from '$lib/server/use-cases/records/edit-record';
import { backends, freshDatabase } from '../../databases';
import * as inputs from '../records/inputs';
import { aStoredRally, claire, driss, value } from '../records/rallies';

const today = '2027-05-20';
const aTask = (typed: Record<string, string> = {}) =>
	TaskForm.parse({ name: 'Louer un barnum', phase: 'conviviality', ...typed });

describe.each(backends)('%s', (backend) => {
	let database: Database;
	let rally: StoredRally;
	let other: StoredRally;
	beforeAll(async () => {
		database = await freshDatabase(backend);
		rally = await aStoredRally(database.db);
		other = await aStoredRally(database.db, 'siae');
	});
	afterAll(() => database.close());
	const read = (of = rally) => readPreparation(database.db, of, today);

	test('the template is added once, undone at once, and not proposed again for what was put away', async () => {
		const before = await read();
		const added = (await startFromTemplate(database.db, rally, claire))!;
		expect(added.count).toBe(before.proposed);
		expect(await startFromTemplate(database.db, rally, driss)).toBeNull();
		const { tasks, proposed } = await read();
		expect([tasks.length, proposed]).toEqual([added.count, 0]);
		expect(tasks[0]).toMatchObject({ due: '2027-02-08', state: 'late' });

		value(await archiveRecord(database.db, 'task', rally, tasks[3]!.task.id, claire));
		expect((await read()).proposed).toBe(0);
		expect((await read(other)).tasks).toEqual([]);
	});

	test('two people asking for the template at once get it once', async () => {
		await Promise.all([1, 2].map(() => startFromTemplate(database.db, other, claire)));
		const { tasks, proposed } = await read(other);
		expect([proposed, new Set(tasks.map(({ task }) => task.template)).size]).toEqual([0, tasks.length]);
	});

	test('a task is done, undone, and refused to whoever had not seen the change', async () => {
		const { id } = value(
			await addTask(database.db, rally, aTask({ dueOn: '2027-05-01', ownerName: 'Zoé' }), claire)
		);
		const find = async () => (await read()).tasks.find(({ task }) => task.id === id)!;
		expect(await find()).toMatchObject({ state: 'late', late: 19, owner: 'Zoé' });
		const done = value(await tickTask(database.db, rally, { id, version: 1, done: true }, today, driss));
		expect((await find()).task.doneOn).toBe(today);
		const stale = await saveTask(database.db, rally, id, { version: 1, ...aTask() }, claire);
		expect(stale).toMatchObject({ ok: false, error: { code: 'edited-meanwhile', by: 'Driss' } });
		value(await undoChange(database.db, rally, done.change, driss));
		expect((await find()).state).toBe('late');
		expect(await tickTask(database.db, other, { id, version: 3, done: true }, today, claire)).toMatchObject({
			error: { code: 'not-found' }
		});
	});

	test('a task is not given to somebody outside the organisation', async () => {
		const stranger = await addTask(database.db, rally, aTask({ ownerId: 'nobody' }), claire);
		expect(stranger).toEqual({ ok: false, error: { code: 'not-a-member' } });
	});

	test('the funders’ file adds up what the partners’ pages say', async () => {
		const typed = {
			name: 'Département',
			category: 'institution',
			roles: ['funder'],
			fundingState: 'granted'
		};
		await addPartner(
			database.db,
			rally,
			PartnerForm.parse({ ...typed, grantedCents: '4 000,50', bilanDueOn: '2027-09-30' }),
			claire
		);
		await addPartner(database.db, rally, inputs.partner(), claire);
		const { funders, totals } = await readFunders(database.db, rally);
		expect(funders).toMatchObject([{ name: 'Département', grantedCents: 400_050, bilanDueOn: '2027-09-30' }]);
		expect(totals).toEqual({ expected: 400_050, granted: 400_050, unsaid: 0 });
		expect((await readFunders(database.db, other)).funders).toEqual([]);
	});

	test('the committee keeps who came, among its own members and partners only', async () => {
		const [partner] = await records(database.db, 'partner').list(rally.id);
		const member = { name: 'Zoé Blanc', partnerId: partner!.id, role: '' };
		const zoe = value(await addCommitteeMember(database.db, rally, member, claire));
		expect(await addCommitteeMember(database.db, other, member, claire)).toMatchObject({ ok: false });
		const meeting = MeetingForm.parse({
			name: 'Lancement',
			date: '2027-04-02',
			present: [zoe.id, crypto.randomUUID()]
		});
		await addMeeting(database.db, rally, meeting, claire);
		const { members, meetings } = await readCommittee(database.db, rally);
		expect(members).toMatchObject([{ name: 'Zoé Blanc', stands: partner!.name }]);
		expect(meetings).toMatchObject([{ name: 'Lancement', present: [zoe.id], came: ['Zoé Blanc'] }]);
	});
});
