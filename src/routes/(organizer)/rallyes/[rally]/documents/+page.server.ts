import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { viewPlan } from '$lib/domain/plan-view';
import { database, getDb, type Db } from '$lib/server/db/client';
import { backupMailings } from '$lib/server/db/repositories/backup-mailings';
import { errands, shownErrand } from '$lib/server/db/repositories/errands';
import { itineraryLinks } from '$lib/server/db/repositories/itinerary-links';
import { plans } from '$lib/server/db/repositories/plans';
import { sheetFormats } from '$lib/server/documents/badges/sheet-format';
import { env } from '$lib/server/env';
import { required } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { jobs } from '$lib/server/jobs/start';
import { mailer } from '$lib/server/mail/mailer';
import { seesPrivate } from '$lib/server/private-people';
import { qrSvg } from '$lib/server/qr-svg';
import { sendErrand } from '$lib/server/use-cases/errands/send-errand';
import { giveLinks, renewLink, revokeLink } from '$lib/server/use-cases/itinerary-links/give-links';
import { tokenOf } from '$lib/server/use-cases/itinerary-links/link-token';
import { readPlanning } from '$lib/server/use-cases/planning/read-planning';
import { BackupMailingForm, saveBackupMailing } from '$lib/server/use-cases/printing/save-backup-mailing';
import { paperNews, printableOf } from '$lib/server/use-cases/printing/read-printable';
import { calendarsOf } from '$lib/server/use-cases/publication/read-calendar';
import { whoSaw } from '$lib/server/use-cases/publication/team-news';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const db = await getDb();
	const { rally } = locals;
	const { plan, versions, known } = (await readPlanning(db, rally, null))!;
	const inForce = versions.find(({ published }) => published) ?? null;
	const { origin, secret } = env();
	const links = (await itineraryLinks(db).open(rally.id)).map(({ id, teamLetter, expiresAt, lastSeenAt }) => {
		const address = `${origin}/itineraire/${tokenOf(id, secret)}`;
		return { letter: teamLetter, address, qr: qrSvg(address), expiresAt, lastSeenAt };
	});
	const published = await plans(db).published(rally.id);
	const printed = plan && (published ?? plan);
	return {
		printable: printed && printableOf(rally, printed, known),
		formats: Object.entries(sheetFormats).map(([name, { label }]) => [name, label] as const),
		paper: await paperNews(db, rally, paperAsked(url)),
		...(seesPrivate(locals) ? await backupOf(db, rally.id) : { errand: null, mailing: null }),
		mailReady: mailer().ready,
		...calendarsOf(published, known),
		seen: await whoSaw(db, rally, published?.teams.map(({ letter }) => letter) ?? []),
		view: plan && viewPlan(rally, plan, known),
		latest: plan && { number: plan.number, published: plan.published },
		inForce,
		links
	};
};

/** How the backup pack stands: the last one asked for, and where it is sent. */
async function backupOf(db: Db, rallyId: string) {
	const errand = await errands(db).latest(rallyId, 'backup-pack');
	const mailing = await backupMailings(db).find(rallyId);
	return { errand: errand && shownErrand(errand), mailing };
}

/** `?papier=3`, as the code of a sheet says it. */
const paperAsked = (url: URL): number | null =>
	Number(url.searchParams.get('papier')?.replace(/^v/i, '')) || null;

const Team = z.object({ letter: required('De quelle équipe s’agit-il ?', 3) });

export const actions: Actions = {
	give: async ({ locals, cookies }) => {
		const db = await getDb();
		const planning = (await readPlanning(db, locals.rally, null))!;
		const letters = planning.plan?.teams.map(({ letter }) => letter) ?? [];
		await giveLinks(db, locals.rally, letters, env().secret, locals.actor!);
		flash(cookies, { message: 'Chaque équipe a sa page.' });
		redirect(303, `/rallyes/${locals.rally.id}/documents`);
	},
	renew: async ({ request, locals, cookies }) => {
		const form = await readForm(request, Team);
		if (!form.ok) return fail(400, form.error);
		await renewLink(await getDb(), locals.rally, form.value.letter, env().secret, locals.actor!);
		flash(cookies, {
			message: `L’équipe ${form.value.letter} a une nouvelle adresse ; l’ancienne ne mène plus à rien.`
		});
		redirect(303, `/rallyes/${locals.rally.id}/documents`);
	},
	revoke: async ({ request, locals, cookies }) => {
		const form = await readForm(request, Team);
		if (!form.ok) return fail(400, form.error);
		await revokeLink(await getDb(), locals.rally, form.value.letter);
		flash(cookies, { message: `La page de l’équipe ${form.value.letter} est fermée.` });
		redirect(303, `/rallyes/${locals.rally.id}/documents`);
	},

	pack: async ({ locals }) => {
		const wanted = { kind: 'backup-pack' as const, afresh: true };
		await sendErrand(await getDb(), await jobs(await database()), locals.rally, wanted, locals.actor!);
		redirect(303, `/rallyes/${locals.rally.id}/documents#dossier`);
	},
	mailing: async ({ request, locals, cookies }) => {
		const form = await readForm(request, BackupMailingForm);
		if (!form.ok) return fail(400, { ...form.error, of: 'mailing' as const });
		const saved = await saveBackupMailing(await getDb(), locals.rally, form.value, locals.actor!);
		if (!saved.ok) {
			const by = saved.error.current?.updatedBy ?? 'Quelqu’un';
			const problems = { email: [`${by} vient de changer cet envoi : vérifiez, puis enregistrez.`] };
			const version = saved.error.current?.version ?? 0;
			return fail(409, { typed: form.typed, problems, version, of: 'mailing' as const });
		}
		flash(cookies, {
			message: form.value.email
				? 'Le dossier partira la veille de chaque journée, une fois le planning publié.'
				: 'Le dossier n’est plus envoyé.'
		});
		redirect(303, `/rallyes/${locals.rally.id}/documents#dossier`);
	}
};
