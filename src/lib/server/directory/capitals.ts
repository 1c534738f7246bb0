/** Words that stay small inside a name or an address. */
const SMALL = new Set(
	'de du des d l la le les et en au aux sur sous à rue avenue boulevard chemin impasse place route allée quai cours square'.split(
		' '
	)
);

/** « 12 RUE DES FORGES » → « 12 rue des Forges », « SA LE FOUR » → « SA Le Four ». Text with small letters is left as it is. */
export function nameInWords(text: string): string {
	if (/\p{Ll}/u.test(text)) return text;
	let first = true;
	return text.toLowerCase().replace(/[\p{L}\d]+/gu, (word, at: number) => {
		const starts = first && /\p{L}/u.test(word);
		if (/\p{L}/u.test(word)) first = false;
		if (SMALL.has(word) && !(starts && at === 0)) return word;
		// Short legal forms and initials keep their capitals.
		return /^(sa|sas|sarl|sasu|eurl|sci|scop|ei|za|zac|zi|zae|cfa|chu|ch|bp|cs)$/.test(word)
			? word.toUpperCase()
			: word[0]!.toUpperCase() + word.slice(1);
	});
}

/** The register's whole address without its postcode and town: « 12 RUE DES FORGES 07200 AUBENAS » → « 12 RUE DES FORGES ». */
export function streetOf(address: string, postcode: string, commune: string): string {
	const end = [postcode, commune].filter(Boolean).join(' ');
	const at = end ? address.lastIndexOf(end) : -1;
	const cut = at >= 0 ? address.slice(0, at) : address.replace(/\s\d{5}\s.*$/, '');
	return cut.trim();
}
