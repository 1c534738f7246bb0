import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { toConfirm } from '$lib/domain/address';
import { french, quoted } from '$lib/domain/french';
import { database, getDb } from '$lib/server/db/client';
import { errands, shownErrand } from '$lib/server/db/repositories/errands';
import { records } from '$lib/server/db/repositories/records';
import { env } from '$lib/server/env';
import { ticked, version } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { jobs } from '$lib/server/jobs/start';
import { servicesOutside } from '$lib/server/outside/services';
import { confirmPin } from '$lib/server/use-cases/companies/confirm-pin';
import { isToLocate } from '$lib/server/use-cases/companies/locate-companies';
import { sendErrand } from '$lib/server/use-cases/errands/send-errand';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { rally }, depends }) => {
	depends('equipage:errand');
	const db = await getDb();
	const rows = await records(db, 'company').list(rally.id);
	const doubt = (row: (typeof rows)[number]) =>
		row.longitude === null ? 0 : toConfirm(row.precision) ? 1 : 2;
	const errand = await errands(db).latest(rally.id, 'addresses');
	return {
		companies: rows
			.sort((a, b) => doubt(a) - doubt(b) || french.compare(a.name, b.name))
			.map(({ id, name, version, address, postcode, commune, longitude, latitude, precision, located }) => ({
				...{ id, name, version, address, postcode, commune, precision, located },
				position: longitude === null || latitude === null ? null : { lon: longitude, lat: latitude }
			})),
		service: servicesOutside().addresses?.host ?? null,
		toLocate: rows.filter((row) => isToLocate(row, false)).length,
		errand: errand && shownErrand(errand),
		tiles: env().tiles
	};
};

const here = (rallyId: string) => `/rallyes/${rallyId}/entreprises/adresses`;

export const actions: Actions = {
	locate: async ({ request, locals }) => {
		const form = await readForm(request, z.object({ afresh: ticked() }));
		if (form.ok && servicesOutside().addresses) {
			const wanted = { kind: 'addresses' as const, afresh: form.value.afresh };
			await sendErrand(await getDb(), await jobs(await database()), locals.rally, wanted, locals.actor!);
		}
		redirect(303, here(locals.rally.id));
	},

	confirm: async ({ request, locals, cookies }) => {
		const form = await readForm(
			request,
			z.object({ id: z.uuid(), version: version(), name: z.string().max(300) })
		);
		if (form.ok) {
			const { id, version, name } = form.value;
			const confirmed = await confirmPin(await getDb(), locals.rally, id, version, locals.actor!);
			flash(cookies, {
				message: confirmed.ok
					? `Le repère de ${quoted(name)} est confirmé.`
					: `La fiche ${quoted(name)} a changé entre-temps : regardez son repère de nouveau.`,
				...(confirmed.ok && { undo: confirmed.value.change })
			});
		}
		redirect(303, here(locals.rally.id));
	}
};
