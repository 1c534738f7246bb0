import { readHalfDay } from '../calendar';
import { participantFields } from '../fields/participant';
import { clockInput, quoted } from '../french';
import {
	ageBands,
	diplomas,
	genders,
	liabilities,
	needs,
	participantStates,
	statuses,
	youngestOf,
	type AgeBand,
	type Status
} from '../participant';
import { sectors } from '../sector';
import { readClockText } from './clock';
import { choiceColumn, choicesColumn, itemColumn, textColumn, yesNoColumn, type Column } from './column';
import { mangledEmail, mangledPhone } from './mangled';
import { cityColumns, fullAddressColumn, postcodeColumn } from './place-columns';
import { sectorWords } from './sector-words';
import { readDay, readHalfDays, writeHalfDay, choiceReader } from './values';

const named = (key: keyof typeof participantFields, ...headers: string[]) => ({
	key,
	label: participantFields[key].label,
	headers
});

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

const fullName: Column = {
	key: 'fullName',
	label: 'Nom et prénom ensemble',
	field: 'lastName',
	headers: ['nom et prenom', 'nom prenom', 'prenom nom', 'prenom et nom', 'nom complet', 'participant', 'participante', 'participants', 'beneficiaire', 'candidat', 'identite', 'personne', 'stagiaire', 'nom prenoms'], // prettier-ignore
	fill(typed, text) {
		const name = splitName(text);
		if (!name) return `Le prénom manque : ${quoted(text)}.`;
		typed.firstName ||= name.firstName;
		typed.lastName ||= name.lastName;
	}
};

const bandOfAge = (age: number): AgeBand =>
	(Object.keys(youngestOf) as AgeBand[]).findLast((band) => youngestOf[band] <= age) ?? 'under-18';

const readBand = choiceReader(ageBands, {
	'under-18': ['18', 'mineur', '18 ans', '16 17 ans'],
	'18-25': ['18 25 ans', '18 25', '25 ans', '18 24 ans'],
	'26-34': ['26 34 ans', '26 34', '25 34 ans'],
	'35-44': ['35 44 ans', '35 44'],
	'45-54': ['45 54 ans', '45 54', '45 50 ans'],
	'55-plus': ['55 ans et plus', '55 et plus', '55', 'plus de 55 ans', 'senior']
});

const ageBand: Column = {
	...choiceColumn(named('ageBand', 'age', 'tranche age', 'ages'), ageBands),
	fill(typed, text) {
		const years = /^(\d{1,2})\s*(ans)?$/i.exec(text.trim());
		const band = years && Number(years[1]) > 13 ? bandOfAge(Number(years[1])) : readBand(text);
		if (!band) return `${quoted(text)} n’est ni un âge ni une tranche d’âge.`;
		typed.ageBand = band;
	}
};

/** Only the band is kept: the charter asks no more. */
const birthDate: Column = {
	key: 'birthDate',
	label: 'Date de naissance (seule la tranche d’âge est gardée)',
	field: 'ageBand',
	headers: ['date de naissance', 'ne e le', 'ne le', 'nee le', 'naissance', 'date naissance', 'ddn', 'annee de naissance'], // prettier-ignore
	fill(typed, text, { date }) {
		const born = readDay(text) ?? (/^(19|20)\d{2}$/.test(text.trim()) ? `${text.trim()}-07-01` : null);
		if (!born) return `${quoted(text)} n’est pas une date, par exemple 23/04/1984.`;
		const years =
			Number(date.slice(0, 4)) - Number(born.slice(0, 4)) - (date.slice(5) < born.slice(5) ? 1 : 0);
		if (years < 10 || years > 99) return `Cette date de naissance donne un âge de ${years} ans.`;
		typed.ageBand = bandOfAge(years);
	}
};

const statusWords: Partial<Record<Status, string[]>> = {
	'job-seeker': ['de', 'demandeur d emploi', 'demandeuse d emploi', 'demandeur emploi', 'inscrit france travail', 'pole emploi', 'france travail'], // prettier-ignore
	'long-term': ['deld', 'de ld', 'plus d un an', 'longue duree', 'chomeur de longue duree', 'demandeur d emploi de longue duree', 'cld'], // prettier-ignore
	retraining: ['reconversion', 'en reconversion'],
	siae: [
		'siae',
		'iae',
		'salarie en insertion',
		'salariee en insertion',
		'aci',
		'cddi',
		'chantier d insertion'
	],
	rsa: ['rsa', 'brsa', 'beneficiaire du rsa', 'allocataire rsa', 'beneficiaire rsa'],
	'rsa-before-siae': ['rsa avant siae'],
	disabled: ['rqth', 'th', 'travailleur handicape', 'travailleuse handicapee', 'boeth', 'handicap'],
	qpv: ['quartier prioritaire', 'quartier', 'zus'],
	youth: ['mission locale', 'jeune', 'cej', 'ml', 'pacea'],
	plie: ['plie', 'suivi plie'],
	refugee: ['refugie', 'refugiee', 'bpi', 'protection internationale', 'statut de refugie']
};
const statusColumns = (Object.keys(statuses) as Status[]).map((status) =>
	itemColumn('statuses', status, `Situation : ${statuses[status]}`, statusWords[status] ?? [])
);

const absences: Column = {
	key: 'absences',
	label: 'Demi-journées d’absence',
	field: 'absences',
	headers: ['absences', 'absence', 'indisponibilites'],
	fill(typed, text) {
		const { keys, unknown } = readHalfDays(text);
		if (unknown.length > 0)
			return `${quoted(unknown.join(' ; '))} ne se lit pas : écrivez par exemple ${quoted('08/06/2027 matin')}.`;
		typed.absences = keys;
	},
	write: (record: never) =>
		(record as { absences: string[] }).absences
			.filter((key) => readHalfDay(key))
			.map(writeHalfDay)
			.join(' ; ')
};

const backBy: Column = {
	...textColumn(named('backBy', 'retour avant', 'doit rentrer avant')),
	fill(typed, text) {
		const time = readClockText(text);
		if (!time) return `${quoted(text)} n’est pas une heure, par exemple 16h30.`;
		typed.backBy = time;
	},
	write: (record: never) => {
		const { backBy: minutes } = record as { backBy: number | null };
		return minutes === null ? '' : clockInput(minutes);
	}
};

const genderWords = { woman: ['f', 'mme', 'madame', 'feminin', 'mlle'], man: ['h', 'm', 'mr', 'monsieur', 'masculin'], other: ['x', 'non binaire'] }; // prettier-ignore

// prettier-ignore
export const participantColumns: readonly Column[] = [
	textColumn(named('firstName', 'prenoms', 'prenom du participant')),
	textColumn(named('lastName', 'nom de famille', 'nom usuel', 'nom d usage', 'nom du participant', 'nom de naissance')),
	fullName,
	textColumn(named('chosenName', 'prenom choisi', 'surnom')),
	choiceColumn(named('state', 'inscription', 'etat', 'etat de l inscription', 'inscrit', 'statut inscription'), participantStates, {
		candidate: ['candidat', 'candidate', 'a confirmer', 'en attente de reponse', 'propose'],
		confirmed: ['inscrit', 'inscrite', 'oui', 'confirme', 'confirmee', 'ok', 'retenu', 'retenue', 'valide'],
		waiting: ['liste d attente', 'attente', 'en attente', 'reserve'],
		withdrawn: ['desiste', 'desistee', 'desistement', 'abandon', 'annule', 'non', 'absent']
	}),
	choiceColumn(named('gender', 'sexe', 'civilite', 'titre', 'h f', 'f h', 'm mme'), genders, genderWords),
	ageBand,
	birthDate,
	choiceColumn(named('diploma', 'diplome', 'niveau d etudes', 'niveau', 'niveau de formation', 'formation', 'niveau etudes', 'niveau de diplome'), diplomas, {
		none: ['aucun', 'sans', 'brevet', 'infra 3', 'niveau vi', 'niveau 2', 'niveau 1', 'dnb', 'cfg'],
		cap: ['bep', 'cap', 'bep cap', 'cap bep', 'niveau v', 'niveau 3'],
		bac: ['niveau iv', 'niveau 4', 'bac pro', 'bac general'],
		bac2: ['bac 2', 'bts', 'dut', 'deug', 'niveau iii', 'niveau 5'],
		bac3: ['bac 3', 'bac 4', 'bac 5', 'licence', 'master', 'niveau ii', 'niveau i', 'niveau 6', 'niveau 7', 'bac 3 et plus', 'ingenieur', 'doctorat']
	}),
	choicesColumn(named('statuses', 'situation', 'statut', 'statuts', 'public', 'publics', 'typologie', 'situations'), statuses, statusWords),
	...statusColumns,
	choiceColumn(named('formerSector', 'secteur', 'ancien secteur', 'dernier secteur', 'secteur d activite', 'domaine', 'dernier emploi', 'metier'), sectors, sectorWords),
	textColumn(named('prescriber', 'structure', 'organisme', 'referent', 'conseiller', 'conseillere', 'oriente par', 'structure d accompagnement', 'prescripteurs', 'referent social', 'organisme prescripteur')),
	fullAddressColumn(false),
	...cityColumns(),
	postcodeColumn(),
	textColumn(named('phone', 'tel', 'telephone', 'portable', 'mobile', 'fixe', 'tel portable', 'tel fixe', 'telephone portable', 'n tel', 'n de telephone', 'numero de telephone', 'telephone 1', 'telephone 2', 'numero', 'gsm'), {
		looks: (text) => /^(\+33|0033|0)?[1-9]([\s.–-]?\d{2}){4}$/.test(text.trim()),
		mangled: mangledPhone,
		several: true
	}),
	textColumn(named('email', 'e mail', 'mail', 'mel', 'adresse mail', 'adresse email', 'adresse e mail', 'adresse electronique', 'courrier electronique'), {
		looks: (text) => /^\S+@\S+\.\S+$/.test(text.trim()),
		mangled: mangledEmail
	}),
	choicesColumn(named('needs', 'besoin', 'besoins specifiques', 'amenagements'), needs, {
		wheelchair: ['fauteuil', 'fauteuil roulant', 'ufr'],
		'step-free': ['plain pied', 'mobilite reduite', 'pmr']
	}),
	itemColumn('needs', 'wheelchair', 'Besoin : place pour un fauteuil roulant', ['fauteuil', 'fauteuil roulant']),
	itemColumn('needs', 'step-free', 'Besoin : accès de plain-pied', ['plain pied', 'acces plain pied', 'mobilite reduite', 'pmr']),
	yesNoColumn(named('hasIdPaper', 'piece d identite', 'cni', 'piece identite', 'papiers')),
	absences,
	backBy,
	textColumn(named('referentName', 'nom du referent social')),
	textColumn(named('referentPhone', 'telephone du referent', 'tel referent')),
	textColumn(named('referentEmail', 'mail du referent', 'mail referent')),
	textColumn(named('emergencyName', 'contact d urgence', 'personne a prevenir en cas d urgence')),
	textColumn(named('emergencyPhone', 'telephone d urgence', 'tel urgence')),
	choiceColumn(named('liability', 'rc', 'attestation rc', 'responsabilite civile'), liabilities, {
		provided: ['oui', 'fournie', 'ok'],
		covered: ['couverte', 'couvert'],
		missing: ['non', 'manquante', 'absente']
	}),
	{
		...textColumn(named('liabilityUntil', 'rc jusqu au')),
		fill(typed, text) {
			const day = readDay(text);
			if (!day) return `${quoted(text)} n’est pas une date, par exemple 31/12/2027.`;
			typed.liabilityUntil = day;
		}
	},
	textColumn(named('accessNote', 'accessibilite', 'amenagement')),
	textColumn(named('diet', 'regime', 'regime alimentaire', 'repas')),
	textColumn(named('language', 'langue', 'langues', 'langue parlee'))
];

/** What a form of a participant holds before anybody types, as text. */
export const blankParticipant = () => ({ state: 'confirmed', hasIdPaper: true });
