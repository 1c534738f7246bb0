import type { AgeBand, Diploma, Gender, Need, Status } from '$lib/domain/participant';
import type { Sector } from '$lib/domain/sector';

type Person = [
	firstName: string,
	lastName: string,
	gender: Gender,
	age: AgeBand,
	commune: string,
	postcode: string,
	diploma: Diploma,
	statuses: Status[],
	formerSector: Sector,
	prescriber: string
];

/** INVENTED people: 24 of both genders and all ages, as prescribers of a territory would send them. */
// prettier-ignore
const people: Person[] = [
	['Amina', 'Belkacem', 'woman', '35-44', 'Aubenas', '07200', 'cap', ['job-seeker', 'long-term'], 'cleaning', 'France Travail'],
	['Bastien', 'Coste', 'man', '18-25', 'Vals-les-Bains', '07600', 'none', ['youth'], 'retail', 'Mission locale'],
	['Carole', 'Dupuy', 'woman', '45-54', 'Aubenas', '07200', 'bac', ['job-seeker', 'retraining'], 'business-services', 'France Travail'],
	['Djibril', 'Sow', 'man', '26-34', 'Labégude', '07200', 'cap', ['siae'], 'construction', 'Verts Chantiers'],
	['Élise', 'Fabre', 'woman', '26-34', 'Saint-Privat', '07200', 'bac2', ['retraining'], 'hospitality', 'MIFE'],
	['Fabrice', 'Gleizal', 'man', '55-plus', 'Aubenas', '07200', 'cap', ['job-seeker', 'long-term', 'disabled'], 'industry', 'Cap emploi'],
	['Ghislaine', 'Hugon', 'woman', '55-plus', 'Ucel', '07200', 'none', ['job-seeker', 'long-term', 'rsa'], 'food-industry', 'Département'],
	['Hugo', 'Issartel', 'man', '18-25', 'Lavilledieu', '07170', 'bac', ['youth'], 'transport', 'Mission locale'],
	['Inès', 'Jouve', 'woman', '18-25', 'Aubenas', '07200', 'cap', ['youth', 'qpv'], 'retail', 'Mission locale'],
	['Joël', 'Klein', 'man', '45-54', 'Villeneuve-de-Berg', '07170', 'cap', ['job-seeker', 'rsa'], 'automotive', 'Département'],
	['Khadija', 'Lahlou', 'woman', '35-44', 'Aubenas', '07200', 'none', ['job-seeker', 'refugee'], 'cleaning', 'France Travail'],
	['Laurent', 'Moulin', 'man', '35-44', 'Largentière', '07110', 'bac2', ['retraining'], 'digital', 'MIFE'],
	['Martine', 'Noël', 'woman', '55-plus', 'Vals-les-Bains', '07600', 'cap', ['job-seeker', 'long-term'], 'health', 'France Travail'],
	['Nicolas', 'Ozil', 'man', '26-34', 'Saint-Étienne-de-Fontbellon', '07200', 'bac', ['job-seeker'], 'hospitality', 'France Travail'],
	['Oriane', 'Perrier', 'woman', '26-34', 'Vogüé', '07200', 'bac3', ['retraining'], 'culture', 'MIFE'],
	['Pascal', 'Quinet', 'man', '45-54', 'Aubenas', '07200', 'none', ['siae', 'rsa-before-siae'], 'agriculture', 'Recyclerie de la Ligne'],
	['Rachida', 'Rami', 'woman', '45-54', 'Labégude', '07200', 'cap', ['job-seeker', 'rsa', 'qpv'], 'health', 'Département'],
	['Samuel', 'Soboul', 'man', '35-44', 'Joyeuse', '07260', 'cap', ['job-seeker', 'plie'], 'construction', 'PLIE'],
	['Tatiana', 'Urbain', 'woman', '26-34', 'Aubenas', '07200', 'bac', ['job-seeker'], 'retail', 'France Travail'],
	['Ugo', 'Valette', 'man', '18-25', 'Saint-Sernin', '07200', 'none', ['youth'], 'food-industry', 'Mission locale'],
	['Véronique', 'Wagner', 'woman', '55-plus', 'Aubenas', '07200', 'bac', ['job-seeker', 'long-term', 'disabled'], 'business-services', 'Cap emploi'],
	['William', 'Yacoub', 'man', '35-44', 'Lachapelle-sous-Aubenas', '07200', 'cap', ['siae'], 'transport', 'Verts Chantiers'],
	['Yasmine', 'Zaoui', 'woman', '18-25', 'Aubenas', '07200', 'cap', ['youth'], 'hospitality', 'Mission locale'],
	['Zoé', 'Astier', 'woman', '35-44', 'Chassiers', '07110', 'bac2', ['job-seeker', 'retraining'], 'public', 'MIFE']
];

export const demoParticipants = people.map(
	(
		[firstName, lastName, gender, ageBand, commune, postcode, diploma, statuses, formerSector, prescriber],
		i
	) => ({
		firstName,
		lastName,
		chosenName: firstName === 'Tatiana' ? 'Tania' : '',
		state: 'confirmed' as const,
		gender,
		ageBand,
		commune,
		postcode,
		diploma,
		statuses,
		formerSector,
		prescriber,
		phone: `06 00 00 01 ${String(i).padStart(2, '0')}`,
		// One person in a wheelchair, one who does not climb steps: the planner must mind both.
		needs: (firstName === 'Véronique'
			? ['wheelchair', 'step-free']
			: firstName === 'Martine'
				? ['step-free']
				: []) as Need[],
		hasIdPaper: firstName !== 'Khadija',
		// Fetches children from school.
		backBy: firstName === 'Élise' ? 17 * 60 : null,
		...fileOf(i)
	})
);

/** Contacts and certificates as they come in: most are there, a few still have to be asked for. */
function fileOf(i: number) {
	const number = (group: string) => `06 00 00 ${group} ${String(i).padStart(2, '0')}`;
	return {
		emergencyName: i % 7 === 3 ? '' : 'Un proche (nom inventé)',
		emergencyPhone: i % 7 === 3 ? '' : number('03'),
		referentName: i % 3 === 0 ? 'Conseiller (nom inventé)' : '',
		referentPhone: i % 3 === 0 ? number('04') : '',
		liability: i % 8 === 5 ? null : i % 6 === 2 ? ('covered' as const) : ('provided' as const),
		liabilityUntil: i % 6 === 2 || i % 8 === 5 ? null : '2099-12-31',
		diet: i === 10 ? 'Sans porc' : i === 22 ? 'Végétarien' : '',
		language: i === 10 ? 'Parle peu français, comprend l’arabe' : '',
		accessNote: i === 20 ? 'Fauteuil pliant, entre seule dans une voiture basse' : ''
	};
}

/** People who wait, hesitate or gave up: INVENTED as the others. */
// prettier-ignore
export const demoOthers = [
	{ firstName: 'Adama', lastName: 'Bert', state: 'waiting', gender: 'man', ageBand: '35-44', commune: 'Ucel', postcode: '07200', statuses: ['job-seeker', 'rsa'], prescriber: 'Département', phone: '06 00 00 05 01' },
	{ firstName: 'Brigitte', lastName: 'Chareyron', state: 'waiting', gender: 'woman', ageBand: '45-54', commune: 'Mercuer', postcode: '07200', statuses: ['job-seeker'], prescriber: 'France Travail', phone: '', email: 'brigitte@exemple.fr' },
	{ firstName: 'Célestin', lastName: 'Darbon', state: 'waiting', gender: 'man', ageBand: '18-25', commune: 'Aubenas', postcode: '07200', statuses: ['youth'], prescriber: 'Mission locale', phone: '' },
	{ firstName: 'Dounia', lastName: 'Essid', state: 'candidate', gender: 'woman', ageBand: '26-34', commune: 'Vals-les-Bains', postcode: '07600', statuses: ['retraining'], prescriber: 'MIFE', phone: '06 00 00 05 04' },
	{ firstName: 'Émile', lastName: 'Ferrand', state: 'withdrawn', gender: 'man', ageBand: '55-plus', commune: 'Prades', postcode: '07380', statuses: ['long-term'], prescriber: 'France Travail', phone: '06 00 00 05 05' }
] as const;

// prettier-ignore
export const demoVehicles = [
	{ name: 'Minibus blanc', kind: 'minivan', seats: 9, wheelchairPlaces: 1, owner: 'organizer', plate: 'DE-001-MO' },
	{ name: 'Minibus du Gravier', kind: 'minivan', seats: 9, wheelchairPlaces: 0, owner: 'sponsorship', ownerName: 'Hôtel-restaurant du Gravier', plate: 'DE-002-MO' },
	{ name: 'Monospace gris', kind: 'car', seats: 7, wheelchairPlaces: 0, owner: 'organizer', plate: 'DE-003-MO' },
	{ name: 'Monospace loué', kind: 'car', seats: 7, wheelchairPlaces: 0, owner: 'rental', plate: 'DE-004-MO' },
	{ name: 'Break de Sandrine', kind: 'car', seats: 7, wheelchairPlaces: 0, owner: 'individual', plate: 'DE-005-MO' }
] as const;

// prettier-ignore
export const demoAccompanists = [
	{ firstName: 'Agnès', lastName: 'Breysse', phone: '06 00 00 02 01', drives: true, employer: 'MIFE' },
	{ firstName: 'Boris', lastName: 'Chazal', phone: '06 00 00 02 02', drives: true, employer: 'Mission locale' },
	{ firstName: 'Claudine', lastName: 'Dumas', phone: '06 00 00 02 03', drives: true, employer: 'Bénévole' },
	{ firstName: 'Denis', lastName: 'Escoffier', phone: '06 00 00 02 04', drives: true, employer: 'Charpentes Vivaraises' },
	{ firstName: 'Estelle', lastName: 'Froment', phone: '06 00 00 02 05', drives: true, employer: 'Cap emploi' },
	{ firstName: 'François', lastName: 'Gay', phone: '06 00 00 02 06', drives: true, employer: 'Bénévole' }
];

// prettier-ignore
export const demoPartners = [
	{ name: 'France Travail Aubenas', category: 'employment-service', roles: ['prescriber', 'partner'], invitedToClosing: true, carrierNetworks: ['france-travail'] },
	{ name: 'Mission locale', category: 'employment-service', roles: ['prescriber'], invitedToClosing: true, carrierNetworks: ['mission-locale'] },
	{ name: 'Département de l’Ardèche', category: 'institution', roles: ['funder', 'prescriber'], invitedToClosing: true, targetPublic: 'rsa', targetCount: 6, carrierNetworks: ['departements'] },
	{ name: 'Ville d’Aubenas', category: 'institution', roles: ['communication'], invitedToClosing: true, carrierNetworks: ['communes'] },
	{ name: 'Organisme de formation Les Cévenols', category: 'training', roles: ['partner'], invitedToClosing: true }
] as const;
