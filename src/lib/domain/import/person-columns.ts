import { quoted } from '../french';
import { textColumn, type Column, type Named } from './column';
import { mangledEmail, mangledPhone } from './mangled';

/** « NOM Prénom » and « Prénom NOM »: capitals tell the name; without them the first word is the first name. */
export function splitName(text: string): { firstName: string; lastName: string } | null {
	const words = text.replace(/^(m|mr|mme|mlle|monsieur|madame)\.?\s+/i, '').split(/\s+/).filter(Boolean); // prettier-ignore
	if (words.length < 2) return null;
	const capitals = words.filter(
		(word) => /\p{Lu}/u.test(word) && word.length > 1 && word === word.toUpperCase()
	);
	const last = capitals.length > 0 && capitals.length < words.length ? capitals : words.slice(1);
	return { firstName: words.filter((word) => !last.includes(word)).join(' '), lastName: last.join(' ') };
}

/** Both names in one cell. */
export const fullNameColumn = (...headers: string[]): Column => ({
	key: 'fullName',
	label: 'Nom et prénom ensemble',
	field: 'lastName',
	headers: ['nom et prenom', 'nom prenom', 'prenom nom', 'prenom et nom', 'nom complet', 'identite', 'personne', 'nom prenoms', ...headers], // prettier-ignore
	fill(typed, text) {
		const name = splitName(text);
		if (!name) return `Le prénom manque : ${quoted(text)}.`;
		typed.firstName ||= name.firstName;
		typed.lastName ||= name.lastName;
	}
});

/** The words that any phone goes by; `named` adds those of whose it is. */
export const phoneColumn = ({ headers = [], ...named }: Named): Column =>
	textColumn(
		{ ...named, headers: ['tel', 'telephone', 'portable', 'mobile', 'fixe', 'tel portable', 'tel fixe', 'telephone fixe', 'telephone portable', 'n tel', 'n de telephone', 'numero de telephone', 'telephone 1', 'telephone 2', 'tel 1', 'tel 2', 'gsm', ...headers] }, // prettier-ignore
		{
			looks: (text) => /^(\+33|0033|0)?[1-9]([\s.–-]?\d{2}){4}$/.test(text.trim()),
			mangled: mangledPhone,
			several: true
		}
	);

export const emailColumn = ({ headers = [], ...named }: Named): Column =>
	textColumn(
		{ ...named, headers: ['email', 'e mail', 'mail', 'mel', 'adresse mail', 'adresse email', 'adresse e mail', 'adresse electronique', 'courrier electronique', ...headers] }, // prettier-ignore
		{ looks: (text) => /^\S+@\S+\.\S+$/.test(text.trim()), mangled: mangledEmail }
	);
