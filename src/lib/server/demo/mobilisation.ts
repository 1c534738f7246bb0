import { addDays, type IsoDate } from '$lib/domain/calendar';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../db/client';
import { records, type NewRecord } from '../db/repositories/records';
import { logExchange } from '../use-cases/mobilisation/log-exchange';
import { LogForm } from '../use-cases/mobilisation/exchange-form';
import type { Follower } from '../use-cases/mobilisation/follower';
import { addRecord, saveRecord } from '../use-cases/records/edit-record';
import type { DemoCompany } from './companies';

/** INVENTED companies that are not confirmed: some to call, some silent, two in reserve, one that wants mail only. */
// prettier-ignore
export const demoProspects: DemoCompany[] = [
	{ name: 'Pépinière du Sandron', sector: 'agriculture', size: 'micro', commune: 'Saint-Sernin', postcode: '07200', state: 'identified', contactName: 'Odile Gauthier', contactPhone: '04 75 00 00 31', offers: [] },
	{ name: 'Imprimerie Roche-Haute', sector: 'industry', size: 'small', commune: 'Aubenas', postcode: '07200', state: 'identified', contactName: 'Serge Palhon', contactPhone: '04 75 00 00 32', offers: [] },
	{ name: 'Clinique vétérinaire des Lavandes', sector: 'health', size: 'micro', commune: 'Vals-les-Bains', postcode: '07600', state: 'identified', contactName: 'Anne Dussert', contactEmail: 'accueil@lavandes.example', contactMode: 'mail-only', offers: [] },
	{ name: 'Cars de la Volane', sector: 'transport', size: 'small', commune: 'Labégude', postcode: '07200', state: 'identified', contactName: 'Régis Mounier', contactPhone: '04 75 00 00 34', offers: [] },
	{ name: 'Boulangerie Fleur de Meule', sector: 'food-industry', size: 'micro', commune: 'Ucel', postcode: '07200', state: 'identified', contactName: 'Inès Laurac', contactPhone: '06 00 00 00 35', offers: [] },
	{ name: 'Camping des Roches Bleues', sector: 'hospitality', size: 'micro', commune: 'Vogüé', postcode: '07200', state: 'reserve', contactName: 'Patrice Valon', contactPhone: '06 00 00 00 36', offers: [[0, [14 * 60, 17 * 60]], [1, [9 * 60, 12 * 60]]], hiring: true, hiringNote: 'Accueil, entretien' },
	{ name: 'Menuiserie Haut-Vivarais', sector: 'construction', size: 'micro', commune: 'Aubenas', postcode: '07200', state: 'reserve', contactName: 'Luc Brunel', contactPhone: '04 75 00 00 37', offers: [[0, [9 * 60, 12 * 60]]] },
	{ name: 'Logis Ardéchois', sector: 'public', size: 'mid', kind: 'public', commune: 'Aubenas', postcode: '07200', state: 'identified', contactName: 'Muriel Astruc', contactPhone: '04 75 00 00 38', offers: [] }
];

/** What was said, days before today; the last one leads where the company now stands. */
type Said = [company: string, daysAgo: number, typed: Record<string, string>];
// prettier-ignore
const exchanges: Said[] = [
	['Moulinage des Trois Ponts', 40, { channel: 'phone', outcome: 'interested', spokenTo: 'Sylvie Arnaud', explained: 'on', note: 'Connaît le rallye par la Ville. Veut montrer l’atelier en marche.' }],
	['Moulinage des Trois Ponts', 33, { channel: 'visit', outcome: 'agreed', spokenTo: 'Sylvie Arnaud', note: 'Trois créneaux, chaussures fermées.', nextStep: 'none' }],
	['Bricoval Aubenas', 30, { channel: 'phone', outcome: 'agreed', explained: 'on', spokenTo: 'Nadia Haddad', note: 'Deux équipes à la fois sans problème.', nextStep: 'none' }],
	['Piscines Ardelle', 6, { channel: 'phone', outcome: 'interested', explained: 'on', spokenTo: 'Bruno Lafont', note: 'Doit voir avec son chef d’atelier.' }],
	['Supérette du Mas', 12, { channel: 'phone', outcome: 'no-answer' }],
	['Supérette du Mas', 8, { channel: 'phone', outcome: 'message', silence: 'busy', nextStep: 'none' }],
	['Pépinière du Sandron', 4, { channel: 'phone', outcome: 'message' }],
	['Imprimerie Roche-Haute', 34, { channel: 'mail', outcome: 'message' }],
	['Imprimerie Roche-Haute', 31, { channel: 'mail', outcome: 'message', silence: 'unknown', nextStep: 'none' }],
	['Tuilerie de Prades', 20, { channel: 'phone', outcome: 'declined', declineReason: 'busy', explained: 'on', spokenTo: 'Gérard Sully', note: 'Arrêt des fours ce mois-là. À rappeler l’an prochain.' }],
	['Menuiserie Haut-Vivarais', 15, { channel: 'meeting', outcome: 'kept', spokenTo: 'Luc Brunel', explained: 'on' }]
];

type Gift = Pick<NewRecord<'commitment'>, 'kind' | 'description' | 'quantity' | 'valueCents' | 'honoured'>;
// prettier-ignore
const gifts: [company: string, gift: Gift][] = [
	['Confiserie du Coiron', { kind: 'prize', description: 'Coffrets de marrons', quantity: 6, valueCents: 9_000, honoured: true }],
	['Bricoval Aubenas', { kind: 'money', description: 'Pour le buffet de clôture', quantity: null, valueCents: 30_000, honoured: false }],
	['Charpentes Vivaraises', { kind: 'drivers', description: 'Denis Escoffier, les deux jours', quantity: 1, valueCents: null, honoured: false }]
];

/** Who follows what, who may be named, a second contact: all INVENTED, around the companies already there. */
export async function seedMobilisation(
	db: Db,
	rally: Rally,
	companyIds: ReadonlyMap<string, string>,
	editor: Follower,
	today: IsoDate
): Promise<void> {
	for (const [company, daysAgo, typed] of exchanges) {
		const on = addDays(today, -daysAgo);
		const logged = await logExchange(
			db,
			rally,
			companyIds.get(company)!,
			LogForm.parse({ on, ...typed }),
			editor,
			on
		);
		if (!logged.ok) throw new Error(logged.error.code);
	}
	for (const [company, gift] of gifts) {
		await addRecord(db, 'commitment', rally, { ...gift, companyId: companyIds.get(company)! }, editor);
	}
	const second = { name: 'Farid Benmoussa', role: 'Chef d’atelier', phone: '04 75 00 00 39', email: '', mode: 'phone' as const, note: 'Le matin avant 10 h.' }; // prettier-ignore
	await addRecord(
		db,
		'contact',
		rally,
		{ ...second, companyId: companyIds.get('Piscines Ardelle')! },
		editor
	);
	const noted: [string, Record<string, unknown>][] = [
		['Moulinage des Trois Ponts', { mayBeNamed: true, introducedBy: 'Ville d’Aubenas' }],
		['Bricoval Aubenas', { mayBeNamed: true }],
		['Cars de la Volane', { introducedBy: 'Transports Beauzon', nextStep: 'call', nextStepOn: today, nextStepNote: 'Demander le mardi après-midi', ownerId: editor.userId }], // prettier-ignore
		['Logis Ardéchois', { pausedUntil: addDays(today, 60) }]
	];
	for (const [company, values] of noted) {
		const id = companyIds.get(company)!;
		const { version } = (await records(db, 'company').find(rally.id, id))!;
		await saveRecord(db, 'company', rally, id, version, values, editor);
	}
}
