import { addDays, type IsoDate } from '$lib/domain/calendar';
import { stopKey, type PresenceState } from '$lib/domain/day/event';
import type { Outcome } from '$lib/domain/measure/outcomes';
import { programmeOf } from '$lib/domain/formats';
import type { AgeBand, Diploma, Gender, Status } from '$lib/domain/participant';
import { expectedHalfDays } from '$lib/domain/presence';
import { wallClock } from '$lib/domain/clock';
import { defaultSettings, type Place, type Rally } from '$lib/domain/rally';
import type { Sector } from '$lib/domain/sector';
import type { Actor } from '$lib/domain/access';
import type { Db } from '../db/client';
import { planRuns } from '../db/repositories/plan-runs';
import { plans } from '../db/repositories/plans';
import { rallies } from '../db/repositories/rallies';
import { moveOwnBilan } from '../use-cases/bilans/move-bilan';
import { readBilan } from '../use-cases/bilans/read-bilans';
import { BilanForm, saveBilan } from '../use-cases/bilans/save-bilan';
import { addCompany } from '../use-cases/companies/save-company';
import { CompanyForm } from '../use-cases/companies/company-form';
import { sayAsOrganizer } from '../use-cases/day/correct-day';
import { followPerson } from '../use-cases/measure/follow-person';
import { computePlan } from '../use-cases/planning/compute-plan';
import { publishPlan } from '../use-cases/planning/publish-plan';
import { saveRally } from '../use-cases/rallies/save-rally';
import { openRally } from '../use-cases/rallies/open-rally';
import { addRecord } from '../use-cases/records/edit-record';
import { seedSupporterLogos } from './logos';

/** INVENTED: sixteen people of an earlier rally, one year before. */
// prettier-ignore
const people: [first: string, last: string, gender: Gender, age: AgeBand, diploma: Diploma, statuses: Status[], former: Sector, outcome: Outcome | null][] = [
	['Aïcha', 'Morel', 'woman', '35-44', 'cap', ['job-seeker', 'long-term'], 'retail', 'lasting'],
	['Benoît', 'Serre', 'man', '26-34', 'none', ['job-seeker', 'rsa'], 'construction', 'temporary'],
	['Chantal', 'Aubert', 'woman', '55-plus', 'cap', ['job-seeker', 'long-term', 'rsa'], 'cleaning', 'searching'],
	['Damien', 'Blache', 'man', '18-25', 'bac', ['youth'], 'transport', 'training'],
	['Edwige', 'Comte', 'woman', '45-54', 'bac', ['retraining'], 'business-services', 'fixed-term'],
	['Farid', 'Dahan', 'man', '35-44', 'cap', ['siae'], 'industry', 'siae'],
	['Gaëlle', 'Estève', 'woman', '26-34', 'bac2', ['retraining'], 'hospitality', 'lasting'],
	['Henri', 'Fargier', 'man', '55-plus', 'none', ['job-seeker', 'long-term', 'disabled'], 'agriculture', 'health'],
	['Isabelle', 'Giraud', 'woman', '45-54', 'cap', ['job-seeker', 'rsa'], 'health', 'training'],
	['Jordan', 'Henry', 'man', '18-25', 'none', ['youth', 'qpv'], 'food-industry', 'searching'],
	['Karima', 'Idir', 'woman', '26-34', 'cap', ['job-seeker', 'rsa'], 'cleaning', 'fixed-term'],
	['Lionel', 'Julien', 'man', '45-54', 'cap', ['job-seeker', 'long-term'], 'automotive', null],
	['Mireille', 'Lacroix', 'woman', '35-44', 'bac', ['job-seeker', 'rsa'], 'retail', 'lasting'],
	['Noé', 'Mathon', 'man', '26-34', 'bac', ['job-seeker'], 'digital', 'business'],
	['Odette', 'Nury', 'woman', '45-54', 'none', ['job-seeker', 'long-term', 'rsa'], 'food-industry', 'searching'],
	['Prisca', 'Oum', 'woman', '18-25', 'cap', ['youth'], 'hospitality', null]
];

/** INVENTED companies around Privas. */
// prettier-ignore
const hosts: [name: string, sector: Sector, size: 'micro' | 'small' | 'mid', commune: string, postcode: string][] = [
	['Châtaignes du Plateau', 'food-industry', 'small', 'Privas', '07000'],
	['Ateliers de l’Ouvèze', 'industry', 'mid', 'Coux', '07000'],
	['Menuiserie Rochas', 'construction', 'micro', 'Veyras', '07000'],
	['Super Ouvèze', 'retail', 'mid', 'Privas', '07000'],
	['Transports Payre', 'transport', 'small', 'Chomérac', '07210'],
	['Résidence des Cèdres', 'health', 'small', 'Privas', '07000'],
	['Auberge du Coiron', 'hospitality', 'micro', 'Alissas', '07210'],
	['Jardins de Chomérac', 'agriculture', 'micro', 'Chomérac', '07210'],
	['Numérique et Co', 'digital', 'micro', 'Privas', '07000']
];

const narrative = {
	context: 'Premier rallye de la structure, avec le service public de l’emploi et la ville. (Texte inventé.)',
	progress:
		'Deux jours sans incident majeur. Une personne n’est venue que le premier jour ; les quatre équipes ont tenu leurs horaires. (Texte inventé.)',
	effects:
		'Les entreprises ont proposé plusieurs immersions ; les participants se sont revus après le rallye. (Texte inventé.)',
	difficulties: 'Trouver des entreprises le mercredi après-midi ; prévoir plus de temps pour la restitution. (Texte inventé.)', // prettier-ignore
	next: 'Un deuxième rallye à Aubenas. (Texte inventé.)'
};

/**
 * An earlier rally of the demonstration's organisation, over and followed up at six months: what bilans are made
 * from. Its bilan waits to be read by the federation; that of its funder is still to be written.
 */
export async function seedPastRally(db: Db, organizationId: string, actor: Actor, now: Date): Promise<void> {
	const first = tuesdayBefore(addDays(wallClock(now).date, -330));
	const identity = {
		title: 'Rallye pour l’emploi du bassin de Privas',
		edition: 1,
		territory: 'Bassin de Privas',
		department: '07'
	};
	const opened = await openRally(db, { ...identity, organizationId, first, format: 'two' }, actor);
	if (!opened.ok) throw new Error(opened.error.code);
	const programme = programmeOf('two', first);
	const saved = await saveRally(
		db,
		(await rallies(db).find(opened.value))!,
		{
			...identity,
			version: 1,
			programme,
			meetingPoint: place('Espace Ouvèze (lieu inventé)'),
			closing: {
				date: programme[1]!.date,
				start: 17 * 60,
				place: place('Salle des Récollets (lieu inventé)')
			},
			contactName: actor.name,
			contactPhone: '04 75 00 00 01',
			settings: defaultSettings
		},
		actor
	);
	if (!saved.ok) throw new Error(saved.error.code);
	const rally = (await rallies(db).find(opened.value))!;
	const ids = await seedRecords(db, rally, actor);
	const run = await planRuns(db).add({ organizationId, rallyId: rally.id, seconds: 4, seed: 1, createdBy: actor.name }); // prettier-ignore
	await computePlan(db, run.id, new AbortController().signal);
	const plan = await plans(db).latest(rally.id);
	if (!plan) return;
	await publishPlan(db, rally, { number: plan.number }, actor);
	await sayWhatHappened(db, rally, ids, actor, now);
	await followUp(db, rally, ids, actor);
	await sendBilans(db, rally, actor, now);
}

const place = (label: string): Place => ({
	label,
	address: '',
	postcode: '07000',
	commune: 'Privas',
	position: { lat: 44.7353, lon: 4.5989 },
	precision: 'commune'
});

function tuesdayBefore(date: IsoDate): IsoDate {
	const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
	return addDays(date, -((weekday - 2 + 7) % 7));
}

/** Adds everybody and everything; gives the participants' ids, in the order above. */
async function seedRecords(db: Db, rally: Rally, actor: Actor): Promise<string[]> {
	const blank = CompanyForm.parse({ name: 'x', sector: 'industry', kind: 'private', state: 'confirmed', teamsAtOnce: '1', peopleAtOnce: '8', visitsMin: '1', visitsMax: '6', turnaroundMinutes: '0' }); // prettier-ignore
	const slots = programmeOf('two', rally.programme[0]!.date).map(({ date }) => ({ date, from: 9 * 60, to: 17 * 60 })); // prettier-ignore
	for (const [name, sector, size, commune, postcode] of hosts)
		await addCompany(db, rally, { ...blank, name, sector, size, commune, postcode, slots }, actor);
	for (const [i, name] of ['Établissements Serein', 'Cartonnages du Mézayon', 'Pharmacie des Boutières', 'Imprimerie Duzon', 'Fromagerie de Creysseilles'].entries()) // prettier-ignore
		await addCompany(db, rally, { ...blank, name, state: i < 3 ? 'declined' : 'approached', commune: 'Privas', postcode: '07000' }, actor); // prettier-ignore
	const ids: string[] = [];
	for (const [firstName, lastName, gender, ageBand, diploma, statuses, formerSector] of people)
		ids.push(
			(
				await addRecord(
					db,
					'participant',
					rally,
					{ firstName, lastName, gender, ageBand, diploma, statuses, formerSector, state: 'confirmed', commune: 'Privas', postcode: '07000' }, // prettier-ignore
					actor
				)
			).id
		);
	for (let i = 0; i < 4; i++) {
		await addRecord(db, 'vehicle', rally, { name: `Voiture ${i + 1}`, kind: 'car', seats: 5 + (i % 2) * 2, owner: 'organizer' }, actor); // prettier-ignore
		await addRecord(db, 'accompanist', rally, { firstName: ['Rose', 'Simon', 'Thérèse', 'Vincent'][i], lastName: '(nom inventé)', phone: '', drives: true }, actor); // prettier-ignore
	}
	// prettier-ignore
	for (const partner of [
		{ name: 'France Travail Privas', category: 'employment-service', roles: ['prescriber', 'partner'] },
		{ name: 'Mission locale', category: 'employment-service', roles: ['prescriber'] },
		{ name: 'Département de l’Ardèche', category: 'institution', roles: ['funder'], targetPublic: 'rsa', targetCount: 5 },
		{ name: 'Ville de Privas', category: 'institution', roles: ['partner'] }
	])
		await addRecord(db, 'partner', rally, partner, actor);
	await seedSupporterLogos(db, rally, actor);
	for (const [name, kind, invited, came] of [['Entreprises visitées', 'company', 9, 7], ['Ville et Département', 'institution', 4, 3], ['Familles et proches', 'participant', 12, 10]] as const) // prettier-ignore
		await addRecord(db, 'guest', rally, { name, kind, people: invited, reply: 'yes', coming: came, came }, actor); // prettier-ignore
	return ids;
}

/** Presences on paper and visits as the teams ticked them: one person came the first day only. */
async function sayWhatHappened(
	db: Db,
	rally: Rally,
	ids: readonly string[],
	actor: Actor,
	now: Date
): Promise<void> {
	const plan = (await plans(db).published(rally.id))!;
	const halves = expectedHalfDays(rally.programme);
	const lastDay = rally.programme.at(-1)!.date;
	const state = (person: number, date: IsoDate): PresenceState =>
		person === 11 && date === lastDay ? 'excused' : 'present';
	const presences = halves.flatMap(({ key, date }) =>
		ids.map((person, i) => ({
			team: null,
			said: { kind: 'presence' as const, person, half: key, state: state(i, date), from: null, reason: 'feuille d’émargement' } // prettier-ignore
		}))
	);
	const visits = plan.teams.flatMap(({ letter, visits: made }) =>
		made.map(({ companyId, date }) => ({
			team: letter,
			said: { kind: 'finished' as const, stop: stopKey(date, companyId) }
		}))
	);
	const said = await sayAsOrganizer(db, rally, [...presences, ...visits], actor, now);
	if (!said.ok) throw new Error(said.error.code);
}

async function followUp(db: Db, rally: Rally, ids: readonly string[], actor: Actor): Promise<void> {
	const on = addDays(rally.programme.at(-1)!.date, 190);
	for (const [i, id] of ids.entries()) {
		const outcome = people[i]![7];
		const said = outcome
			? {
					kind: 'news' as const,
					outcome,
					source: i % 5 === 0 ? ('known' as const) : ('person' as const),
					from: i % 5 === 0 ? 'Prescripteur (inventé)' : '',
					means: 'phone' as const,
					note: ''
				}
			: { kind: 'attempt' as const, means: 'phone' as const, note: 'Messagerie' };
		const noted = await followPerson(db, rally, { participant: id, on, said, seen: '' }, actor, on);
		if (!noted.ok) throw new Error(noted.error.code);
	}
}

async function sendBilans(db: Db, rally: Rally, actor: Actor, now: Date): Promise<void> {
	for (const key of ['federation', 'ansa']) {
		const read = (await readBilan(db, rally, key, now))!;
		const input = BilanForm.parse({ ...narrative, shown: read.sendable.shown ?? [] });
		const saved = await saveBilan(db, rally, read.recipient, { ...input, version: 0 }, actor);
		if (!saved.ok) throw new Error(saved.error.code);
		await moveOwnBilan(db, rally, key, { move: 'send', version: 1, message: '' }, actor, now);
	}
	await moveOwnBilan(db, rally, 'ansa', { move: 'validate', version: 2, message: 'Reçu, merci. (Réponse inventée.)' }, actor, now); // prettier-ignore
}
