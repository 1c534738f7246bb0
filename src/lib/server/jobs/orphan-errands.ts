import type { Db } from '../db/client';
import { errands } from '../db/repositories/errands';
import type { Queue } from './queue';

const MOST_ATTEMPTS = 3;

/** Errands whose process died start again; after several tries they are left « interrompu », for a person to decide. */
export async function takeUpErrands(db: Db, queue: Pick<Queue, 'sendErrand'>, all: boolean): Promise<void> {
	for (const errand of await errands(db).orphans({ all })) {
		if (errand.attempts >= MOST_ATTEMPTS) await errands(db).finish(errand.id, 'interrupted');
		else {
			await errands(db).release(errand.id);
			await queue.sendErrand(errand.id);
		}
	}
}
