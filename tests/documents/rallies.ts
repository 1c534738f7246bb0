import type { Accompanist } from '../../src/lib/domain/accompanist';
import type { ProgrammeDay } from '../../src/lib/domain/calendar';
import type { Company } from '../../src/lib/domain/company';
import { unsaidHosting } from '../../src/lib/domain/hosting';
import type { Participant } from '../../src/lib/domain/participant';
import { MEETING, type Plan, type PlannedTeam, type PlannedVisit } from '../../src/lib/domain/plan';
import { defaultSettings, type Rally } from '../../src/lib/domain/rally';
import { teamLetter } from '../../src/lib/domain/team';
import type { Vehicle } from '../../src/lib/domain/vehicle';

/** A rally small enough to read, with everything a document may have to say. All names are invented. */
export interface PrintedRally {
	rally: Rally;
	plan: Plan;
	companies: Company[];
	participants: Participant[];
	vehicles: Vehicle[];
	accompanists: Accompanist[];
}

const lunch = { from: 12 * 60, to: 14 * 60, minutes: 60 };
export const programmeDay = (date: string, over: Partial<ProgrammeDay> = {}): ProgrammeDay => ({
	date,
	morning: 'visits',
	afternoon: 'visits',
	start: 8 * 60,
	end: 18 * 60,
	lunch,
	...over
});

export const company = (over: Partial<Company> & Pick<Company, 'id' | 'name'>): Company => ({
	siret: null,
	naf: null,
	sector: 'industry' as Company['sector'],
	customSector: null,
	size: 'small',
	kind: 'private',
	state: 'confirmed',
	address: '12 rue des Forges',
	postcode: '07200',
	commune: 'Aubenas',
	position: { lon: 4.39, lat: 44.62 },
	precision: 'address',
	contactName: 'Mireille Vernet',
	contactRole: '',
	contactPhone: '04 75 00 00 01',
	contactEmail: 'accueil@entreprise.example',
	contactMode: null,
	arrivalNote: '',
	slots: [],
	visitMinutes: null,
	teamsAtOnce: 1,
	peopleAtOnce: 8,
	visitsMin: 1,
	visitsMax: 3,
	turnaroundMinutes: 0,
	requiresIdPaper: false,
	minAge: null,
	stepFree: false,
	safetyNote: '',
	hiring: false,
	hiringNote: '',
	...unsaidHosting,
	...over
});

export const participant = (
	over: Partial<Participant> & Pick<Participant, 'id' | 'firstName'>
): Participant => ({
	lastName: 'Nomdefamille',
	chosenName: '',
	state: 'confirmed',
	gender: 'woman',
	ageBand: '55-plus',
	diploma: 'cap',
	statuses: ['rsa', 'disabled'],
	formerSector: null,
	prescriber: 'Mission locale des Trois Vallées',
	commune: 'Privas',
	postcode: '07000',
	phone: '06 99 88 77 66',
	email: 'personne@exemple.example',
	needs: ['wheelchair'],
	hasIdPaper: true,
	absences: [],
	backBy: null,
	together: [],
	apart: [],
	...over
});

export const accompanist = (over: Partial<Accompanist> & Pick<Accompanist, 'id'>): Accompanist => ({
	firstName: 'Solène',
	lastName: 'Marchetti',
	phone: '06 00 00 00 10',
	email: '',
	drives: true,
	licence: null,
	employer: '',
	employerCompanyId: null,
	absences: [],
	...over
});

const hour = (h: number, m = 0) => h * 60 + m;
const visit = (companyId: string, date: string, start: number, minutes = 60): PlannedVisit => ({
	companyId,
	date,
	start,
	end: start + minutes
});

const companies = (): Company[] => [
	company({
		id: 'c1',
		name: 'Menuiserie Roche',
		hiring: true,
		hiringNote: 'Deux menuisiers poseurs, débutants acceptés',
		arrivalNote: 'Se garer devant le hangar bleu, sonner au portail.',
		safetyNote: 'Chaussures fermées'
	}),
	company({
		id: 'c2',
		name: 'Tissages du Vivarais',
		commune: 'Vals-les-Bains',
		postcode: '07600',
		address: '3 quai de la Volane',
		position: { lon: 4.366, lat: 44.667 },
		requiresIdPaper: true,
		contactName: 'Pascal Oudin',
		contactPhone: '04 75 00 00 02'
	}),
	company({
		id: 'c3',
		name: 'EHPAD Les Tilleuls',
		commune: 'Lalevade-d’Ardèche',
		postcode: '07380',
		position: { lon: 4.322, lat: 44.648 },
		precision: 'commune',
		contactPhone: '',
		contactName: 'Inès Caradec',
		arrivalNote: 'Masque à l’entrée'
	}),
	company({
		id: 'c4',
		name: 'Primeurs Delorme',
		commune: 'Saint-Étienne-de-Fontbellon',
		position: { lon: 4.386, lat: 44.6 },
		hiring: true
	}),
	company({
		id: 'c5',
		name: 'Transports Cévenols',
		commune: 'Lavilledieu',
		postcode: '07170',
		position: { lon: 4.454, lat: 44.576 },
		safetyNote: 'Gilet fourni, pantalon long'
	}),
	company({
		id: 'c6',
		name: 'Imprimerie du Pont',
		commune: 'Villeneuve-de-Berg',
		postcode: '07170',
		position: { lon: 4.502, lat: 44.556 }
	})
];

const minutesBetween = (i: number, j: number) => (i === j ? 0 : 12 + ((i * 7 + j * 5) % 9));

export const travelOf = (ids: string[], source: 'estimated' | 'typed' = 'estimated'): Plan['travel'] => ({
	ids: [MEETING, ...ids],
	minutes: [MEETING, ...ids].map((_, i, all) => all.map((_, j) => minutesBetween(i, j))),
	sources: [MEETING, ...ids].map((_, i, all) => all.map(() => (i === 1 ? 'typed' : source)))
});

const first = '2027-06-08';
const second = '2027-06-09';

/** Two days, two teams, six hosts, in Ardèche. */
export function valleyRally(): PrintedRally {
	const hosts = companies();
	const people = ['Ana', 'Bilal', 'Chloé', 'Dimitri', 'Églantine', 'Farah', 'Gaël', 'Hélène'].map(
		(firstName, i) => participant({ id: `p${i}`, firstName, ...(i === 1 && { chosenName: 'Billy' }) })
	);
	const teams: PlannedTeam[] = [
		{
			id: 't2',
			letter: 'B',
			memberIds: ['p4', 'p5', 'p6', 'p7'],
			vehicleId: 'v2',
			accompanistId: 'a2',
			driverId: 'a3',
			visits: [
				visit('c4', first, hour(9)),
				visit('c5', first, hour(10, 45)),
				visit('c6', first, hour(14)),
				visit('c2', second, hour(9, 30)),
				visit('c1', second, hour(11))
			]
		},
		{
			id: 't1',
			letter: 'A',
			memberIds: ['p0', 'p1', 'p2', 'p3'],
			vehicleId: 'v1',
			accompanistId: 'a1',
			driverId: null,
			visits: [
				visit('c1', first, hour(9, 5)),
				visit('c2', first, hour(10, 45)),
				visit('c3', first, hour(14)),
				visit('c4', first, hour(15, 45)),
				visit('c5', second, hour(9)),
				visit('c6', second, hour(10, 30))
			]
		}
	];
	return {
		rally: {
			id: 'r1',
			organizationId: 'o1',
			title: 'Rallye pour l’emploi d’Aubenas',
			edition: 2,
			territory: 'Bassin d’Aubenas',
			department: '07',
			programme: [programmeDay(first), programmeDay(second, { afternoon: 'restitution' })],
			meetingPoint: {
				label: 'MIFE, salle Ouvèze',
				address: '30 avenue de Zelzate',
				postcode: '07200',
				commune: 'Aubenas',
				position: { lon: 4.405, lat: 44.615 },
				precision: 'address'
			},
			closing: {
				date: '2027-06-11',
				start: hour(17, 30),
				place: {
					label: 'Centre Le Bournot',
					address: '4 boulevard Gambetta',
					postcode: '07200',
					commune: 'Aubenas',
					position: null,
					precision: null
				}
			},
			contactName: 'Nadia Ferrand',
			contactPhone: '06 00 00 00 01',
			settings: defaultSettings,
			charterVersion: '2019'
		},
		plan: {
			id: 'plan1',
			rallyId: 'r1',
			keeps: null,
			number: 3,
			published: true,
			proof: 'feasible',
			levels: [],
			remarks: [],
			unplaced: [],
			violations: [],
			breaks: [],
			byHand: false,
			conflict: [],
			repairs: [],
			teams,
			travel: travelOf(hosts.map(({ id }) => id)),
			bufferMinutes: 5,
			forming: null,
			createdAt: new Date('2027-06-01T15:30:00Z'),
			publishedAt: new Date('2027-06-02T08:00:00Z'),
			createdBy: 'u1'
		},
		companies: hosts,
		participants: people,
		vehicles: [
			{
				id: 'v1',
				name: 'Kangoo blanc',
				kind: 'car',
				seats: 5,
				wheelchairPlaces: 0,
				owner: 'organizer',
				ownerName: '',
				plate: 'AB-123-CD',
				insurance: null,
				inspection: null,
				absences: []
			},
			{
				id: 'v2',
				name: 'Trafic gris',
				kind: 'minivan',
				seats: 9,
				wheelchairPlaces: 1,
				owner: 'rental',
				ownerName: '',
				plate: '',
				insurance: null,
				inspection: null,
				absences: []
			}
		],
		accompanists: [
			accompanist({ id: 'a1' }),
			accompanist({
				id: 'a2',
				firstName: 'Théo',
				lastName: 'Brunel',
				drives: false,
				phone: '06 00 00 00 11'
			}),
			accompanist({ id: 'a3', firstName: 'Lucie', lastName: 'Astier', phone: '06 00 00 00 12' })
		]
	};
}

/** The same rally at its worst: long names, eight members, eight visits, nothing known of some hosts. */
export function crowdedRally(): PrintedRally {
	const base = valleyRally();
	const long = 'Société coopérative d’intérêt collectif des Ateliers de la Haute Vallée de l’Ardèche';
	const bare = {
		address: '',
		postcode: '',
		commune: '',
		contactName: '',
		contactPhone: '',
		position: null,
		precision: null
	};
	const hosts = [
		...base.companies,
		company({
			id: 'c7',
			name: long,
			commune: 'Saint-Étienne-de-Fontbellon',
			position: { lon: 4.39, lat: 44.62 },
			arrivalNote:
				'Entrée par la cour, deuxième portail après la station ; demander Madame Vernet à l’accueil et signer le registre.',
			safetyNote: 'Chaussures de sécurité prêtées, cheveux attachés, pas de bijoux',
			requiresIdPaper: true,
			hiring: true,
			hiringNote: 'Opératrices et opérateurs, formation interne de six semaines'
		}),
		company({ id: 'c8', name: 'Atelier sans adresse', ...bare })
	];
	const visits = hosts.map(({ id }, i) =>
		visit(id, first, [8.5, 9.5, 10.5, 11.5, 14, 15, 16, 17][i]! * 60, 40)
	);
	return {
		...base,
		companies: hosts,
		participants: [
			participant({ id: 'p0', firstName: 'Maximilienne-Alexandrine Rakotomalala-Ratsimba' }),
			...base.participants.slice(1)
		],
		plan: {
			...base.plan,
			published: false,
			travel: travelOf(hosts.map(({ id }) => id)),
			teams: [
				{
					id: 't1',
					letter: 'A',
					memberIds: base.participants.map(({ id }) => id),
					vehicleId: null,
					accompanistId: null,
					driverId: null,
					visits
				}
			]
		}
	};
}

/** `count` teams that live the days of the valley's first team. */
export function manyTeams(count: number): PrintedRally {
	const base = valleyRally();
	const model = base.plan.teams.find(({ letter }) => letter === 'A')!;
	const teams = Array.from({ length: count }, (_, i) => ({ ...model, id: `t${i}`, letter: teamLetter(i) }));
	return { ...base, plan: { ...base.plan, teams } };
}

/** Three square communes around Aubenas. */
export const background = {
	outlines: [4.3, 4.4, 4.5].map((lon) => ({
		kind: 'commune' as const,
		points: [
			{ lon, lat: 44.55 },
			{ lon: lon + 0.1, lat: 44.55 },
			{ lon: lon + 0.1, lat: 44.65 },
			{ lon, lat: 44.65 },
			{ lon, lat: 44.55 }
		]
	})),
	labels: [{ name: 'Aubenas', position: { lon: 4.39, lat: 44.62 } }]
};

export const links = new Map([['t1', 'https://equipage.example/itineraire/3fK9xQ2v']]);

/** A PNG of 8 × 3 pixels with an alpha channel, as a logo often is. */
export const logo = (): Uint8Array =>
	Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAgAAAADCAYAAACuyE5IAAAAIklEQVR4nGPgjln7H4hfA/F1ID4MxOuBeDYQtwNxMQPFCgBnSys5/kKcNwAAAABJRU5ErkJggg==',
		'base64'
	);
