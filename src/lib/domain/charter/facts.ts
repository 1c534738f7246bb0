import type { HalfDay, IsoDate, Minutes } from '../calendar';
import type { Range } from './numbers';

/** What mixité is looked at by, as fields of a participant. */
export type ProfileTrait = 'gender' | 'ageBand' | 'formerSector';

/** Who must be engaged for the rally to be « un projet de territoire ». */
export type TerritoryActor = 'companies' | 'employment-service' | 'training' | 'institution';

/** A departure from the charter, as a fact: page, PDF and export each word it. Teams are named by letter. */
export type Finding =
	| ({ kind: 'days'; actual: number } & Range)
	| { kind: 'days-apart'; dates: IsoDate[] }
	| { kind: 'restitution-later'; date: IsoDate; days: number }
	| ({ kind: 'half-days'; of: 'visits' | 'restitution'; actual: number } & Range)
	| { kind: 'visit-outside-visits'; team: string; companyId: string; date: IsoDate; start: Minutes }
	| { kind: 'restitution-next-day'; date: IsoDate }
	| { kind: 'restitution-before-visits'; date: IsoDate }
	| { kind: 'closing-before-restitution'; date: IsoDate }
	| { kind: 'closing-later'; date: IsoDate; days: number }
	| ({ kind: 'participants'; actual: number } & Range)
	| ({ kind: 'team-size'; team: string; actual: number } & Range)
	| { kind: 'team-thin'; team: string; halfDay: HalfDay; actual: number; min: number }
	| { kind: 'in-several-teams'; participantId: string; teams: string[] }
	| { kind: 'no-longer-enrolled'; participantId: string; team: string }
	| { kind: 'seats'; team: string; vehicleId: string; people: number; seats: number }
	| { kind: 'vehicle-shared'; vehicleId: string; teams: string[] }
	| { kind: 'vehicle-away'; vehicleId: string; team: string; halfDay: HalfDay }
	| { kind: 'accompanist-shared'; accompanistId: string; teams: string[] }
	| { kind: 'accompanist-away'; accompanistId: string; team: string; halfDay: HalfDay }
	| ({ kind: 'team-visits'; team: string; actual: number } & Range)
	| { kind: 'participant-visits'; participantId: string; team: string; actual: number; min: number }
	| { kind: 'visit-unconfirmed'; team: string; companyId: string }
	| { kind: 'team-sectors'; team: string; actual: number; min: number }
	| { kind: 'companies'; actual: number; min: number }
	| { kind: 'single-profile'; of: ProfileTrait; value: string }
	| { kind: 'gender-imbalance'; women: number; men: number };

/** What stands between the rally and a rule, as a fact: something to add, to fill in or to decide. */
export type Missing =
	| { kind: 'programme' }
	| { kind: 'days'; count: number }
	| { kind: 'half-days'; of: 'visits' | 'restitution'; count: number }
	| { kind: 'closing' }
	| { kind: 'closing-guest'; known: number }
	| { kind: 'participants'; count: number; candidates: number }
	| { kind: 'plan' }
	| { kind: 'team-for'; participantIds: string[] }
	| { kind: 'vehicle-for'; team: string }
	| { kind: 'driver-for'; team: string }
	| { kind: 'accompanist-for'; team: string }
	| { kind: 'vehicles'; count: number }
	| { kind: 'seats'; count: number; people: number; halfDay: HalfDay | null }
	| { kind: 'accompanists'; count: number; teams: number; halfDay: HalfDay | null }
	| { kind: 'passages'; offered: number; needed: number; teams: number }
	| { kind: 'sectors'; count: number; interested: number }
	| { kind: 'companies'; count: number; interested: number }
	| { kind: 'job-search-status'; participantIds: string[] }
	| { kind: 'profile'; of: ProfileTrait; count: number }
	| { kind: 'actor'; actor: TerritoryActor };

export type FigureKind =
	| 'days'
	| 'visit-half-days'
	| 'restitution-half-days'
	| 'closing-delay'
	| 'enrolled'
	| 'candidates'
	| 'teams'
	| 'possible-teams'
	| 'team-size'
	| 'vehicles'
	| 'spare-seats'
	| 'accompanists'
	| 'visits-per-team'
	| 'visits-done'
	| 'passages'
	| 'confirmed-companies'
	| 'interested-companies'
	| 'sectors'
	| 'sectors-per-team'
	| 'looking-for-work'
	| 'women'
	| 'men'
	| 'age-bands'
	| 'former-sectors'
	| 'actors';

/** What was counted, whatever the outcome; `asked` is what the charter or the rally's settings want of it. */
export interface Figure {
	of: FigureKind;
	actual: number | Range;
	asked: { min?: number; max?: number } | null;
}

/** Findings worth writing down that do not break their rule: see docs/charter.md for why each is one. */
const remarks: ReadonlySet<Finding['kind']> = new Set<Finding['kind']>([
	'restitution-later',
	'restitution-before-visits',
	'closing-later',
	'team-thin',
	'no-longer-enrolled',
	'participant-visits',
	'visit-unconfirmed',
	'gender-imbalance'
]);

/** What organizers advise and the charter does not ask: said beside its rule, it weighs on no verdict. */
const advice: ReadonlySet<Finding['kind']> = new Set<Finding['kind']>(['restitution-next-day']);

export const isAdvice = ({ kind }: Finding): boolean => advice.has(kind);
export const isRemark = (finding: Finding): boolean => remarks.has(finding.kind) || isAdvice(finding);
