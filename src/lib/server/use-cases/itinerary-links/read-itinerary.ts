import { tradesSeen } from '$lib/domain/rome/rome';
import { toConfirm } from '$lib/domain/address';
import { accompanistName } from '$lib/domain/accompanist';
import { addressOf } from '$lib/domain/address';
import type { IsoDate, Minutes } from '$lib/domain/calendar';
import type { Company } from '$lib/domain/company';
import type { StopKey } from '$lib/domain/day/event';
import { keysOfDay } from '$lib/domain/day/stops';
import { french, typeset } from '$lib/domain/french';
import { photosInWords, wearInWords, welcomeOf } from '$lib/domain/hosting';
import { teamDays, type TeamDay } from '$lib/domain/itinerary';
import { shownName } from '$lib/domain/participant';
import { MEETING } from '$lib/domain/plan';
import type { Position, Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { itineraryLinks } from '../../db/repositories/itinerary-links';
import { plans } from '../../db/repositories/plans';
import { rallies } from '../../db/repositories/rallies';
import { withArchived } from '../planning/read-planning';
import { teamNews, type TeamNews } from '../publication/team-news';
import { hashOf } from './link-token';

/** A stop as an accompanist needs it: what the host said of the visit, and how to get there. */
export interface Stop {
	kind: 'departure' | 'visit' | 'lunch' | 'return';
	/** What the day's log calls it; null for a departure or a rest. */
	key: StopKey | null;
	from: Minutes;
	to: Minutes;
	/** Minutes of road just before, 0 when none. */
	road: number;
	name: string;
	address: string;
	position: Position | null;
	/** At the commune's centre only: the address counts, not the pin. */
	approximate: boolean;
	contactName: string;
	phone: string;
	notes: string[];
	/** The host's page on Acceslibre, or ''. */
	acceslibre: string;
}

/** A team's page. Holds shown names only: no status, need, last name or number of a participant. */
export interface Itinerary {
	title: string;
	letter: string;
	version: number;
	publishedAt: Date;
	members: string[];
	/** The same, each with what the day's log calls them by. */
	people: { id: string; name: string }[];
	vehicle: string | null;
	accompanist: string | null;
	driver: string | null;
	organizer: { name: string; phone: string };
	days: { date: IsoDate; stops: Stop[] }[];
}

export type ReadItinerary =
	| { state: 'open'; itinerary: Itinerary; news: TeamNews }
	| { state: 'not-published'; title: string }
	| { state: 'closed' };

/**
 * What a token opens. A wrong, revoked or expired one is « closed », without saying which. `printed` is the version of
 * the paper by which the page was reached.
 */
export async function readItinerary(
	db: Db,
	token: string,
	printed: number | null = null
): Promise<ReadItinerary> {
	const link = token.length <= 64 ? await itineraryLinks(db).byHash(hashOf(token)) : null;
	const rally = link && (await rallies(db).find(link.rallyId));
	if (!link || !rally) return { state: 'closed' };
	await itineraryLinks(db).seen(link.id);

	const plan = await plans(db).published(rally.id);
	const team = plan?.teams.find(({ letter }) => letter === link.teamLetter);
	if (!plan || !team) return { state: 'not-published', title: rally.title };

	const known = await withArchived(db, await readDossier(db, rally, plan));
	const companies = new Map(known.companies.map((company) => [company.id, company]));
	const accompanist = known.accompanists.find(({ id }) => id === team.accompanistId);
	const driver = known.accompanists.find(({ id }) => id === team.driverId);
	const people = known.participants
		.filter(({ id }) => team.memberIds.includes(id))
		.map((person) => ({ id: person.id, name: shownName(person) }))
		.sort((a, b) => french.compare(a.name, b.name));
	return {
		state: 'open',
		news: await teamNews(db, rally, plan, team.letter, known, printed),
		itinerary: {
			title: rally.title,
			letter: team.letter,
			version: plan.number,
			publishedAt: plan.publishedAt ?? plan.createdAt,
			members: people.map(({ name }) => name),
			people,
			vehicle: known.vehicles.find(({ id }) => id === team.vehicleId)?.name ?? null,
			accompanist: accompanist ? accompanistName(accompanist) : null,
			driver: driver ? accompanistName(driver) : null,
			organizer: { name: rally.contactName, phone: rally.contactPhone },
			days: teamDays(plan, team, rally.programme).map((day) => ({
				date: day.day.date,
				stops: stopsOf(day, rally, companies)
			}))
		}
	};
}

function stopsOf(day: TeamDay, rally: Rally, companies: Map<string, Company>): Stop[] {
	const key = keysOfDay(day.day.date);
	const stops: Stop[] = [{ ...meeting('departure', day.departure, 0, rally), key: null }];
	let road = 0;
	for (const step of day.steps) {
		if (step.kind === 'drive') {
			road = step.to - step.from;
			if (step.destination === MEETING)
				stops.push({ ...meeting('return', step.to, road, rally), key: key(MEETING) });
		} else if (step.kind === 'lunch' || step.kind === 'break') {
			const name = step.kind === 'lunch' ? 'Repas' : step.label || 'Pause';
			stops.push({ ...nowhere, key: null, kind: 'lunch', from: step.from, to: step.to, road: 0, name });
		} else if (step.kind === 'visit') {
			const company = companies.get(step.visit.companyId);
			stops.push({
				...(company ? host(company) : { ...nowhere, name: 'Entreprise' }),
				kind: 'visit',
				key: key(step.visit.companyId),
				from: step.from,
				to: step.to,
				road
			});
			road = 0;
		}
	}
	return stops;
}

const nowhere = {
	name: '',
	address: '',
	position: null,
	approximate: false,
	contactName: '',
	phone: '',
	notes: [],
	acceslibre: ''
};

const host = (company: Company) => ({
	name: company.name,
	address: addressOf(company),
	// The door, where the host showed it: an address may be that of its offices.
	position: company.entrance ?? company.position,
	approximate: company.entrance === null && toConfirm(company.precision),
	contactName: welcomeOf(company).name,
	phone: welcomeOf(company).phone,
	notes: [
		company.parkingNote && `Se garer : ${company.parkingNote}`,
		company.arrivalNote,
		wearInWords(company) && `À porter : ${wearInWords(company)}.`,
		company.safetyNote,
		company.requiresIdPaper ? 'Pièce d’identité demandée à l’entrée.' : '',
		company.photos ? `${photosInWords[company.photos]}.` : '',
		tradesSeen(company) && `À voir : ${tradesSeen(company)}`
	]
		.filter(Boolean)
		.map(typeset),
	acceslibre: company.acceslibre
});

const meeting = (
	kind: 'departure' | 'return',
	at: Minutes,
	road: number,
	{ meetingPoint: place }: Rally
): Omit<Stop, 'key'> => ({
	...nowhere,
	kind,
	from: at,
	to: at,
	road,
	name: place?.label || 'Point de rendez-vous',
	address: place ? addressOf(place) : '',
	position: place?.position ?? null,
	approximate: toConfirm(place?.precision ?? null)
});
