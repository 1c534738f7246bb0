import type { Accompanist } from '$lib/domain/accompanist';
import { halfDaysOf, type HalfDayKind, type ProgrammeDay } from '$lib/domain/calendar';
import { currentCharter } from '$lib/domain/charter/numbers';
import type { Company } from '$lib/domain/company';
import type { Dossier } from '$lib/domain/dossier';
import { unsaidHosting } from '$lib/domain/hosting';
import type { Participant } from '$lib/domain/participant';
import type { Partner } from '$lib/domain/partner';
import { MEETING, type Plan, type PlannedTeam, type PlanTravel } from '$lib/domain/plan';
import { defaultSettings, type Place, type Rally } from '$lib/domain/rally';
import { teamLetter } from '$lib/domain/team';
import type { Vehicle } from '$lib/domain/vehicle';

/*
 * A valid default of everything; a test names the difference. Ids count up, and nobody here exists.
 */

let next = 0;
const id = (kind: string): string => `${kind}-${++next}`;

export const at = (hours: number, minutes = 0): number => hours * 60 + minutes;

export const aDay = (difference: Partial<ProgrammeDay> = {}): ProgrammeDay => ({
	date: '2027-06-08',
	morning: 'visits',
	afternoon: 'visits',
	start: at(8, 30),
	end: at(17, 30),
	lunch: { from: at(11, 45), to: at(14), minutes: 60 },
	...difference
});

const letters: Record<string, HalfDayKind> = {
	A: 'welcome',
	V: 'visits',
	R: 'restitution',
	C: 'closing',
	L: 'free'
};

/** `aProgramme('2027-06-08', 'VV VR')`: days that follow, A accueil, V visites, R restitution, C clôture, L libre. */
export const aProgramme = (first: string, shape: string): ProgrammeDay[] =>
	shape.split(' ').map((half, i) => {
		const date = new Date(Date.parse(`${first}T00:00:00Z`) + i * 86_400_000).toISOString().slice(0, 10);
		return aDay({ date, morning: letters[half[0]!]!, afternoon: letters[half[1]!]! });
	});

export const aPlace = (difference: Partial<Place> = {}): Place => ({
	label: 'Maison des services',
	address: '1 place de la Mairie',
	postcode: '74300',
	commune: 'Thyez',
	position: { lon: 6.5367, lat: 46.0882 },
	precision: 'pin',
	...difference
});

export const aRally = (difference: Partial<Rally> = {}): Rally => ({
	id: id('rally'),
	organizationId: 'organization-1',
	title: 'Rallye pour l’emploi',
	edition: 1,
	territory: 'Arve Faucigny',
	department: '74',
	programme: aProgramme('2027-06-08', 'VV VR'),
	meetingPoint: aPlace(),
	closing: { date: '2027-06-09', start: at(16), place: aPlace() },
	contactName: 'Camille Durand',
	contactPhone: '06 00 00 00 00',
	settings: defaultSettings,
	charterVersion: currentCharter,
	...difference
});

export const aCompany = (difference: Partial<Company> = {}): Company => {
	const own = id('company');
	return {
		id: own,
		name: `Entreprise ${own}`,
		siret: null,
		naf: null,
		sector: 'industry',
		customSector: null,
		size: 'small',
		kind: 'private',
		state: 'confirmed',
		address: '2 rue des Ateliers',
		postcode: '74300',
		commune: 'Thyez',
		position: { lon: 6.54, lat: 46.08 },
		precision: 'address',
		contactName: 'Claude Petit',
		contactRole: '',
		contactPhone: '06 00 00 00 01',
		contactEmail: '',
		contactMode: null,
		arrivalNote: '',
		slots: [
			{ date: '2027-06-08', from: at(8, 30), to: at(17, 30) },
			{ date: '2027-06-09', from: at(8, 30), to: at(12, 30) }
		],
		visitMinutes: null,
		teamsAtOnce: 1,
		peopleAtOnce: 9,
		visitsMin: 1,
		visitsMax: 4,
		turnaroundMinutes: 15,
		requiresIdPaper: false,
		minAge: null,
		stepFree: true,
		safetyNote: '',
		hiring: false,
		hiringNote: '',
		...unsaidHosting,
		...difference
	};
};

export const aParticipant = (difference: Partial<Participant> = {}): Participant => {
	const own = id('participant');
	return {
		id: own,
		firstName: 'Ana',
		lastName: own,
		chosenName: '',
		state: 'confirmed',
		gender: 'woman',
		ageBand: '35-44',
		diploma: 'cap',
		statuses: ['job-seeker'],
		formerSector: 'retail',
		prescriber: 'Mission locale',
		commune: 'Cluses',
		postcode: '74300',
		phone: '',
		email: '',
		needs: [],
		hasIdPaper: true,
		absences: [],
		backBy: null,
		together: [],
		apart: [],
		...difference
	};
};

/** A group with its share of women and men, ages and former sectors. */
export const people = (count: number, difference: Partial<Participant> = {}): Participant[] =>
	Array.from({ length: count }, (_, i) =>
		aParticipant({
			gender: i % 2 === 0 ? 'woman' : 'man',
			ageBand: i % 3 === 0 ? '26-34' : '45-54',
			formerSector: i % 2 === 0 ? 'retail' : 'industry',
			...difference
		})
	);

export const aVehicle = (difference: Partial<Vehicle> = {}): Vehicle => {
	const own = id('vehicle');
	return {
		id: own,
		name: `Voiture ${own}`,
		kind: 'car',
		seats: 5,
		wheelchairPlaces: 0,
		owner: 'organizer',
		ownerName: '',
		plate: '',
		insurance: null,
		inspection: null,
		absences: [],
		...difference
	};
};

export const anAccompanist = (difference: Partial<Accompanist> = {}): Accompanist => {
	const own = id('accompanist');
	return {
		id: own,
		firstName: 'Sacha',
		lastName: own,
		phone: '06 00 00 00 02',
		email: '',
		drives: true,
		licence: null,
		employer: 'Structure organisatrice',
		employerCompanyId: null,
		absences: [],
		...difference
	};
};

export const aPartner = (difference: Partial<Partner> = {}): Partner => ({
	id: id('partner'),
	name: 'Ville de Thyez',
	category: 'institution',
	roles: ['partner'],
	contactName: '',
	phone: '',
	email: '',
	invitedToClosing: true,
	carrierNetworks: [],
	targetPublic: null,
	targetCount: null,
	countsSiae: false,
	...difference
});

export const aTeam = (difference: Partial<PlannedTeam> = {}): PlannedTeam => ({
	id: id('team'),
	letter: 'A',
	memberIds: [],
	vehicleId: null,
	accompanistId: null,
	driverId: null,
	visits: [],
	...difference
});

/** Roads between the meeting point and companies, `minutes` everywhere, or as a function of the two places. */
export function aTravel(
	companyIds: readonly string[],
	minutes: number | ((from: string, to: string) => number) = 15
): PlanTravel {
	const ids = [MEETING, ...companyIds];
	const road = (from: string, to: string) =>
		from === to ? 0 : typeof minutes === 'number' ? minutes : minutes(from, to);
	return {
		ids,
		minutes: ids.map((from) => ids.map((to) => road(from, to))),
		sources: ids.map(() => ids.map(() => 'estimated' as const))
	};
}

export const aPlan = (difference: Partial<Plan> = {}): Plan => ({
	id: id('plan'),
	rallyId: 'rally-1',
	number: 1,
	keeps: null,
	published: false,
	proof: 'feasible',
	levels: [],
	remarks: [],
	unplaced: [],
	violations: [],
	breaks: [],
	byHand: false,
	conflict: [],
	repairs: [],
	teams: [],
	travel: aTravel([]),
	bufferMinutes: defaultSettings.bufferMinutes,
	forming: null,
	createdAt: new Date('2027-05-01T08:00:00Z'),
	publishedAt: null,
	createdBy: 'Camille Durand',
	...difference
});

/** A rally ready to be planned, and compliant once it is: 16 people, 9 companies, 4 cars, 4 accompanists. */
export const aDossier = (difference: Partial<Dossier> = {}): Dossier => ({
	rally: aRally(),
	companies: Array.from({ length: 9 }, (_, i) =>
		aCompany({ sector: (['industry', 'retail', 'health'] as const)[i % 3]! })
	),
	participants: people(16),
	vehicles: Array.from({ length: 4 }, () => aVehicle()),
	accompanists: Array.from({ length: 4 }, () => anAccompanist()),
	partners: [
		aPartner(),
		aPartner({ name: 'France Travail', category: 'employment-service', roles: ['prescriber'] }),
		aPartner({ name: 'GRETA', category: 'training' })
	],
	plan: null,
	...difference
});

/** The starts a plan made by hand uses: two visits a half-day, time for the road and for lunch. */
const starts = { morning: [at(9), at(10, 45)], afternoon: [at(14), at(15, 45)] };

/**
 * A plan made by hand: people dealt in order into as many teams as there are vehicles, and teams that walk round
 * the list of companies two steps apart, so that they never meet when there are twice as many companies as teams.
 */
export function plannedByHand(dossier: Dossier, difference: Partial<Plan> = {}): Plan {
	const { rally, companies, participants, vehicles, accompanists } = dossier;
	const times = halfDaysOf(rally.programme)
		.filter(({ kind }) => kind === 'visits')
		.flatMap(({ date, part }) => starts[part].map((start) => ({ date, start, end: start + 60 })));
	const enrolled = participants.filter(({ state }) => state === 'confirmed');
	const open = companies.filter(({ state }) => state === 'confirmed');
	const teams = vehicles.map((vehicle, k) =>
		aTeam({
			letter: teamLetter(k),
			memberIds: enrolled.filter((_, i) => i % vehicles.length === k).map((person) => person.id),
			vehicleId: vehicle.id,
			accompanistId: accompanists[k]?.id ?? null,
			visits: times.map((time, t) => ({ companyId: open[(t + 2 * k) % open.length]!.id, ...time }))
		})
	);
	const travel = aTravel(open.map((company) => company.id));
	return aPlan({ rallyId: rally.id, teams, travel, ...difference });
}

export const withPlan = (dossier: Dossier, difference: Partial<Plan> = {}): Dossier => ({
	...dossier,
	plan: plannedByHand(dossier, difference)
});
