import type { RecipientKind } from '$lib/domain/publication/told';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../db/client';
import { itineraryLinks } from '../db/repositories/itinerary-links';
import { publications } from '../db/repositories/publications';
import { env } from '../env';
import { tokenOf } from '../use-cases/itinerary-links/link-token';
import { readNotices } from '../use-cases/publication/read-notices';
import { markTold } from '../use-cases/publication/send-notices';
import { acknowledge } from '../use-cases/publication/team-news';
import type { Editor } from '../use-cases/records/edit-record';

/** INVENTED: everybody was called about the first version but two companies, and two teams said they saw it. */
export async function tellOfDemo(db: Db, rally: Rally, editor: Editor): Promise<void> {
	const { plan, toTell } = await readNotices(db, rally, env());
	if (!plan) return;
	const told = (kind: RecipientKind, id?: string) =>
		markTold(db, rally, env(), { number: plan.number, kind, id }, editor);
	await told('accompanist');
	await told('participant');
	for (const { id } of toTell.filter(({ kind }) => kind === 'company').slice(0, -2))
		await told('company', id);
	const publication = (await publications(db).latest(rally.id))!;
	const links = await itineraryLinks(db).open(rally.id);
	for (const { id } of links.filter(({ teamLetter }) => teamLetter === 'A' || teamLetter === 'B'))
		await acknowledge(db, tokenOf(id, env().secret), publication.id);
}
