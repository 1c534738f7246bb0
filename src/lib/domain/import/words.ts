import { NNBSP, plural } from '../french';
import type { Proposal } from './columns';
import type { Reading, Unreadable } from './sheet';
import type { LeftOut } from './table';

const LOOKS = {
	pdf: 'C’est un PDF : demandez le tableau d’origine, ou copiez-en les cellules et collez-les ici.',
	word: 'C’est un document Word : copiez son tableau et collez-le ici.',
	image: 'C’est une image : aucun tableau ne peut y être lu.',
	page: 'C’est une page web : ouvrez-la dans un tableur, puis enregistrez-la en XLSX ou en CSV.',
	unknown: 'Ce n’est pas un tableau connu : enregistrez-le en XLSX, en ODS ou en CSV.'
};

const REASONS: Record<Exclude<Unreadable['code'], 'not-a-spreadsheet'>, string> = {
	'too-big': 'Ce fichier dépasse 10 Mo. Enregistrez la seule feuille utile, sans image, puis recommencez.',
	'too-many-rows': `Cette feuille compte plus de 5${NNBSP}000 lignes. Coupez-la en plusieurs fichiers.`,
	'too-wide': 'Cette feuille compte plus de 200 colonnes. Gardez celles qui servent.',
	bomb: 'Ce fichier devient démesuré une fois ouvert : il n’a pas été lu. Copiez ses cellules dans un fichier neuf.',
	encrypted: 'Ce fichier est protégé par un mot de passe. Enregistrez-le sans, puis recommencez.',
	damaged:
		'Ce fichier est abîmé ou incomplet. Ouvrez-le dans un tableur, enregistrez-le de nouveau, puis recommencez.',
	'too-slow': 'Ce fichier demande trop de temps à lire. Copiez ses cellules dans un fichier neuf.',
	empty: 'Il n’y a rien dans ce fichier.'
};

/** Why a file cannot be read, and what to do about it. */
export const unreadableInWords = (why: Unreadable): string =>
	why.code === 'not-a-spreadsheet' ? LOOKS[why.looks] : REASONS[why.code];

const SEPARATORS = { ';': 'points-virgules', ',': 'virgules', '\t': 'tabulations', '|': 'barres verticales' };
const FORMATS = {
	csv: 'Texte',
	xlsx: 'Classeur Excel',
	ods: 'Classeur OpenDocument',
	xls: 'Ancien classeur Excel'
};

/** « Texte en windows-1252, séparé par des points-virgules » */
export const readingInWords = ({ format, encoding, separator }: Omit<Reading, 'sheets'>): string =>
	[
		FORMATS[format] + (encoding ? ` en ${encoding}` : ''),
		separator && `séparé par des ${SEPARATORS[separator]}`
	]
		.filter(Boolean)
		.join(', ');

export const leftOutReasons: Record<LeftOut['why'], string> = {
	banner: 'titre',
	total: 'total',
	'header-again': 'en-têtes répétés',
	note: 'remarque'
};

/** « ligne 1 (titre), ligne 14 (total) » */
export const leftOutInWords = (all: readonly LeftOut[]): string => {
	const told = all.slice(0, 6).map(({ line, why }) => `ligne ${line} (${leftOutReasons[why]})`);
	const more = all.length - told.length;
	return told.join(', ') + (more > 0 ? ` et ${plural(more, 'autre')}` : '');
};

export const proposalReasons: Record<Proposal['why'], string> = {
	remembered: 'comme la dernière fois',
	header: '',
	guess: 'à vérifier',
	content: 'd’après les cellules',
	taken: 'déjà prise par une autre colonne',
	nothing: ''
};
