import { addDays, type HalfDayKind, type ProgrammeDay } from '../lib/domain/calendar';
import type { PlannedTeam } from '../lib/domain/plan';
import { defaultSettings, type Place } from '../lib/domain/rally';
import { sectors, type Sector } from '../lib/domain/sector';
import { teamLetter } from '../lib/domain/team';
import type { Db } from '../lib/server/db/client';
import { plans } from '../lib/server/db/repositories/plans';
import { rallies } from '../lib/server/db/repositories/rallies';
import { readDossier } from '../lib/server/db/repositories/dossiers';
import { seedOrganization } from '../lib/server/use-cases/accounts/seed-organization';
import { CompanyForm } from '../lib/server/use-cases/companies/company-form';
import { openRally } from '../lib/server/use-cases/rallies/open-rally';
import { addRecord } from '../lib/server/use-cases/records/edit-record';
import { readTravel } from '../lib/server/use-cases/travel/read-travel';

export const account = { name: 'Camille Mesure', email: 'mesure@demo.example', password: 'rallye-de-demonstration' }; // prettier-ignore
const TEAMS = 28;
const COMPANIES = 56;
const HOURS = { morning: [540, 630], afternoon: [840, 930] } as const;

/** Half-days of visits, two starts each: five, as in Orléans. */
const shape: [HalfDayKind, HalfDayKind][] = [
	['visits', 'visits'],
	['visits', 'visits'],
	['visits', 'closing']
];

/**
 * A rally of the size of Orléans, all invented, planned by rule rather than computed: 28 teams, 56 companies, 280 visits.
 * Answers its id.
 */
export async function seedLargeRally(db: Db, first: string): Promise<string> {
	const { organizationId, userIds } = await seedOrganization(
		db,
		{ name: 'Structure de mesure', network: 'crepi' },
		[{ ...account, role: 'administrator' }]
	);
	const editor = {
		userId: userIds[0]!,
		name: account.name,
		email: account.email,
		memberships: [
			{ organizationId, organizationName: 'Structure de mesure', network: 'crepi' as const, role: 'administrator' as const } // prettier-ignore
		]
	};
	const identity = { title: 'Grand rallye de mesure', edition: 1, territory: 'Orléans', department: '45' };
	const opened = await openRally(db, { ...identity, organizationId, first, format: 'three' }, editor);
	if (!opened.ok) throw new Error(opened.error.code);
	const programme = shape.map(([morning, afternoon], i): ProgrammeDay => ({
		date: addDays(first, i),
		morning,
		afternoon,
		start: 510,
		end: 1050,
		lunch: { from: 705, to: 840, minutes: 60 }
	}));
	const at = (lat: number, lon: number, label: string): Place => ({ label, address: '', postcode: '45000', commune: 'Orléans', position: { lat, lon }, precision: 'pin' }); // prettier-ignore
	// As the page of settings saves it, without what situates addresses.
	const rally = await rallies(db).save(opened.value, 1, {
		...identity,
		programme,
		meetingPoint: at(47.9029, 1.909, 'Départ'),
		closing: { date: programme[2]!.date, start: 960, place: at(47.9029, 1.909, 'Arrivée') },
		contactName: '',
		contactPhone: '',
		settings: { ...defaultSettings, minSectors: 3 },
		updatedBy: editor.name
	});
	if (!rally) throw new Error('the rally was not saved');

	const kinds = Object.keys(sectors) as Sector[];
	const companyIds: string[] = [];
	for (let i = 0; i < COMPANIES; i++) {
		const blank = CompanyForm.parse({ name: `Entreprise ${i + 1}`, sector: kinds[i % kinds.length], kind: 'private', state: 'confirmed', teamsAtOnce: '1', peopleAtOnce: '8', visitsMin: '1', visitsMax: '6', turnaroundMinutes: '0' }); // prettier-ignore
		const slots = programme.flatMap(({ date }) => [
			{ date, from: 540, to: 735 },
			{ date, from: 840, to: 1035 }
		]);
		const angle = (i / COMPANIES) * 2 * Math.PI;
		const company = {
			...blank,
			slots,
			latitude: 47.9029 + 0.02 * Math.sin(angle),
			longitude: 1.909 + 0.03 * Math.cos(angle),
			precision: 'pin' as const,
			commune: 'Orléans',
			visitMinutes: 60
		};
		companyIds.push((await addRecord(db, 'company', rally, company, editor)).id);
	}
	const add = async (kind: 'participant' | 'vehicle' | 'accompanist', values: Record<string, unknown>) =>
		(await addRecord(db, kind, rally, values, editor)).id;
	const teams: Omit<PlannedTeam, 'id'>[] = [];
	for (let t = 0; t < TEAMS; t++) {
		const memberIds: string[] = [];
		for (let n = 0; n < 4; n++)
			memberIds.push(
				await add('participant', {
					firstName: `Prénom${n + 1}`,
					lastName: `Équipe${t + 1}`,
					state: 'confirmed'
				})
			);
		const visits = programme.flatMap(({ date, ...day }, d) =>
			(['morning', 'afternoon'] as const)
				.filter((part) => day[part] === 'visits')
				.flatMap((part, half) =>
					HOURS[part].map((start, k) => ({
						companyId: companyIds[(2 * t + 4 * d + 2 * half + k) % COMPANIES]!,
						date,
						start,
						end: start + 60
					}))
				)
		);
		teams.push({
			letter: teamLetter(t),
			memberIds,
			vehicleId: await add('vehicle', { name: `Voiture ${t + 1}`, kind: 'car', seats: 5 }),
			accompanistId: await add('accompanist', { firstName: 'Guide', lastName: `${t + 1}`, drives: true }),
			driverId: null,
			visits
		});
	}
	const dossier = await readDossier(db, rally, null);
	const travel = await readTravel(db, dossier);
	await db.transaction((tx) =>
		plans(tx).add({
			rallyId: rally.id,
			organizationId,
			keeps: null,
			byHand: false,
			proof: 'feasible',
			levels: (['charter', 'promises', 'comfort'] as const).map((name) => ({ name, value: 0, bound: 0 })),
			remarks: [],
			unplaced: [],
			conflict: [],
			repairs: [],
			violations: [],
			breaks: [],
			travel,
			bufferMinutes: rally.settings.bufferMinutes,
			forming: null,
			// Nobody asks the planner about it.
			problem: {},
			createdBy: account.name,
			teams
		})
	);
	return rally.id;
}
