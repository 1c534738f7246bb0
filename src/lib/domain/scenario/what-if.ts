import { halfDay, noonOf, type DayPart, type IsoDate, type Minutes, type ProgrammeDay } from '../calendar';
import type { Company } from '../company';
import type { Dossier } from '../dossier';

/** One thing supposed of a rally: lost, changed or obtained. Ids of its own records; nothing is written there. */
export type WhatIf =
	| { kind: 'company-gone'; companyId: string }
	| { kind: 'company-closed'; companyId: string; date: IsoDate; part: DayPart }
	| { kind: 'slot-added'; companyId: string; date: IsoDate; from: Minutes; to: Minutes }
	/** Teams, and people in all, received at one start. */
	| { kind: 'teams-at-once'; companyId: string; teams: number; people: number }
	| { kind: 'people-at-once'; companyId: string; people: number }
	| { kind: 'visits-at-most'; companyId: string; visits: number }
	/** It is told that nobody may come. */
	| { kind: 'nothing-promised'; companyId: string }
	| { kind: 'vehicle-gone'; vehicleId: string }
	/** The driver's seat included. */
	| { kind: 'vehicle-seats'; vehicleId: string; seats: number }
	| { kind: 'accompanist-gone'; accompanistId: string }
	| { kind: 'people-absent'; participantIds: string[] }
	| { kind: 'longer-day'; date: IsoDate; minutes: number; end: 'morning' | 'evening' }
	| { kind: 'shorter-lunch'; date: IsoDate; minutes: number }
	/** Minutes kept before each visit. */
	| { kind: 'smaller-buffer'; minutes: number }
	| { kind: 'fewer-sectors'; sectors: number }
	/** Visits between the team that makes most and the one that makes fewest. */
	| { kind: 'wider-spread'; spread: number };

/** Visits between teams that nobody minds, unless something else is supposed. */
export const USUAL_SPREAD = 1;

/** The rally as it would be. Everything that reads a dossier then answers for the supposition, and nothing is saved. */
export const supposing = (dossier: Dossier, whatIfs: readonly WhatIf[]): Dossier =>
	whatIfs.reduce(supposed, dossier);

export const spreadSupposed = (whatIfs: readonly WhatIf[]): number =>
	whatIfs.reduce((spread, one) => (one.kind === 'wider-spread' ? one.spread : spread), USUAL_SPREAD);

/** Whether teams have to be put together again: somebody or a seat is missing, or a seat is added. */
export const changesTeams = (whatIfs: readonly WhatIf[]): boolean =>
	whatIfs.some(({ kind }) =>
		['vehicle-gone', 'vehicle-seats', 'accompanist-gone', 'people-absent'].includes(kind)
	);

function supposed(dossier: Dossier, whatIf: WhatIf): Dossier {
	const company = (change: (of: Company) => Partial<Company>): Dossier => ({
		...dossier,
		companies: dossier.companies.map((of) =>
			'companyId' in whatIf && of.id === whatIf.companyId ? { ...of, ...change(of) } : of
		)
	});
	switch (whatIf.kind) {
		case 'company-gone':
			// Still on the map: a visit that goes there is told as such, not as lost.
			return company(() => ({ state: 'declined' }));
		case 'company-closed':
			return company(({ slots }) => ({
				slots: slots.flatMap((slot) => open(slot, whatIf, dossier.rally.programme))
			}));
		case 'slot-added':
			return company(({ slots }) => ({
				slots: [...slots, { date: whatIf.date, from: whatIf.from, to: whatIf.to }]
			}));
		case 'teams-at-once':
			return company(({ peopleAtOnce }) => ({
				teamsAtOnce: whatIf.teams,
				peopleAtOnce: Math.max(peopleAtOnce, whatIf.people)
			}));
		case 'people-at-once':
			return company(() => ({ peopleAtOnce: whatIf.people }));
		case 'visits-at-most':
			return company(() => ({ visitsMax: whatIf.visits }));
		case 'nothing-promised':
			return company(() => ({ visitsMin: 0 }));
		case 'vehicle-gone':
			return { ...dossier, vehicles: dossier.vehicles.filter(({ id }) => id !== whatIf.vehicleId) };
		case 'vehicle-seats':
			return {
				...dossier,
				vehicles: dossier.vehicles.map((of) =>
					of.id === whatIf.vehicleId
						? {
								...of,
								seats: whatIf.seats,
								wheelchairPlaces: Math.min(of.wheelchairPlaces, whatIf.seats - 1)
							}
						: of
				)
			};
		case 'accompanist-gone':
			return {
				...dossier,
				accompanists: dossier.accompanists.filter(({ id }) => id !== whatIf.accompanistId)
			};
		case 'people-absent':
			return {
				...dossier,
				participants: dossier.participants.map((person) =>
					whatIf.participantIds.includes(person.id) ? { ...person, state: 'withdrawn' } : person
				)
			};
		case 'longer-day':
			return onDays(dossier, (day) => {
				if (day.date !== whatIf.date) return day;
				return whatIf.end === 'evening'
					? { ...day, end: Math.min(1440, day.end + whatIf.minutes) }
					: { ...day, start: Math.max(0, day.start - whatIf.minutes) };
			});
		case 'shorter-lunch':
			return onDays(dossier, (day) =>
				day.date === whatIf.date && day.lunch
					? { ...day, lunch: { ...day.lunch, minutes: whatIf.minutes } }
					: day
			);
		case 'smaller-buffer':
			return withSettings(dossier, { bufferMinutes: whatIf.minutes });
		case 'fewer-sectors':
			return withSettings(dossier, { minSectors: whatIf.sectors });
		case 'wider-spread':
			// No record says it: the problem does (spreadSupposed).
			return dossier;
	}
}

const withSettings = (
	{ rally, ...dossier }: Dossier,
	some: Partial<Dossier['rally']['settings']>
): Dossier => ({
	...dossier,
	rally: { ...rally, settings: { ...rally.settings, ...some } }
});

const onDays = (dossier: Dossier, change: (day: ProgrammeDay) => ProgrammeDay): Dossier => ({
	...dossier,
	rally: { ...dossier.rally, programme: dossier.rally.programme.map(change) }
});

/** What is left of a slot once a half-day is closed. */
function open(
	slot: Company['slots'][number],
	{ date, part }: { date: IsoDate; part: DayPart },
	programme: readonly ProgrammeDay[]
): Company['slots'] {
	const day = programme.find((of) => of.date === date);
	if (slot.date !== date || !day) return [slot];
	const noon = noonOf(day);
	const left =
		part === 'morning'
			? { ...slot, from: Math.max(slot.from, noon) }
			: { ...slot, to: Math.min(slot.to, noon) };
	return left.from < left.to ? [left] : [];
}

/** Half-days and dates follow the rally when it moves. */
export const movedBy = (whatIf: WhatIf, move: (date: IsoDate) => IsoDate): WhatIf =>
	'date' in whatIf ? { ...whatIf, date: move(whatIf.date) } : whatIf;

export const halfDayOf = ({ date, part }: { date: IsoDate; part: DayPart }) => halfDay(date, part);
