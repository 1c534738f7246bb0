import { packDue } from '$lib/domain/backup-mailing';
import { wallClock } from '$lib/domain/clock';
import { dayAndMonth } from '$lib/domain/french';
import type { Db } from '../../db/client';
import { backupMailings } from '../../db/repositories/backup-mailings';
import { plans } from '../../db/repositories/plans';
import { rallies } from '../../db/repositories/rallies';
import { log } from '../../log';
import { packLetter } from '../../mail/letters';
import type { Mailer } from '../../mail/mailer';
import { makePack } from './make-pack';
import type { Site } from './print-ground';

/**
 * Sends the packs whose hour has come, each once for each day of its rally, of the version published only. Answers how
 * many left. A sending that fails is tried again a while after, and said on the page of the documents.
 */
export async function mailDuePacks(
	db: Db,
	site: Site,
	mail: Mailer,
	at: Date,
	signal?: AbortSignal
): Promise<number> {
	if (!mail.ready) return 0;
	const now = wallClock(at);
	let sent = 0;
	for (const { rallyId, email, at: hour } of await backupMailings(db).wanted()) {
		const rally = await rallies(db).find(rallyId);
		const day = rally && packDue(rally.programme.map(({ date }) => date), hour, now); // prettier-ignore
		if (!rally || !day || signal?.aborted) continue;
		// A draft is nobody's day: nothing leaves before something is published.
		if (!(await plans(db).published(rallyId)) || !(await backupMailings(db).claim(rallyId, day))) continue;
		try {
			const pack = await makePack(db, rally, site, { ...(signal && { signal }) });
			const letter = packLetter({
				to: email,
				title: rally.title,
				day: dayAndMonth(day),
				number: pack!.number
			});
			const name = `dossier-de-secours-${day}-v${pack!.number}.pdf`;
			const sending = await mail.send({ ...letter, document: { name, bytes: pack!.bytes } });
			await backupMailings(db).finish(rallyId, sending === 'sent');
			if (sending === 'sent') sent++;
		} catch (problem) {
			log.error({ err: problem, rally: rallyId }, 'backup pack not sent');
			await backupMailings(db).finish(rallyId, false);
		}
	}
	return sent;
}
