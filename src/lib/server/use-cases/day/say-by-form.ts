import { createHash } from 'node:crypto';
import { ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { plans } from '../../db/repositories/plans';
import { openDay, type LinkFault } from './open-day';
import { recordDayEvents } from './record-day-events';

/**
 * Takes what a form of a team's page says, without scripts. `draw` names the drawing of the page the form was on: the
 * same button pressed twice on it says one thing once. Gives why it was refused, null when it was taken.
 */
export async function sayByForm(
	db: Db,
	token: string,
	{ draw, said }: { draw: string; said: object[] },
	address: string,
	now: Date
): Promise<Result<string | null, LinkFault>> {
	const opened = await openDay(db, token, address);
	if (!opened.ok) return opened;
	const plan = (await plans(db).published(opened.value.rally.id))?.number ?? 0;
	const clock = now.getTime();
	const events = said.map((line) => ({
		id: idOf(`${token}|${draw}|${JSON.stringify(line)}`),
		// Each form is a phone of its own: the hour alone orders what they say.
		sequence: 1,
		clock,
		offset: 0,
		plan,
		said: line
	}));
	const done = await recordDayEvents(
		db,
		token,
		{ phone: idOf(`${token}|${draw}`), sentAt: clock, events },
		address,
		now
	);
	if (!done.ok) return done;
	const refused = done.value.acknowledged.find((one) => one.state === 'refused');
	return ok(refused?.state === 'refused' ? refused.reason : null);
}

/** A version 4 identifier that always comes to the same for the same text. */
function idOf(text: string): string {
	const hex = createHash('sha256').update(text).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
