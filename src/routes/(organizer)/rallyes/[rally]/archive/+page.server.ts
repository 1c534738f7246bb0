import { env } from '$lib/server/env';
import { ownFingerprint } from '$lib/server/vault/archive-box';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ fingerprint: ownFingerprint(env().secret) });
