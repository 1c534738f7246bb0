import { randomUUID } from 'node:crypto';
import type { Said } from '$lib/domain/day/event';
import type { Plan } from '$lib/domain/plan';
import type { Db } from '$lib/server/db/client';
import { plans } from '$lib/server/db/repositories/plans';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { seedDemo } from '$lib/server/demo/seed-demo';
import { recordDayEvents } from '$lib/server/use-cases/day/record-day-events';
import { giveLinks } from '$lib/server/use-cases/itinerary-links/give-links';
import { tokenOf } from '$lib/server/use-cases/itinerary-links/link-token';
import { publishPlan } from '$lib/server/use-cases/planning/publish-plan';
import { savePlanByHand } from '../planned';
import { claire, value } from '../records/rallies';

export const secret = 's'.repeat(32);

/** The demonstration with a published plan, and the address of each team. */
export async function publishedRally(
	db: Db
): Promise<{ rally: StoredRally; plan: Plan; token: (letter: string) => string }> {
	const { rallyId } = await seedDemo(db, '2027-01-04');
	const rally = (await rallies(db).find(rallyId))!;
	const { number } = await savePlanByHand(db, rally);
	value(await publishPlan(db, rally, { number, inForce: null }, claire));
	const plan = (await plans(db).published(rallyId))!;
	const letters = plan.teams.map(({ letter }) => letter);
	const links = await giveLinks(db, rally, letters, secret, claire);
	return {
		rally,
		plan,
		token: (letter) => tokenOf(links.find(({ teamLetter }) => teamLetter === letter)!.id, secret)
	};
}

/** A phone under test: a clock that may be wrong, and what it was told. */
export function aPhone(db: Db, token: string, wrong = 0) {
	const phone = randomUUID();
	let sequence = 0;
	return {
		phone,
		/** Something said at an instant, not sent yet. */
		say: (said: Said, at: Date, more: object = {}) => ({
			id: randomUUID(),
			sequence: ++sequence,
			clock: at.getTime() + wrong,
			offset: null,
			plan: 1,
			said,
			...more
		}),
		send: (events: unknown[], at: Date, address = '192.0.2.1') =>
			recordDayEvents(db, token, { phone, sentAt: at.getTime() + wrong, events }, address, at)
	};
}
