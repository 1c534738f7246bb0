import { fullDate, plural } from '$lib/domain/french';
import type { Db } from '../../db/client';
import { members } from '../../db/repositories/members';
import { organizations } from '../../db/repositories/organizations';
import { retentions } from '../../db/repositories/retention';
import { log } from '../../log';
import { retentionLetter } from '../../mail/letters';
import type { Mailer } from '../../mail/mailer';
import { readRetention, rallyKept, type KeptRally } from './read-retention';
import { reduceRally } from './reduce-rally';

/** What signs an erasure that the organisation lets the application do. */
export const BY_ITSELF = 'Équipage, à l’échéance';

/** The sentences of a notice: on the page, in the letter, to be copied. */
export const noticeText = ({ title, people, due }: KeptRally, automatic: boolean): string =>
	`« ${title} » : les fiches de ${plural(people, 'personne')} arrivent au bout de leur conservation le ${fullDate(due!)}. ${
		automatic
			? 'Ce jour-là, Équipage les efface.'
			: 'À partir de ce jour, une personne qui administre la structure est invitée à les effacer.'
	} Les chiffres du rallye et les bilans envoyés restent.`;

/** The notices that stand for an organisation today, one a rally. */
export async function noticesOf(db: Db, organizationId: string, now: Date): Promise<string[]> {
	const { setting, rallies } = await readRetention(db, organizationId, now);
	return rallies
		.filter(({ state }) => state === 'soon' || state === 'due')
		.map((rally) => noticeText(rally, setting.automatic));
}

/**
 * Looked at every hour: tells administrators by letter, a month before, once for each day; and erases what is due where the
 * organisation lets it. Answers how many rallies were erased.
 */
export async function lookAfterRetention(
	db: Db,
	site: { origin: string },
	mail: Mailer,
	now: Date,
	signal?: AbortSignal
): Promise<number> {
	let reduced = 0;
	for (const organizationId of await retentions(db).organizations()) {
		const { setting, rallies } = await readRetention(db, organizationId, now);
		for (const kept of rallies) {
			if (signal?.aborted) return reduced;
			if (kept.state === 'due' && setting.automatic) {
				const rally = await rallyKept(db, organizationId, kept.id);
				const done = rally && (await reduceRally(db, rally, { by: BY_ITSELF, onlyDue: true }, now));
				if (done?.ok) {
					reduced++;
					log.info({ rally: kept.id, people: done.value.people }, 'people erased at the end of retention');
				}
			} else if ((kept.state === 'soon' || kept.state === 'due') && kept.due && mail.ready) {
				if (!(await retentions(db).claimNotice(organizationId, kept.id, kept.due))) continue;
				const organization = (await organizations(db).find(organizationId))!;
				for (const { email, role } of await members(db).of(organizationId))
					if (role === 'administrator')
						await mail.send(
							retentionLetter({
								to: email,
								organizationName: organization.name,
								text: noticeText(kept, setting.automatic),
								link: `${site.origin}/organisation/${organizationId}/conservation`
							})
						);
			}
		}
	}
	return reduced;
}
