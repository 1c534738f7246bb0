import { z } from 'zod';
import { guestReplies } from '$lib/domain/closing/guests';
import type { IsoDate } from '$lib/domain/calendar';
import type { ClosingEvent, Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import { mayTry } from '../../auth/attempts';
import type { Db } from '../../db/client';
import { organizations } from '../../db/repositories/organizations';
import { records, type RecordRow } from '../../db/repositories/records';
import * as field from '../../fields';
import { openPersonalLink } from '../personal-links/open-personal-link';
import { noteGuest } from './invite';

/** What the guest's page sends; `coming` says nothing when they do not come. */
export const ReplyForm = z
	.object({
		reply: field.choice({ yes: guestReplies.yes, no: guestReplies.no }, 'Dites si vous venez.'),
		coming: field.wholeOrNull(1, 20)
	})
	.transform(({ reply, coming }) => ({ reply, coming: reply === 'yes' ? coming : null }));
export type ReplyInput = z.output<typeof ReplyForm>;

/** More than anybody changes their mind in an hour, and far less than a machine. */
const MOST_AN_HOUR = 20;

export interface GuestPage {
	/** Who is invited, and what they said so far: nothing of the other guests, nor of the participants. */
	guest: Pick<RecordRow<'guest'>, 'name' | 'organisation' | 'people' | 'reply' | 'coming'>;
	rally: Pick<Rally, 'title' | 'contactName' | 'contactPhone'>;
	structure: string;
	closing: ClosingEvent | null;
	over: boolean;
}

async function open(db: Db, token: string) {
	const opened = await openPersonalLink(db, token);
	const id = opened?.link.guestId;
	const guest = id ? await records(db, 'guest').find(opened.rally.id, id) : null;
	// An invitation that was archived is no invitation any more.
	return opened && guest && guest.archivedAt === null ? { ...opened, guest } : null;
}

/** After the closing nobody says any more that they will come; without a date, after nothing. */
const isOver = ({ closing }: Pick<Rally, 'closing'>, today: IsoDate): boolean =>
	closing !== null && closing.date < today;

/** The page of one guest; null for an address that opens nothing, without saying why. */
export async function readGuestPage(db: Db, token: string, today: IsoDate): Promise<GuestPage | null> {
	const found = await open(db, token);
	if (!found) return null;
	const { rally, guest } = found;
	const { name, organisation, people, reply, coming } = guest;
	return {
		guest: { name, organisation, people, reply, coming },
		rally: { title: rally.title, contactName: rally.contactName, contactPhone: rally.contactPhone },
		structure: (await organizations(db).find(rally.organizationId))?.name ?? '',
		closing: rally.closing,
		over: isOver(rally, today)
	};
}

/** What the guest answers, written in the journal like any other change. It is never refused for what somebody typed. */
export async function replyAsGuest(
	db: Db,
	token: string,
	input: ReplyInput,
	today: IsoDate
): Promise<Result<void, { code: 'closed' | 'too-many' | 'over' }>> {
	const found = await open(db, token);
	if (!found) return err({ code: 'closed' });
	const { link, rally } = found;
	if (isOver(rally, today)) return err({ code: 'over' });
	if (!(await mayTry(db, { what: 'guest-reply', whom: link.id, max: MOST_AN_HOUR, minutes: 60 })))
		return err({ code: 'too-many' });
	for (;;) {
		const guest = await records(db, 'guest').find(rally.id, found.guest.id);
		if (!guest) return err({ code: 'closed' });
		const by = { name: 'L’invité, par sa page' };
		const saved = await noteGuest(db, rally, guest.id, guest.version, input, by);
		if (saved.ok) return ok(undefined);
		if (saved.error.code === 'not-found') return err({ code: 'closed' });
	}
}
