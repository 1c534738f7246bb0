import type { IsoDate, Minutes, ProgrammeDay } from './calendar';
import type { CharterNumbers } from './charter/numbers';
import type { DeclarationRule } from './declaration';
import type { RushHour } from './rush-hours';
import type { Nomenclature } from './sector';

export const organizerNetworks = {
	mife: 'MIFE',
	siae: 'Réseau de SIAE',
	crepi: 'CREPI',
	other: 'Autre structure',
	federation: 'Fédération'
} as const;
export type OrganizerNetwork = keyof typeof organizerNetworks;

/** WGS84, degrees. */
export interface Position {
	lon: number;
	lat: number;
}

/** How well a position is known: the commune's centre, an address (or perhaps another), or a pin set by hand. */
export const precisions = {
	commune: 'centre de la commune (approximative)',
	doubtful: 'adresse incertaine (à confirmer)',
	address: 'adresse',
	pin: 'repère posé à la main'
} as const;
export type Precision = keyof typeof precisions;

export interface Place {
	label: string;
	address: string;
	postcode: string;
	commune: string;
	position: Position | null;
	precision: Precision | null;
}

/** May happen days after the visits: recorded as a remark, not refused (ambiguity A2). */
export interface ClosingEvent {
	date: IsoDate;
	start: Minutes;
	place: Place;
}

export const terrains = {
	plain: 'Plaine ou ville',
	valley: 'Vallée',
	mixed: 'Vallée et coteaux',
	mountain: 'Montagne'
} as const;
export type Terrain = keyof typeof terrains;

export interface RallySettings {
	/** Length of a visit unless the company says otherwise, minutes. */
	visitMinutes: number;
	/** Kept free before each visit for welcome and parking, minutes. */
	bufferMinutes: number;
	/** Fewest distinct sectors among one team's companies. */
	minSectors: number;
	/** A company's window is cut into starts this far apart, minutes. */
	startGrid: number;
	/** Time to spare that is sought between two visits, so that a delay is absorbed, minutes; 0 for none. */
	spareMinutes: number;
	nomenclature: Nomenclature;
	terrain: Terrain;
	/** Added to the times of a road server, which knows neither traffic nor hesitation, per cent. */
	roadMargin: number;
	/** Added at each arrival, minutes; `bufferMinutes` is kept besides. */
	parkingMinutes: number;
	/** Hours when the road takes longer; see rush-hours.ts for what they do. */
	rushHours: RushHour[];
	/** Rallies of the organisation for which one company may be asked in a calendar year. */
	solicitationsPerYear: number;
	/** Contacts with one company within thirty days, all rallies together. */
	contactsPerMonth: number;
	/** What is done about a licence, an insurance or a technical control that is missing or runs out. */
	declarations: DeclarationRule;
}

export const defaultSettings: RallySettings = {
	visitMinutes: 60,
	bufferMinutes: 5,
	minSectors: 3,
	startGrid: 15,
	spareMinutes: 0,
	nomenclature: 'rally',
	terrain: 'valley',
	roadMargin: 30,
	parkingMinutes: 0,
	rushHours: [],
	solicitationsPerYear: 2,
	contactsPerMonth: 4,
	declarations: 'warn'
};

export interface Rally {
	id: string;
	organizationId: string;
	title: string;
	/** 1 for the organizer's first rally: the report then also goes to Ansa. */
	edition: number;
	territory: string;
	/** INSEE code of the département, for the base map: '07', '2A', '971'. */
	department: string;
	/** The days in order; two or three under the charter. */
	programme: ProgrammeDay[];
	meetingPoint: Place | null;
	closing: ClosingEvent | null;
	/** Called by hosts and teams on the day; printed on every road book. */
	contactName: string;
	contactPhone: string;
	settings: RallySettings;
	/** The version it is prepared under, and what that version asks when the federation wrote it (decision 0029). */
	charterVersion: string;
	charterNumbers?: CharterNumbers | null;
}
