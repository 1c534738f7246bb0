import type { BilanState } from '$lib/domain/bilan/bilan';
import { wallClock } from '$lib/domain/clock';
import { possibleMoves, type Move } from '$lib/domain/bilan/move';
import type { Db } from '../../db/client';
import { bilans, type BilanStepRow } from '../../db/repositories/bilans';
import type { BilanContent } from '../../documents/bilan/content';
import { mayCarry, ownLogo, rallyLogo } from '../logos/rally-logo';
import { receivedContent } from './read-bilans';

/** What the federation reads of a bilan: what was sent, its steps, and no row of the rally. */
export interface ReceivedBilan {
	id: string;
	organization: string;
	rally: string;
	state: BilanState;
	version: number;
	content: BilanContent;
	steps: BilanStepRow[];
	moves: Move[];
}

/** Null for what was never sent to the federation, or was taken back. `onPaper`: with logos, which a page has no use for. */
export async function readReceived(db: Db, id: string, onPaper = false): Promise<ReceivedBilan | null> {
	const found = await bilans(db).received(id);
	if (!found?.bilan.sent) return null;
	const { bilan, organization, rally } = found;
	return {
		id: bilan.id,
		organization,
		rally,
		state: bilan.state,
		version: bilan.version,
		content: receivedContent(
			{ ...bilan, sent: found.bilan.sent },
			organization,
			onPaper ? await carriedBy(db, bilan.organizationId, organization) : undefined
		),
		// Who pressed the button stays in their organisation: the federation reads its name.
		steps: (await bilans(db).steps(bilan.id)).map((step) =>
			step.side === 'organizer' ? { ...step, by: organization } : step
		),
		moves: possibleMoves(bilan.state, 'federation', 'recipient')
	};
}

/** What its papers carry while the right is granted: the rallies' logo, and its own beside it. */
async function carriedBy(db: Db, organizationId: string, name: string) {
	const logo = await rallyLogo(db, organizationId);
	const granted = await mayCarry(db, organizationId, wallClock(new Date()).date);
	const own = granted ? await ownLogo(db, organizationId) : null;
	return { logo, marks: own ? [{ name, picture: own }] : [] };
}
