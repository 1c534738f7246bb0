import { may, type Actor } from '$lib/domain/access';

/** Where somebody arrives once signed in. */
export const homeOf = (actor: Actor): '/rallyes' | '/federation' | '/compte' =>
	may(actor, 'rally:read') ? '/rallyes' : may(actor, 'federation:read') ? '/federation' : '/compte';

/** The page asked for before signing in, if it is one of ours; an address elsewhere is not followed. */
export function localPath(wanted: string | null): string | null {
	if (!wanted || !/^\/(?![/\\])/.test(wanted) || wanted.length > 1000) return null;
	try {
		const url = new URL(wanted, 'http://equipage.invalid');
		return url.host === 'equipage.invalid' ? url.pathname + url.search : null;
	} catch {
		return null;
	}
}
