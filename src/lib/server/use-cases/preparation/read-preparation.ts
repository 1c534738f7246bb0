import type { IsoDate } from '$lib/domain/calendar';
import { milestones, type Milestone } from '$lib/domain/preparation/milestones';
import { phaseKeys, type Phase } from '$lib/domain/preparation/phases';
import { dated, firstDayOf, inOrder, type DatedTask, type Task } from '$lib/domain/preparation/tasks';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { members } from '../../db/repositories/members';
import { plans } from '../../db/repositories/plans';
import { records } from '../../db/repositories/records';
import { missingFromTemplate } from './start-from-template';

export interface Preparation {
	first: IsoDate | null;
	tasks: (DatedTask<Task & { version: number }> & { owner: string })[];
	/** Archived ones instead, when they are asked for. */
	phases: { phase: Phase; done: number; total: number }[];
	milestones: Milestone[];
	/** How many tasks of the template the rally never had. */
	proposed: number;
	members: { id: string; name: string }[];
}

export async function readPreparation(
	db: Db,
	rally: Rally,
	today: IsoDate,
	{ archived = false } = {}
): Promise<Preparation> {
	const first = firstDayOf(rally);
	const people = await members(db).of(rally.organizationId);
	const rows = await records(db, 'task').list(rally.id, { archived });
	const tasks = rows.map((row) => dated(row, first, today));
	const sessions = await records(db, 'session').list(rally.id);
	return {
		first,
		tasks: inOrder(tasks).map((one) => ({ ...one, owner: ownerOf(one.task, people) })),
		phases: phaseKeys.map((phase) => {
			const of = tasks.filter(({ task }) => task.phase === phase);
			return { phase, done: of.filter(({ state }) => state === 'done').length, total: of.length };
		}),
		milestones: milestones({
			programme: rally.programme,
			today,
			sessions: sessions.map(({ date }) => date),
			published: (await plans(db).published(rally.id)) !== null
		}),
		proposed: (await missingFromTemplate(db, rally)).length,
		members: people.map(({ userId, name }) => ({ id: userId, name }))
	};
}

const ownerOf = (
	{ ownerId, ownerName }: Pick<Task, 'ownerId' | 'ownerName'>,
	people: readonly { userId: string; name: string }[]
): string =>
	ownerId
		? (people.find(({ userId }) => userId === ownerId)?.name ?? 'Une personne partie depuis')
		: ownerName;
