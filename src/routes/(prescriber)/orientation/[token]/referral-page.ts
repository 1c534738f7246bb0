import { error, fail } from '@sveltejs/kit';
import type { Typed } from '$lib/server/form';

const CLOSED =
	'Ce lien n’ouvre plus rien. Demandez-en un nouveau à la structure qui organise le rallye : les personnes que vous avez orientées sont bien enregistrées.';

/** What a prescriber is told of a link that opens nothing. */
export const closed = (): never => error(404, CLOSED);

export const tooMany = (typed: Typed, minutes: number) =>
	fail(429, {
		typed,
		problems: {
			'': [`Trop d’envois depuis ce lien : réessayez dans ${minutes} minutes. Rien de ce que vous avez écrit n’est perdu.`] // prettier-ignore
		} as Record<string, string[]>
	});

/** Nobody but its reader keeps this page, nor does a search engine. */
export const ownEyes = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' };
