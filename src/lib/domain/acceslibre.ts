const PAGE = /^https:\/\/acceslibre\.beta\.gouv\.fr\/app\/[\w./%~-]+$/;

/**
 * The address of an establishment's page on Acceslibre, the public register of accessibility, as it is kept: without
 * what follows « ? » or « # ». Null for an address of another site, which could be anything.
 */
export function readAcceslibre(text: string): string | null {
	const typed = text
		.trim()
		.replace(/[?#].*$/, '')
		.replace(/^(https?:\/\/)?(www\.)?acceslibre\./i, 'https://acceslibre.');
	return PAGE.test(typed) && !typed.includes('..') ? typed : null;
}
