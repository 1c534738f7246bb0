import { banOf } from '../address';
import { companyKinds, companySizes, companyStates, type Slot } from '../company';
import { companyFields } from '../fields/company';
import { followUpFields } from '../fields/mobilisation';
import { quoted } from '../french';
import { nafOf } from '../naf/naf';
import { photoRules, safetyWear, unsuitedFor } from '../hosting';
import { contactModes } from '../mobilisation/contact';
import { precisions } from '../rally';
import { sectors } from '../sector';
import { choiceColumn, choicesColumn, numberColumn, textColumn, yesNoColumn, type Column } from './column';
import { cityColumns, fullAddressColumn, postcodeColumn } from './place-columns';
import { mangledSiret } from './mangled';
import { emailColumn, phoneColumn } from './person-columns';
import { sectorWords } from './sector-words';
import { readSlots, writeDecimal, writeSlot } from './values';

const named = (key: keyof typeof companyFields, ...headers: string[]) => ({
	key,
	label: companyFields[key].label,
	headers
});

const count = (key: keyof typeof companyFields, ...headers: string[]): Column =>
	numberColumn(named(key, ...headers));

/** A commune's centre is not written: it comes back with the commune, and a file would pass it off as exact. */
const coordinate = (key: 'longitude' | 'latitude', ...headers: string[]): Column => ({
	...count(key, ...headers),
	write: (record: never) => {
		const place = record as Record<string, number | null> & { precision: string | null };
		return place.precision === 'commune' ? '' : writeDecimal(place[key] ?? null);
	}
});

const sizeWords = {
	micro: ['tpe', 'micro entreprise', 'artisan', 'moins de 10', '0 a 9', '1 a 9'],
	small: ['pme', 'petite entreprise', '10 a 49', '50 a 249', 'moyenne entreprise'],
	mid: ['eti', '250 a 4999'],
	large: ['ge', 'grand groupe', 'groupe', '5000 et plus']
};
const sizes = choiceColumn(named('size', 'taille', 'categorie'), companySizes, sizeWords);

/** « 12 salariés » → PME. */
function sizeOfHeadcount(text: string): string | null {
	const count = Number(/\d[\d\s]*/.exec(text)?.[0].replace(/\s/g, '') ?? Number.NaN);
	if (Number.isNaN(count)) return null;
	return count < 10 ? 'micro' : count < 250 ? 'small' : count < 5000 ? 'mid' : 'large';
}

const headcount: Column = {
	key: 'headcount',
	label: 'Effectif',
	field: 'size',
	headers: ['effectif', 'effectifs', 'nombre de salaries', 'nb salaries', 'salaries', 'tranche effectif'],
	fill(typed, text) {
		const size = sizeOfHeadcount(text);
		if (!size) return `${quoted(text)} n’est pas un effectif.`;
		typed.size ||= size;
	}
};

/** The sector may come from a NAF code when nothing else says it; it stays to be judged. */
const naf: Column = {
	...textColumn(named('naf', 'naf', 'ape', 'code ape', 'code naf ape', 'naf ape', 'activite principale')),
	looks: (text) => /^\d{2}\.?\d{2}[A-Z]$/i.test(text.trim()),
	fill(typed, text) {
		// « 10.71C - Boulangerie »: the code alone is kept.
		const code = /^\s*(\d{2})[. ]?(\d{2})\s?([A-Z])\b/i.exec(text);
		typed.naf = code ? `${code[1]}.${code[2]}${code[3]!.toUpperCase()}` : text;
		typed.sector ||= nafOf(String(typed.naf))?.sector ?? '';
	}
};

const contactFirstName: Column = {
	key: 'contactFirstName',
	label: 'Prénom du contact',
	field: 'contactName',
	headers: ['prenom', 'prenom contact', 'contact prenom', 'prenom du referent', 'prenom du responsable'],
	fill: (typed, text) =>
		void (typed.contactName = [text, typed.contactName].filter(Boolean).join(' ').slice(0, 120))
};

/** Told by the address service, never by a file: recognised when it comes back, and left to the service. */
const ban: Column = {
	key: 'ban',
	label: 'Identifiant d’adresse (BAN)',
	field: 'address',
	headers: ['id ban', 'ban', 'identifiant ban', 'cle ban', 'cle interop'],
	fill: () => {},
	write: banOf
};

const slots: Column = {
	...textColumn(named('slots', 'creneaux', 'disponibilites', 'creneau', 'dates et horaires')),
	fill(typed, text) {
		const read = readSlots(text);
		if (read.unknown.length > 0)
			return `${quoted(read.unknown.join(' ; '))} ne se lit pas : écrivez par exemple ${quoted('08/06/2027 de 9h à 11h30')}.`;
		typed.slots = read.slots;
	},
	write: (record: never) => (record as { slots: Slot[] }).slots.map(writeSlot).join(' ; ')
};

// prettier-ignore
export const companyColumns: readonly Column[] = [
	textColumn(named('name', 'entreprise', 'raison sociale', 'societe', 'nom', 'denomination', 'denomination sociale', 'etablissement', 'nom etablissement', 'structure', 'nom de la structure', 'employeur', 'enseigne', 'nom commercial', 'nom entreprise', 'nom societe', 'entreprises', 'organisme')),
	textColumn(named('siret', 'n siret', 'no siret', 'numero siret', 'siret etablissement', 'numero de siret'), {
		looks: (text) => /^\d{13,14}$/.test(text.replace(/[\s.]/g, '')),
		mangled: mangledSiret
	}),
	choiceColumn(named('sector', 'secteur', 'secteur d activite', 'activite', 'domaine', 'domaine d activite', 'branche', 'filiere', 'secteur activite'), sectors, sectorWords),
	naf,
	textColumn(named('customSector')),
	sizes,
	headcount,
	choiceColumn(named('kind', 'type', 'type de structure', 'nature juridique'), companyKinds, {
		private: ['privee', 'prive', 'entreprise', 'sarl', 'sas', 'sa'],
		public: ['publique', 'public', 'collectivite', 'mairie', 'administration'],
		siae: ['insertion', 'ei', 'eti insertion', 'aci', 'ai'],
		ess: ['association', 'cooperative', 'scop', 'mutuelle', 'fondation']
	}),
	choiceColumn(named('state', 'etat', 'statut', 'avancement', 'suivi', 'reponse', 'etape', 'ou en est on'), companyStates, {
		identified: ['identifiee', 'a appeler', 'a relancer', 'a faire', 'prospect', 'cible'],
		approached: ['contacte', 'appelee', 'en attente', 'message laisse', 'mail envoye', 'sensibilisee'],
		reminded: ['relance', 'relancee deux fois', 'sans reponse'],
		interested: ['interesse', 'en reflexion', 'a confirmer', 'rdv pris', 'peut etre', 'engagee'],
		confirmed: ['confirme', 'oui', 'ok', 'accord', 'accepte', 'valide', 'validee', 'mobilisee'],
		reserve: ['reserve', 'reserviste', 'remplacante', 'liste d attente', 'en attente de place'],
		declined: ['decline', 'refus', 'refuse', 'non', 'pas interesse', 'pas interessee', 'annule', 'annulee']
	}),
	fullAddressColumn(true),
	textColumn(named('address', 'rue', 'adresse 1', 'adresse1', 'voie', 'adresse postale', 'adresse du site', 'n et rue', 'numero et voie')),
	postcodeColumn(),
	...cityColumns(),
	coordinate('longitude', 'lon', 'lng', 'long', 'xlongitude'),
	coordinate('latitude', 'lat', 'ylatitude'),
	count('entranceLongitude', 'longitude entree', 'lon entree'),
	count('entranceLatitude', 'latitude entree', 'lat entree'),
	choiceColumn(named('precision'), precisions),
	ban,
	textColumn(named('contactName', 'contact', 'interlocuteur', 'interlocutrice', 'nom', 'nom du contact', 'contact nom', 'nom contact', 'referent', 'responsable', 'nom du responsable', 'dirigeant', 'gerant', 'contact entreprise', 'personne contact', 'nom prenom', 'nom et prenom')),
	contactFirstName,
	textColumn(named('contactRole', 'fonction', 'fonction du contact', 'poste du contact', 'qualite')),
	phoneColumn(named('contactPhone', 'contact telephone', 'contact tel', 'tel contact', 'telephone contact')),
	emailColumn(named('contactEmail', 'contact mail', 'contact email', 'contact courriel', 'mail contact')),
	choiceColumn(named('contactMode', 'mode de contact', 'contact prefere', 'moyen de contact', 'comment joindre'), contactModes, {
		phone: ['telephone', 'tel', 'appel'],
		mail: ['courriel', 'mail', 'email'],
		'mail-only': ['mail seulement', 'courriel seulement', 'par mail seulement', 'uniquement par mail', 'mail uniquement', 'courriel uniquement'],
		visit: ['sur place', 'visite', 'en passant']
	}),
	textColumn({
		key: 'introducedBy',
		label: followUpFields.introducedBy.label,
		headers: ['connu par', 'connue grace a', 'connue via', 'apportee par', 'presentee par', 'recommandee par', 'origine', 'origine du contact', 'provenance', 'contact apporte par']
	}),
	textColumn(named('arrivalNote', 'acces', 'acces et stationnement', 'arrivee', 'arrivee sur place')),
	slots,
	count('visitMinutes', 'duree', 'duree visite', 'duree de la visite'),
	count('teamsAtOnce', 'equipes', 'nombre d equipes'),
	count('peopleAtOnce', 'capacite', 'nombre de personnes', 'places', 'nb personnes', 'jauge'),
	count('visitsMin'),
	count('visitsMax', 'nombre de visites', 'nb visites'),
	count('turnaroundMinutes'),
	yesNoColumn(named('requiresIdPaper', 'piece d identite', 'cni', 'piece identite')),
	count('minAge', 'age minimum', 'age mini', 'age min'),
	yesNoColumn(named('stepFree', 'plain pied', 'pmr', 'acces pmr', 'accessible pmr', 'accessibilite', 'accessible')),
	textColumn(named('safetyNote', 'epi', 'tenue', 'securite', 'consignes', 'consignes de securite')),
	yesNoColumn(named('hiring', 'recrute', 'recrutement', 'recrute t elle')),
	textColumn(named('tradesShown', 'metiers montres', 'metiers presentes', 'metiers a voir')),
	textColumn(named('romeCodes', 'rome', 'codes rome', 'code rome', 'metiers rome'), { write: (record) => (record as { romeCodes: string[] }).romeCodes.join(' ; ') }),
	textColumn(named('openingHours', 'horaires', 'heures d ouverture', 'ouverture', 'opening hours'), { looks: (text) => /^(Mo|Tu|We|Th|Fr|Sa|Su|24\/7)\b.*(\d\d:\d\d|24\/7)/.test(text) }),
	textColumn(named('acceslibre', 'fiche d accessibilite', 'acces libre', 'lien acceslibre'), { looks: (text) => /acceslibre\.beta\.gouv\.fr/.test(text) }),
	textColumn(named('welcomeName', 'personne qui accueille', 'accueil', 'accueillant')),
	textColumn(named('welcomePhone', 'telephone le jour', 'telephone accueil')),
	textColumn(named('parkingNote', 'parking', 'stationnement', 'ou se garer')),
	choicesColumn(named('wear', 'equipements', 'epi demandes'), safetyWear),
	choicesColumn(named('wearLent', 'epi pretes', 'prete sur place'), safetyWear),
	choicesColumn(named('unsuited', 'deconseille', 'restrictions'), unsuitedFor),
	count('namesDaysAhead', 'noms a l avance', 'delai pour les noms'),
	choiceColumn(named('photos', 'photos autorisees'), photoRules, { yes: ['oui'], ask: ['a demander', 'sur demande'], no: ['non'] }),
	textColumn(named('hiringNote', 'postes', 'offres', 'metiers', 'postes a pourvoir', 'besoins en recrutement', 'besoins'))
];

/** What a form of a company holds before anybody types, as text. */
export const blankCompany = () => ({
	kind: 'private',
	state: 'identified',
	teamsAtOnce: '1',
	peopleAtOnce: '8',
	visitsMin: '1',
	visitsMax: '6',
	turnaroundMinutes: '0'
});
