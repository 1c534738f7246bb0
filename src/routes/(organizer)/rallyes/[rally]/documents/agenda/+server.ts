import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { calendarResponse } from '$lib/server/calendar-response';
import { getDb } from '$lib/server/db/client';
import { readCalendar } from '$lib/server/use-cases/publication/read-calendar';
import type { RequestHandler } from './$types';

const Of = z.union([
	z
		.object({ equipe: z.string().max(3) })
		.transform(({ equipe }) => ({ kind: 'team' as const, letter: equipe })),
	z
		.object({ entreprise: z.uuid() })
		.transform(({ entreprise }) => ({ kind: 'company' as const, id: entreprise })),
	z
		.object({ accompagnateur: z.uuid() })
		.transform(({ accompagnateur }) => ({ kind: 'accompanist' as const, id: accompagnateur }))
]);

/** `?equipe=A`, `?entreprise=…` or `?accompagnateur=…`. */
export const GET: RequestHandler = async ({ locals: { rally }, url }) => {
	const of = Of.safeParse(Object.fromEntries(url.searchParams));
	if (!of.success) error(404, 'De qui est cet agenda ?');
	return calendarResponse(await readCalendar(await getDb(), rally, of.data));
};
