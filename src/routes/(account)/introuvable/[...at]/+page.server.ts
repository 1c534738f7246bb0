import { error } from '@sveltejs/kit';
import { NOT_FOUND } from '$lib/server/auth/gate';
import type { PageServerLoad } from './$types';

/** Always « introuvable »: the page that the gate shows for whatever it refuses. */
export const load: PageServerLoad = () => error(404, NOT_FOUND);
