import { textColumn, type Column } from './column';
import { mangledPostcode } from './mangled';

/** « 12 rue des Forges, 07200 Aubenas » */
const WHOLE = /^(.*?)[\s,;–-]*\b(\d{5})\s+(\D.*)$/s;
const TOWN = /^(\d{4,5})[\s,–-]+(\D.*)$|^(\D.*?)[\s,(]+(\d{4,5})\)?$/s;

/** A whole address in one cell. Participants keep their town alone: their street is nobody's business here. */
export const fullAddressColumn = (street: boolean): Column => ({
	key: 'fullAddress',
	label: street ? 'Adresse complète' : 'Adresse complète (la commune seule est gardée)',
	field: street ? 'address' : 'commune',
	headers: [
		'adresse complete',
		'adresse postale complete',
		...(street ? [] : ['adresse', 'adresse postale'])
	],
	fill(typed, text) {
		const match = WHOLE.exec(text.replace(/\n/g, ' '));
		if (match) {
			if (street) typed.address = match[1]!.trim();
			typed.postcode ||= match[2];
			typed.commune ||= match[3]!.trim();
		} else if (street) typed.address = text;
		else return 'Le code postal et la commune ne se trouvent pas dans cette adresse.';
	},
	looks: (text) => WHOLE.test(text) && text.length > 14
});

export const postcodeColumn = (): Column =>
	textColumn(
		{
			key: 'postcode',
			label: 'Code postal',
			headers: ['cp', 'c p', 'code post', 'codepostal', 'code postale']
		},
		{ looks: (text) => /^\d{4,5}$/.test(text.trim()), mangled: mangledPostcode }
	);

export const cityColumns = (): Column[] => [
	textColumn({
		key: 'commune',
		label: 'Commune',
		headers: [
			'ville',
			'localite',
			'lieu',
			'commune de residence',
			'ville de residence',
			'domicile',
			'residence'
		]
	}),
	{
		key: 'postcodeAndCommune',
		label: 'Code postal et commune',
		field: 'commune',
		headers: [
			'cp ville',
			'code postal ville',
			'code postal et ville',
			'cp commune',
			'cp et ville',
			'ville cp'
		],
		fill(typed, text) {
			const match = TOWN.exec(text.trim());
			if (!match) return 'Écrivez le code postal puis la commune, par exemple « 07200 Aubenas ».';
			typed.postcode = (match[1] ?? match[4])!.padStart(5, '0');
			typed.commune = (match[2] ?? match[3])!.trim();
		},
		looks: (text) => /^\d{5}\s+\D/.test(text.trim())
	}
];
