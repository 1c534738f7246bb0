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
import { absencesColumn, dayColumn } from './day-columns';
import { emailColumn, fullNameColumn, phoneColumn } from './person-columns';
import { cityColumns, fullAddressColumn, postcodeColumn } from './place-columns';
import { sectorWords } from './sector-words';
import { choiceReader, readDay } from './values';

const named = (key: keyof typeof participantFields, ...headers: string[]) => ({
	key,
	label: participantFields[key].label,
	headers
});

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
	fullNameColumn('participant', 'participante', 'participants', 'beneficiaire', 'candidat', 'stagiaire'),
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
	phoneColumn(named('phone', 'numero')),
	emailColumn(named('email')),
	choicesColumn(named('needs', 'besoin', 'besoins specifiques', 'amenagements'), needs, {
		wheelchair: ['fauteuil', 'fauteuil roulant', 'ufr'],
		'step-free': ['plain pied', 'mobilite reduite', 'pmr']
	}),
	itemColumn('needs', 'wheelchair', 'Besoin : place pour un fauteuil roulant', ['fauteuil', 'fauteuil roulant']),
	itemColumn('needs', 'step-free', 'Besoin : accès de plain-pied', ['plain pied', 'acces plain pied', 'mobilite reduite', 'pmr']),
	yesNoColumn(named('hasIdPaper', 'piece d identite', 'cni', 'piece identite', 'papiers')),
	absencesColumn('Demi-journées d’absence'),
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
	dayColumn(named('liabilityUntil', 'rc jusqu au')),
	textColumn(named('accessNote', 'accessibilite', 'amenagement')),
	textColumn(named('diet', 'regime', 'regime alimentaire', 'repas')),
	textColumn(named('language', 'langue', 'langues', 'langue parlee'))
];

/** What a form of a participant holds before anybody types, as text. */
export const blankParticipant = () => ({ state: 'confirmed', hasIdPaper: true });
