const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/** Words of hours as people write them, accents and capitals left aside; the longest first. */
const words: readonly (readonly [RegExp, (found: RegExpExecArray) => Token | null])[] = [
	[/^(tous les jours|7 ?j ?(\/|sur) ?7)/, () => ({ is: 'day', says: 'Mo-Su' })],
	[/^24 ?h ?(\/|sur) ?24h?/, () => ({ is: 'all-day' })],
	[/^(jours? )?feries?/, () => ({ is: 'day', says: 'PH' })],
	[/^week-?ends?/, () => ({ is: 'day', says: 'Sa-Su' })],
	[
		/^(lundis?|lun|lu|mardis?|mar|ma|mercredis?|mer|me|jeudis?|jeu|je|vendredis?|ven|ve|samedis?|sam|sa|dimanches?|dim|di)(?![a-z])\.?/,
		([, day]) => ({ is: 'day', says: days[['lu', 'ma', 'me', 'je', 've', 'sa', 'di'].indexOf(day!.slice(0, 2))]! }) // prettier-ignore
	],
	[/^midi(?![a-z])/, () => ({ is: 'time', says: '12:00' })],
	[/^minuit(?![a-z])/, () => ({ is: 'time', says: '24:00' })],
	[/^(\d{1,2}) ?(?:h|heures?|:) ?(\d{2})?(?!\d)/, ([, hours, minutes]) => timeOf(hours!, minutes)],
	[/^(ferme(e|s|es)?|sauf|off)(?![a-z])/, () => ({ is: 'off' })],
	[/^(-|–|—|a(?![a-z])|au(?![a-z])|jusqu.a(?![a-z]))/, () => ({ is: 'to' })],
	[/^(,|\/|&|\+|et(?![a-z])|puis(?![a-z]))/, () => ({ is: 'and' })],
	[/^(;|\n)/, () => ({ is: 'end' })],
	[/^(\s|\.|:|\(|\)|(du|de|des|d|le|les|ouverte?s?|ouverture|horaires?|uniquement|matin|apres-midi)(?![a-z]))/, () => null] // prettier-ignore
];

type Token = { is: 'day' | 'time'; says: string } | { is: 'off' | 'to' | 'and' | 'end' | 'all-day' };

/** « 8 h 30 », « 8:30 », « 8h » → « 08:30 »; null past midnight. */
function timeOf(hours: string, minutes = '00'): Token | null {
	if (Number(hours) > 24 || Number(minutes) > 59) return { is: 'end' };
	return { is: 'time', says: `${hours.padStart(2, '0')}:${minutes}` };
}

/** What only OpenStreetMap writes: such a text is left as it is. */
const alreadyOsm = /(^|[^A-Za-z])(Mo|Tu|We|Th|Fr|Su|PH|SH|24\/7|off|closed|week|Jan|Feb|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?![a-z])|"/; // prettier-ignore

/**
 * « Du lundi au vendredi de 8h à 12h et de 13h30 à 17h, fermé le mercredi » → `Mo-Fr 08:00-12:00,13:30-17:00; We off`,
 * the syntax of OpenStreetMap (wiki.openstreetmap.org/wiki/Key:opening_hours). Anything that is not plain hours of
 * plain days comes back as it was: it may be that syntax already, and whoever reads it says so if it is not.
 */
export function osmOfFrench(text: string): string {
	const typed = text.trim().replace(/[\u00a0\u202f]/g, ' ');
	if (alreadyOsm.test(typed)) return typed;
	const plain = typed.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
	if (/^(uniquement )?sur (rendez-vous|rdv)\.?$/.test(plain)) return '"sur rendez-vous"';
	const tokens = tokensOf(plain);
	return (tokens && rulesOf(tokens)) ?? typed;
}

function tokensOf(plain: string): Token[] | null {
	const tokens: Token[] = [];
	for (let rest = plain; rest;) {
		const read = words.flatMap(([word, token]) => {
			const found = word.exec(rest);
			return found ? [{ length: found[0].length, token: token(found) }] : [];
		})[0];
		if (!read) return null;
		if (read.token) tokens.push(read.token);
		rest = rest.slice(read.length);
	}
	return tokens;
}

/** Days then hours, or « closed » before or after its days; null when the words do not follow each other so. */
function rulesOf(tokens: readonly Token[]): string | null {
	const open = new Map<string, string[]>();
	const closed: string[] = [];
	let at = 0;
	const is = (what: Token['is'], ahead = 0) => tokens[at + ahead]?.is === what;
	const says = (ahead = 0) => (tokens[at + ahead] as { says: string }).says;
	const skip = (...what: Token['is'][]) => {
		while (what.some((one) => is(one))) at++;
	};
	const listOf = (what: 'day' | 'time'): string[] | null => {
		const found: string[] = [];
		while (is(what)) {
			if (is('to', 1) && is(what, 2)) {
				found.push(`${says()}-${says(2)}`);
				at += 3;
			} else if (what === 'day') {
				found.push(says());
				at++;
			} else return null;
			if (is('and') && is(what, 1)) at++;
		}
		return found;
	};
	for (skip('and', 'end'); at < tokens.length; skip('and', 'end')) {
		const before = is('off');
		skip('off');
		const named = listOf('day');
		if (!named) return null;
		const on = named.join(',');
		if (before || is('off')) {
			if (!on) return null;
			skip('off');
			closed.push(on);
			continue;
		}
		const hours = is('all-day') ? ['00:00-24:00'] : listOf('time');
		skip('all-day');
		if (!hours || hours.length === 0) return null;
		open.set(on, [...(open.get(on) ?? []), ...hours]);
	}
	// In that syntax the last rule that names a day wins: what is closed comes last.
	const rules = [...[...open].map(([on, hours]) => `${on} ${hours.join(',')}`.trim()), ...closed.map((on) => `${on} off`)]; // prettier-ignore
	return open.size > 0 ? rules.join('; ') : null;
}
