import fc from 'fast-check';
import { companyStates } from '$lib/domain/company';
import { halfDayKinds, type HalfDay, type ProgrammeDay } from '$lib/domain/calendar';
import type { Company } from '$lib/domain/company';
import type { Dossier } from '$lib/domain/dossier';
import { ageBands, genders, participantStates, statuses, type Participant } from '$lib/domain/participant';
import { partnerCategories, partnerRoles, type Partner } from '$lib/domain/partner';
import type { Plan, PlannedTeam } from '$lib/domain/plan';
import type { ClosingEvent, RallySettings } from '$lib/domain/rally';
import { nomenclatures, sectors } from '$lib/domain/sector';
import { teamLetter } from '$lib/domain/team';
import {
	aCompany,
	aDay,
	anAccompanist,
	aParticipant,
	aPartner,
	aPlace,
	aPlan,
	aRally,
	aTeam,
	aTravel,
	aVehicle
} from './builders';

const keys = <K extends string>(record: Record<K, unknown>) =>
	fc.constantFrom(...(Object.keys(record) as K[]));
const dates = ['2027-06-07', '2027-06-08', '2027-06-09', '2027-06-10', '2027-06-11', '2027-06-14'] as const;
const aDate = fc.constantFrom(...dates);
const minutes = (from: number, to: number) => fc.integer({ min: from / 5, max: to / 5 }).map((n) => n * 5);

/** A day with or without lunch, its hours in the right order. */
export const programmeDay = (date: fc.Arbitrary<string> = aDate): fc.Arbitrary<ProgrammeDay> =>
	fc
		.record({
			date,
			morning: keys(halfDayKinds),
			afternoon: keys(halfDayKinds),
			start: minutes(420, 600),
			end: minutes(840, 1140),
			lunch: fc.option(
				fc.record({ from: minutes(660, 750), to: minutes(800, 870), minutes: minutes(30, 60) })
			)
		})
		.map(aDay);

const programme = fc.uniqueArray(programmeDay(), { maxLength: 5, selector: ({ date }) => date });

const absence: fc.Arbitrary<HalfDay> = fc
	.tuple(aDate, fc.constantFrom('morning' as const, 'afternoon' as const))
	.map(([date, part]): HalfDay => `${date}:${part}`);
const absences = fc.oneof(
	{ weight: 4, arbitrary: fc.constant<HalfDay[]>([]) },
	fc.array(absence, { maxLength: 3 })
);

const closing: fc.Arbitrary<ClosingEvent | null> = fc.option(
	fc.record({ date: aDate, start: minutes(480, 1140), place: fc.constant(aPlace()) })
);

const settings: fc.Arbitrary<RallySettings> = fc.record({
	visitMinutes: minutes(30, 120),
	bufferMinutes: minutes(0, 20),
	minSectors: fc.integer({ min: 1, max: 6 }),
	startGrid: fc.constantFrom(5, 15, 30),
	spareMinutes: fc.constantFrom(0, 15),
	nomenclature: keys(nomenclatures),
	terrain: fc.constant('valley' as const),
	declarations: fc.constant('warn' as const),
	roadMargin: fc.constantFrom(0, 30),
	parkingMinutes: fc.constantFrom(0, 5),
	rushHours: fc.constantFrom([], [{ from: 990, to: 1110, percent: 40 }]),
	solicitationsPerYear: fc.integer({ min: 1, max: 3 }),
	contactsPerMonth: fc.integer({ min: 1, max: 6 })
});

const company = (id: string): fc.Arbitrary<Company> =>
	fc
		.record({
			state: keys(companyStates),
			sector: keys(sectors),
			naf: fc.constantFrom(null, '10.71C', '25.62B', '47.11F', 'bizarre'),
			customSector: fc.constantFrom(null, '', 'Bois'),
			slots: fc.array(fc.record({ date: aDate, from: minutes(480, 720), to: minutes(720, 1080) }), {
				maxLength: 3
			}),
			visitMinutes: fc.option(minutes(30, 90)),
			teamsAtOnce: fc.integer({ min: 1, max: 2 }),
			visitsMax: fc.integer({ min: 1, max: 6 })
		})
		.map((difference) => aCompany({ id, ...difference }));

const participant = (id: string): fc.Arbitrary<Participant> =>
	fc
		.record({
			state: fc.oneof({ weight: 3, arbitrary: fc.constant('confirmed' as const) }, keys(participantStates)),
			gender: fc.option(keys(genders)),
			ageBand: fc.option(keys(ageBands)),
			formerSector: fc.option(keys(sectors)),
			statuses: fc.uniqueArray(keys(statuses), { maxLength: 3 }),
			absences
		})
		.map((difference) => aParticipant({ id, ...difference }));

const partner: fc.Arbitrary<Partner> = fc
	.record({
		category: keys(partnerCategories),
		roles: fc.uniqueArray(keys(partnerRoles), { maxLength: 2 }),
		invitedToClosing: fc.boolean()
	})
	.map(aPartner);

const numbered = <T>(kind: string, max: number, one: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
	fc.nat(max).chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => one(`${kind}-${i}`))));

/** Ids of what exists, of what does not, or nothing: plans outlive what they speak of. */
const idAmong = (ids: readonly string[]) => fc.option(fc.constantFrom('gone', ...ids));

const team = (letter: string, dossier: Omit<Dossier, 'plan'>): fc.Arbitrary<PlannedTeam> => {
	const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
	return fc
		.record({
			memberIds: fc.uniqueArray(fc.constantFrom('gone', ...ids(dossier.participants)), { maxLength: 10 }),
			vehicleId: idAmong(ids(dossier.vehicles)),
			accompanistId: idAmong(ids(dossier.accompanists)),
			driverId: idAmong(ids(dossier.accompanists)),
			visits: fc.array(
				fc
					.record({
						companyId: fc.constantFrom('gone', ...ids(dossier.companies)),
						date: aDate,
						start: minutes(480, 1080)
					})
					.map((visit) => ({ ...visit, end: visit.start + 60 })),
				{ maxLength: 10 }
			)
		})
		.map((difference) => aTeam({ letter, ...difference }));
};

const plan = (dossier: Omit<Dossier, 'plan'>): fc.Arbitrary<Plan> =>
	fc
		.record({
			published: fc.boolean(),
			teams: fc
				.nat(5)
				.chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => team(teamLetter(i), dossier))))
		})
		.map(({ published, teams }) => {
			const companyIds = ['gone', ...dossier.companies.map(({ id }) => id)];
			return aPlan({ published, teams, travel: aTravel(companyIds) });
		});

/** Any dossier that could be saved, sensible or not: no plan, an old plan, ids that are gone. */
export const dossier: fc.Arbitrary<Dossier> = fc
	.record({
		rally: fc
			.record({ programme, closing, settings, charterVersion: fc.constantFrom('2018', '', 'constructor') })
			.map(aRally),
		companies: numbered('company', 12, company),
		participants: numbered('participant', 34, participant),
		vehicles: numbered('vehicle', 5, (id) =>
			fc
				.record({ seats: fc.integer({ min: 2, max: 9 }), absences })
				.map((difference) => aVehicle({ id, ...difference }))
		),
		accompanists: numbered('accompanist', 5, (id) =>
			fc.record({ drives: fc.boolean(), absences }).map((difference) => anAccompanist({ id, ...difference }))
		),
		partners: fc.array(partner, { maxLength: 6 })
	})
	.chain((known) => fc.option(plan(known)).map((plan) => ({ ...known, plan })));
