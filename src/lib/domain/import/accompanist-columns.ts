import { accompanistFields } from '../fields/accompanist';
import { quoted } from '../french';
import { textColumn, yesNoColumn, type Column } from './column';
import { absencesColumn, declarationColumns } from './day-columns';
import { emailColumn, fullNameColumn, phoneColumn } from './person-columns';
import { plain } from './values';

const named = (key: keyof typeof accompanistFields, ...headers: string[]) => ({
	key,
	label: accompanistFields[key].label,
	headers
});

/** « Bricoval », or « Bricoval (Aubenas) » for one of two that bear a name: a file knows no other key. */
const employerCompany: Column = {
	key: 'employerCompanyId',
	label: accompanistFields.employerCompanyId.label,
	field: 'employerCompanyId',
	headers: ['entreprise du rallye', 'entreprise', 'entreprise employeur', 'salarie de l entreprise'],
	fill(typed, text, { companies }) {
		const wanted = plain(text);
		const found = companies.filter(
			({ name, commune }) => plain(name) === wanted || plain(`${name} ${commune}`) === wanted
		);
		if (found.length === 0)
			return `Aucune entreprise de ce rallye ne s’appelle ${quoted(text)}. Pour un autre employeur, servez-vous de la colonne ${quoted(accompanistFields.employer.label)}.`;
		if (found.length > 1)
			return `Plusieurs entreprises s’appellent ${quoted(text)} : ajoutez la commune entre parenthèses.`;
		typed.employerCompanyId = found[0]!.id;
	},
	write: (record: never) => (record as { employerCompany?: string }).employerCompany ?? ''
};

// prettier-ignore
export const accompanistColumns: readonly Column[] = [
	textColumn(named('firstName', 'prenoms')),
	textColumn(named('lastName', 'nom de famille', 'nom usuel', 'nom d usage')),
	fullNameColumn('accompagnateur', 'accompagnatrice', 'accompagnateurs', 'conducteur', 'conductrice', 'benevole'),
	phoneColumn(named('phone', 'numero')),
	emailColumn(named('email')),
	yesNoColumn(named('drives', 'conduit', 'conducteur oui non', 'permis', 'permis b', 'permis de conduire', 'chauffeur')),
	textColumn(named('employer', 'structure', 'organisme', 'societe')),
	absencesColumn('Absences', 'jours d absence'),
	employerCompany,
	...declarationColumns(named('licence', 'permis', 'permis b'))
];

/** What a form of an accompanist holds before anybody types, as text. */
export const blankAccompanist = () => ({ drives: true });
