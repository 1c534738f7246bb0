/** « 12 rue des Forges, 07200 Aubenas », or what is known of it. */
export const addressOf = ({
	address,
	postcode,
	commune
}: {
	address: string;
	postcode: string;
	commune: string;
}): string => [address.trim(), [postcode, commune].filter(Boolean).join(' ')].filter(Boolean).join(', ');
