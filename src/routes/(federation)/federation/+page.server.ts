import { wallClock } from '$lib/domain/clock';
import { getDb } from '$lib/server/db/client';
import { readBoard } from '$lib/server/use-cases/network/read-board';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) =>
	readBoard(await getDb(), url.searchParams, wallClock(new Date()).date);
