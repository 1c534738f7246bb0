import type { Place } from '$lib/domain/rally';

/** « 12 rue des Forges, 07200 Aubenas », or what is known of it. */
export const addressOf = ({
	address,
	postcode,
	commune
}: Pick<Place, 'address' | 'postcode' | 'commune'>): string =>
	[address.trim(), [postcode, commune].filter(Boolean).join(' ')].filter(Boolean).join(', ');
