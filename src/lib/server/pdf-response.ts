import { error } from '@sveltejs/kit';

/** A PDF shown in the browser, under a name that says what it is once saved; 404 when there was nothing to print: `first` says what to do before. */
export function pdfResponse(
	bytes: Uint8Array<ArrayBuffer> | null,
	name: string,
	first = 'calculez d’abord un planning'
): Response {
	if (!bytes) error(404, `Il n’y a rien à imprimer : ${first}.`);
	return new Response(bytes, {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `inline; filename="${name.replace(/[^a-z0-9-]+/gi, '-').toLowerCase()}.pdf"`,
			'cache-control': 'private, no-store'
		}
	});
}

/** `?version=3` → 3; null without it, which stands for the plan in force. */
export const versionAsked = (url: URL): number | null => Number(url.searchParams.get('version')) || null;
