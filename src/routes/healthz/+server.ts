import { database } from '$lib/server/db/client';
import type { RequestHandler } from './$types';

const PATIENCE = 2_000;

/** For the machine that watches: 200 when the process and its database answer, else 503. */
export const GET: RequestHandler = async () => {
	const answered = await Promise.race([
		databaseAnswers(),
		new Promise<false>((no) => setTimeout(no, PATIENCE, false))
	]);
	return Response.json(
		{ process: 'ok', database: answered ? 'ok' : 'unreachable' },
		{ status: answered ? 200 : 503, headers: { 'cache-control': 'no-store' } }
	);
};

async function databaseAnswers(): Promise<boolean> {
	try {
		await (await database()).runSql('select 1');
		return true;
	} catch {
		return false;
	}
}
