import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { organizations } from '../../db/repositories/organizations';
import { records } from '../../db/repositories/records';
import { attestations } from '../../documents/attestation/content';
import { printAttestations } from '../../documents/attestation/draw';
import { attendanceSheets } from '../../documents/attendance/content';
import { printAttendance } from '../../documents/attendance/draw';
import { callDays, callList, type CallDays } from '../../documents/call-list/content';
import { printCallLists } from '../../documents/call-list/draw';
import { convocations } from '../../documents/convocation/content';
import { printConvocations } from '../../documents/convocation/draw';
import { diplomas } from '../../documents/diploma/content';
import { printDiplomas } from '../../documents/diploma/draw';
import { doorSigns } from '../../documents/door-sign/content';
import { printDoorSigns } from '../../documents/door-sign/draw';
import { peopleOf, type BatchOrder } from '../../documents/ground';
import { hostSheets } from '../../documents/host-sheet/content';
import { printHostSheets } from '../../documents/host-sheet/draw';
import { logbooks } from '../../documents/logbook/content';
import { printLogbooks } from '../../documents/logbook/draw';
import { missionOrders } from '../../documents/mission-order/content';
import { printMissionOrders } from '../../documents/mission-order/draw';
import { participantSheets } from '../../documents/participant-sheet/content';
import { printParticipantSheets } from '../../documents/participant-sheet/draw';
import { wallPlan } from '../../documents/planning/content';
import { printWallPlan } from '../../documents/planning/draw';
import { poster } from '../../documents/poster/content';
import { printPoster, type PosterFormat } from '../../documents/poster/draw';
import { prizeList } from '../../documents/prizes/content';
import { printPrizes } from '../../documents/prizes/draw';
import { roadBooks } from '../../documents/road-book/content';
import { printRoadBooks } from '../../documents/road-book/draw';
import { badges } from '../../documents/badges/content';
import { printBadges } from '../../documents/badges/draw';
import { isSheetFormat } from '../../documents/badges/sheet-format';
import { readDay } from '../day/read-day';
import { ownLogo, rallyLogo } from '../logos/rally-logo';
import { distancesOf, groundToPrint, mapBackground, ofTeam, type PrintGround, type Site } from './print-ground'; // prettier-ignore

/** What is wanted of a document; each takes what concerns it. */
export interface Wanted {
	/** Version of the plan, or null for the one in force (the published one, else the latest). */
	version: number | null;
	/** One team, one person, one company only. */
	team?: string | undefined;
	person?: string | undefined;
	company?: string | undefined;
	order?: BatchOrder | undefined;
	format?: string | undefined;
	/** Place of the first badge on its sheet, from 1. */
	start?: number | undefined;
	/** Attendance: a sheet a team, or one for all. */
	by?: 'team' | 'rally' | undefined;
	/** Call list: so many days before. */
	days?: CallDays | undefined;
}

/** Null when there is no such plan, team, person or company to print. */
type Printed = Promise<Uint8Array<ArrayBuffer> | null>;
type Printer = (ground: PrintGround, wanted: Wanted, db: Db) => Printed;

const some = <T>(list: readonly T[], print: (list: readonly T[]) => Printed): Printed =>
	list.length > 0 ? print(list) : Promise.resolve(null);

/** Of one company when it is asked for: the others are not in the plan that is printed. */
function ofCompany(ground: PrintGround, company: string | undefined): PrintGround {
	if (!company) return ground;
	const teams = ground.plan.teams.map((team) => ({
		...team,
		visits: team.visits.filter(({ companyId }) => companyId === company)
	}));
	return { ...ground, plan: { ...ground.plan, teams } };
}

const ofPerson = (ground: PrintGround, person: string | undefined): PrintGround =>
	person ? { ...ground, participants: ground.participants.filter(({ id }) => id === person) } : ground;

/** Members of the plan's teams only: with a team asked for, those enrolled elsewhere are not printed. */
function people(ground: PrintGround, { team, person }: Wanted): PrintGround | null {
	const own = ofTeam(ground, team);
	if (!own) return null;
	const members = new Set(own.plan.teams.flatMap(({ memberIds }) => memberIds));
	const kept = team ? own.participants.filter(({ id }) => members.has(id)) : own.participants;
	return ofPerson({ ...own, participants: kept }, person);
}

/** Each paper of the plan by its name in the address. */
export const printers = {
	'feuilles-de-route': async (ground, { team, format }) => {
		const own = ofTeam(ground, team);
		if (!own) return null;
		const books = roadBooks({ ...own, ...(await mapBackground(own)) });
		return printRoadBooks(books, format === 'a5' ? 'a5' : 'a4');
	},
	badges: async (ground, wanted) => {
		const { plan, accompanists } = ground;
		const { team, person, start, order } = wanted;
		const own = people(ground, wanted);
		if (!own) return null;
		const riding = new Set(
			plan.teams.flatMap(({ letter, memberIds, accompanistId, driverId }) =>
				!team || letter === team ? [...memberIds, accompanistId, driverId] : []
			)
		);
		const wantedOne = ({ id }: { id: string }) => (person ? id === person : riding.has(id));
		const all = {
			participants: own.participants.filter(wantedOne),
			accompanists: accompanists.filter(wantedOne)
		};
		if (all.participants.length + all.accompanists.length === 0) return null;
		const content = badges({
			rally: ground.rally,
			plan,
			check: ground.check,
			logo: ground.logo,
			...all,
			order: order === 'name' ? 'name' : 'team'
		});
		const asked = wanted.format ?? '';
		return printBadges(content, { format: isSheetFormat(asked) ? asked : 'eight-to-cut', start });
	},
	tableau: async (ground, { format }) => {
		const wall = wallPlan(ground);
		return wall.days.length > 0 ? printWallPlan(wall, format === 'a4' ? 'a4' : 'a3') : null;
	},
	'ordres-de-mission': async (ground, { team }, db) => {
		const own = ofTeam(ground, team);
		return own && some(missionOrders({ ...own, distanceOf: await distancesOf(db, ground) }), printMissionOrders); // prettier-ignore
	},
	'carnets-de-bord': async (ground, { team }, db) => {
		const own = ofTeam(ground, team);
		return own && some(logbooks({ ...own, distanceOf: await distancesOf(db, ground) }), printLogbooks);
	},
	emargement: async (ground, wanted) => {
		const own = people(ground, wanted);
		const by = wanted.team ? 'team' : (wanted.by ?? 'team');
		return own && some(attendanceSheets(own, { by, order: wanted.order ?? 'day' }), printAttendance);
	},
	'fiches-participants': async (ground, wanted) => {
		const own = people(ground, wanted);
		return own && some(participantSheets(own, wanted.order ?? 'team'), printParticipantSheets);
	},
	convocations: async (ground, wanted) => {
		const own = people(ground, wanted);
		return own && some(convocations(own, wanted.order ?? 'name'), printConvocations);
	},
	diplomes: async (ground, wanted) => {
		const own = people(ground, wanted);
		return own && some(diplomas(own, wanted.order ?? 'team'), printDiplomas);
	},
	attestations: async (ground, wanted, db) => {
		const own = people(ground, wanted);
		if (!own) return null;
		const { presence, visits } = await readDay(db, ground.rally, new Date());
		return some(attestations({ ...own, presence, visits }, wanted.order ?? 'name'), printAttestations);
	},
	'fiches-accueil': async (ground, { company, order }) =>
		some(hostSheets(ofCompany(ground, company), order ?? 'company'), printHostSheets),
	affichettes: async (ground, { company, order }) =>
		some(doorSigns(ofCompany(ground, company), order ?? 'company'), printDoorSigns)
} satisfies Record<string, Printer>;
export type PaperName = keyof typeof printers;

export const isPaper = (name: string): name is PaperName => Object.hasOwn(printers, name);

/** Documents of a plan. */
export async function printPaper(db: Db, rally: Rally, name: PaperName, wanted: Wanted, site: Site): Printed {
	const ground = await groundToPrint(db, rally, wanted.version, site);
	return ground && printers[name](ground, wanted, db);
}

/** Whom to call, with participants' numbers: the route asks for the right to see them. */
export async function printCalls(db: Db, rally: Rally, wanted: Wanted, site: Site): Printed {
	const ground = await groundToPrint(db, rally, wanted.version, site);
	if (!ground || peopleOf(ground).length === 0) return null;
	const list = (before: CallDays) => callList(ground, before, wanted.order ?? 'team');
	return printCallLists((wanted.days ? [wanted.days] : callDays).map(list));
}

/** What companies give: no plan is needed. */
export async function printPrizeList(db: Db, rally: Rally): Printed {
	return printPrizes(
		prizeList({
			rally,
			companies: await records(db, 'company').list(rally.id),
			commitments: await records(db, 'commitment').list(rally.id),
			logo: await rallyLogo(db, rally.organizationId)
		})
	);
}

/** What announces the rally: no plan is needed. */
export async function printRallyPoster(db: Db, rally: Rally, format: PosterFormat): Printed {
	const organization = (await organizations(db).find(rally.organizationId))?.name ?? '';
	const partners = await records(db, 'partner').list(rally.id);
	const logo = await rallyLogo(db, rally.organizationId);
	const own = await ownLogo(db, rally.organizationId);
	const named = poster({ rally, organization, partners, logo, ownLogo: own });
	return printPoster(named, format);
}
