import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { may } from '$lib/domain/access';
import { isReading, ruleOf, wellFormed, type Need } from '../access-policy';
import type { Db } from '../db/client';
import { rallies } from '../db/repositories/rallies';
import { log } from '../log';

const NOT_FOUND = 'Cette page n’existe pas, ou elle ne vous est pas ouverte.';
const NOT_FOUND_SIGNED_OUT =
	'Cette page n’existe pas, ou vous n’êtes plus connecté : connectez-vous, puis recommencez.';

/**
 * Lets a request through to its page, or answers for it: sign-in for somebody unknown who opens a protected page,
 * « introuvable » for everything else. Loads the rally named in the address once.
 */
export async function refusal(event: RequestEvent, db: Db): Promise<Response | null> {
	const { id } = event.route;
	if (id === null) return null; // no such page: the answer is already « introuvable »
	const rule = ruleOf(id);
	if (!rule) log.warn({ route: id }, 'route without a rule in access-policy.ts: refused');
	const reading = isReading(event.request.method);
	const need = !rule || !wellFormed(event.params) ? 'nobody' : reading ? rule.read : rule.write;
	if (await granted(need, event, db)) return null;

	const { actor } = event.locals;
	if (!actor && reading && need !== 'nobody') {
		const wanted = event.url.pathname + event.url.search;
		redirect(303, `/connexion?suite=${encodeURIComponent(wanted)}`);
	}
	return notFound(event, actor ? NOT_FOUND : NOT_FOUND_SIGNED_OUT);
}

async function granted(need: Need, event: RequestEvent, db: Db): Promise<boolean> {
	const { locals } = event;
	const params: Partial<Record<string, string>> = event.params;
	if (need === 'anyone') return true;
	if (need === 'nobody' || !locals.actor) return false;
	if (need === 'signed-in') return true;
	if (need.of === 'any') return may(locals.actor, need.right);
	if (need.of === 'organization') return may(locals.actor, need.right, params.organization ?? '');

	const rally = params.rally ? await rallies(db).find(params.rally) : null;
	if (!rally || !may(locals.actor, need.right, rally.organizationId)) return false;
	locals.rally = rally;
	return true;
}

/** The same page for what does not exist and for what is not theirs. */
async function notFound(event: RequestEvent, message: string): Promise<Response> {
	if (event.request.headers.get('x-sveltekit-action') === 'true') {
		return Response.json({ type: 'error', error: { message } }, { status: 404 });
	}
	if (event.isDataRequest || !event.request.headers.get('accept')?.includes('text/html')) error(404, message);
	// A thrown error would show SvelteKit's bare fallback: the page that is known to fail has the layout.
	// As deep as the address asked for, because the page names its files relatively to its own address.
	const depth = event.url.pathname.split('/').length - 2;
	const page = await event.fetch(`/introuvable${'/_'.repeat(depth)}`, { headers: { accept: 'text/html' } });
	return new Response(page.body, { status: 404, headers: page.headers });
}

export { NOT_FOUND };
