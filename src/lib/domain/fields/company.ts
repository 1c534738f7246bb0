import { addressKinds, type Located } from '../address';
import { companyKinds, companySizes, companyStates, type Company, type Slot } from '../company';
import { clock, dayAndMonth, number, plural } from '../french';
import { photoRules, safetyWear, unsuitedFor, type Hosting } from '../hosting';
import { contactModes } from '../mobilisation/contact';
import { precisions } from '../rally';
import type { Fields } from '../records';
import { sectors } from '../sector';
import { allLabelled, labelled } from './words';

export const slotInWords = ({ date, from, to }: Slot): string =>
	`${dayAndMonth(date)} de ${clock(from)} à ${clock(to)}`;

/** « 12 Rue des Forges 07200 Aubenas (numéro, score 0,97) » */
export const locatedInWords = ({ found, kind, score }: Located): string =>
	`${found} (${addressKinds[kind]}, score ${number(Math.round(score * 100) / 100)})`;

/** A company's fields as the form, the journal and the merge call them. */
export const companyFields = {
	name: { label: 'Nom de l’entreprise' },
	siret: { label: 'SIRET' },
	naf: { label: 'Code NAF' },
	sector: { label: 'Secteur du rallye', words: labelled(sectors) },
	customSector: { label: 'Secteur propre à ce rallye' },
	size: { label: 'Taille', words: labelled(companySizes) },
	kind: { label: 'Nature', words: labelled(companyKinds) },
	state: { label: 'Où en est-elle ?', words: labelled(companyStates) },
	address: { label: 'Adresse' },
	postcode: { label: 'Code postal' },
	commune: { label: 'Commune' },
	longitude: { label: 'Longitude' },
	latitude: { label: 'Latitude' },
	precision: { label: 'Précision de la position', words: labelled(precisions) },
	located: { label: 'Réponse du service d’adresses', words: locatedInWords },
	contactName: { label: 'Personne à contacter' },
	contactRole: { label: 'Sa fonction' },
	contactPhone: { label: 'Téléphone' },
	contactEmail: { label: 'Courriel' },
	contactMode: { label: 'Comment la joindre', words: labelled(contactModes) },
	arrivalNote: { label: 'Entrée et arrivée' },
	slots: { label: 'Créneaux offerts', words: (slots: Slot[]) => slots.map(slotInWords).join(' ; ') },
	visitMinutes: { label: 'Durée d’une visite' },
	teamsAtOnce: { label: 'Équipes en même temps' },
	peopleAtOnce: { label: 'Personnes en même temps' },
	visitsMin: { label: 'Visites au moins' },
	visitsMax: { label: 'Visites au plus' },
	turnaroundMinutes: { label: 'Repos entre deux visites' },
	requiresIdPaper: { label: 'Pièce d’identité demandée à l’entrée' },
	minAge: { label: 'Âge minimal' },
	stepFree: { label: 'Accès de plain-pied' },
	safetyNote: { label: 'Tenue et sécurité' },
	hiring: { label: 'L’entreprise recrute' },
	hiringNote: { label: 'Métiers recherchés' },
	welcomeName: { label: 'Qui accueille le jour même' },
	welcomePhone: { label: 'Son numéro le jour même' },
	entranceLongitude: { label: 'Longitude de l’entrée' },
	entranceLatitude: { label: 'Latitude de l’entrée' },
	parkingNote: { label: 'Stationnement' },
	wear: { label: 'À porter sur place', words: allLabelled(safetyWear) },
	wearLent: { label: 'Prêté par l’entreprise', words: allLabelled(safetyWear) },
	unsuited: { label: 'Visite déconseillée', words: allLabelled(unsuitedFor) },
	namesDaysAhead: {
		label: 'Noms demandés à l’avance',
		words: (days: number) => `${plural(days, 'jour')} avant`
	},
	photos: { label: 'Photos', words: labelled(photoRules) },
	tradesShown: { label: 'Métiers montrés' },
	romeCodes: { label: 'Codes ROME des métiers montrés', words: (codes: string[]) => codes.join(', ') },
	openingHours: { label: 'Horaires d’ouverture' },
	acceslibre: { label: 'Fiche Acceslibre' }
} as const satisfies Fields<
	Omit<Company, 'id' | 'position' | keyof Hosting> &
		Omit<Hosting, 'entrance'> & {
			longitude: number;
			latitude: number;
			located: Located;
			entranceLongitude: number;
			entranceLatitude: number;
		}
>;
