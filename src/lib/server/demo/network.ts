import { addDays, type IsoDate } from '$lib/domain/calendar';
import { charterVersions, currentCharter } from '$lib/domain/charter/numbers';
import { programmeOf } from '$lib/domain/formats';
import { defaultSettings, type OrganizerNetwork } from '$lib/domain/rally';
import type { NameRightState } from '$lib/domain/network/name-right';
import type { BilanState } from '$lib/domain/bilan/bilan';
import type { Db } from '../db/client';
import { networkStanding } from '../db/repositories/network-standing';
import { rallies } from '../db/repositories/rallies';
import { bilan, organization } from '../db/schema';
import { seedOrganization } from '../use-cases/accounts/seed-organization';
import { closeCampaign, openCampaign } from '../use-cases/network/run-campaign';
import { noteAttendance } from '../use-cases/network/meetings';
import { addNetworkRecord } from '../use-cases/network/save-network-record';
import { aPastBilan, type PastRally } from './network-bilans';
import { DEMO_PASSWORD } from './seed-demo';

/** Who opens the federation's space in the demonstration, with `DEMO_PASSWORD`. */
export const federationAccount = {
	name: 'Sasha Fédère',
	email: 'federation@demo.example',
	says: 'lit le réseau, pour la fédération'
} as const;

interface InventedOrganization {
	id: string;
	name: string;
	network: OrganizerNetwork;
	right: NameRightState;
	reason?: string;
	territories: [kind: 'department' | 'commune', code: string, name: string][];
	rallies: (PastRally & { first: string; state: BilanState | null; format: 'two' | 'three' })[];
}

/** Organisations and past rallies that never were: `first` is a month and day of last year, or of this year with « + ». */
const invented: InventedOrganization[] = [
	{
		id: 'demo-crepi-deux-vallees',
		name: 'CREPI des Deux Vallées (structure inventée)',
		network: 'crepi',
		right: 'granted',
		territories: [['department', '38', '']],
		rallies: [
			{ title: 'Rallye du Grésivaudan', edition: 4, territory: 'Grésivaudan', department: '38', first: '04-08', format: 'two', state: 'validated', planned: 24, came: 22, companies: [12, 11], professionals: 17, answered: 18, solutions: 11, women: 12, level: '4' }, // prettier-ignore
			{ title: 'Rallye du Voironnais', edition: 5, territory: 'Voironnais', department: '38', first: '+03-17', format: 'three', state: 'sent', planned: 28, came: 26, companies: [14, 14], professionals: 20, answered: null, solutions: null, women: 15, level: '4' } // prettier-ignore
		]
	},
	{
		id: 'demo-passerelles-loire',
		name: 'Passerelles en Loire (structure inventée)',
		network: 'siae',
		right: 'granted',
		territories: [['department', '42', '']],
		rallies: [
			{ title: 'Rallye du Roannais', edition: 1, territory: 'Roannais', department: '42', first: '06-11', format: 'three', state: 'validated', planned: 20, came: 18, companies: [15, 13], professionals: 18, answered: 15, solutions: 8, women: 9, level: '3' }, // prettier-ignore
			{ title: 'Rallye de la plaine du Forez', edition: 2, territory: 'Plaine du Forez', department: '42', first: '+05-19', format: 'three', state: 'to-fix', planned: 18, came: 17, companies: [10, 10], professionals: 14, answered: null, solutions: null, women: 8, level: '3' } // prettier-ignore
		]
	},
	{
		id: 'demo-mife-haut-relief',
		name: 'MIFE du Haut-Relief (structure inventée)',
		network: 'mife',
		right: 'granted',
		territories: [['commune', '74278', 'Thyez']],
		rallies: [
			{ title: 'Rallye Arve et montagne', edition: 2, territory: 'Arve Faucigny', department: '74', first: '11-05', format: 'two', state: 'validated', planned: 16, came: 16, companies: [9, 9], professionals: 13, answered: 16, solutions: 7, women: 14, level: '4' } // prettier-ignore
		]
	},
	{
		id: 'demo-actions-val-de-maine',
		name: 'Actions Val de Maine (structure inventée)',
		network: 'siae',
		right: 'suspended',
		reason: 'Deux rallyes annoncés sous un autre nom ; à revoir à la prochaine rencontre.',
		territories: [['department', '49', '']],
		rallies: [
			{ title: 'Rallye du Baugeois inventé', edition: 1, territory: 'Baugeois', department: '49', first: '+03-24', format: 'three', state: null, planned: 30, came: 30, companies: [20, 20], professionals: 26, answered: null, solutions: null, women: 16, level: '3' } // prettier-ignore
		]
	},
	{
		id: 'demo-mife-drome',
		name: 'MIFE de la Haute Drôme (structure inventée)',
		network: 'mife',
		right: 'granted',
		territories: [
			['department', '26', ''],
			['commune', '07019', 'Aubenas']
		],
		rallies: [
			{ title: 'Rallye du Diois', edition: 1, territory: 'Diois', department: '26', first: '10-07', format: 'two', state: 'validated', planned: 15, came: 13, companies: [8, 7], professionals: 11, answered: 9, solutions: null, women: 7, level: '2' } // prettier-ignore
		]
	}
];

/** The federation and its network, all invented but the cited figures, which name their sources. */
export async function seedNetwork(db: Db, ownOrganizationId: string, today: IsoDate): Promise<void> {
	const editor = { name: federationAccount.name };
	const thisYear = Number(today.slice(0, 4));
	const { organizationId } = await seedOrganization(
		db,
		{ name: 'Fédération des CREPI (démonstration)', network: 'federation' },
		[{ name: editor.name, email: federationAccount.email, password: DEMO_PASSWORD, role: 'administrator' }]
	);
	await seedLibrary(db, ownOrganizationId, { name: 'Camille Organise' });
	await seedCharter(db, organizationId, `${thisYear + 1}-01-01`, editor);
	const standing = networkStanding(db);
	for (const one of invented) {
		await db.insert(organization).values({ id: one.id, name: one.name, slug: one.id, network: one.network });
		const granted = {
			organizationId: one.id,
			reason: '',
			heldFrom: `${thisYear - 1}-01-15`,
			by: editor.name
		};
		await standing.decide({ ...granted, state: 'granted' });
		if (one.right !== 'granted')
			await standing.decide({ ...granted, state: one.right, reason: one.reason ?? '', heldFrom: addDays(today, -30) }); // prettier-ignore
		for (const [kind, code, name] of one.territories)
			await standing.addTerritory({ organizationId: one.id, kind, code, name, by: editor.name });
		for (const { first, state, format, ...past } of one.rallies) {
			const wanted = first.startsWith('+') ? `${thisYear}-${first.slice(1)}` : `${thisYear - 1}-${first}`;
			// A demonstration opened in January has no past rally of its year yet.
			const date = wanted < addDays(today, -10) ? wanted : `${thisYear - 1}-${first.replace('+', '')}`;
			const programme = programmeOf(format, date);
			const rally = await rallies(db).add({
				organizationId: one.id,
				title: past.title,
				edition: past.edition,
				territory: past.territory,
				department: past.department,
				programme,
				settings: defaultSettings,
				charterVersion: currentCharter,
				updatedBy: one.name
			});
			if (state === null) continue;
			await db.insert(bilan).values({
				organizationId: one.id,
				rallyId: rally.id,
				recipient: 'federation',
				state,
				sent: aPastBilan(past, programme),
				sentOn: new Date(`${addDays(programme.at(-1)!.date, 60) < today ? addDays(programme.at(-1)!.date, 60) : today}T09:00:00Z`), // prettier-ignore
				sendings: 1,
				updatedBy: one.name
			});
		}
	}
	await standing.decide({ organizationId: ownOrganizationId, state: 'granted', reason: '', heldFrom: `${thisYear - 1}-01-15`, by: editor.name }); // prettier-ignore
	await standing.addTerritory({ organizationId: ownOrganizationId, kind: 'department', code: '07', name: '', by: editor.name }); // prettier-ignore

	const last = await openCampaign(db, organizationId, { year: thisYear - 1, opensOn: `${thisYear - 1}-11-01`, dueOn: `${thisYear}-01-31`, message: '' }, editor); // prettier-ignore
	if (last.ok) await closeCampaign(db, last.value, true, editor);
	await openCampaign(
		db,
		organizationId,
		{
			year: thisYear,
			opensOn: `${thisYear}-01-01`,
			dueOn: `${thisYear + 1}-01-31`,
			message:
				'Envoyez le bilan dans les deux mois qui suivent le rallye ; les solutions à six mois suivront.'
		},
		editor
	);
	const meeting = await addNetworkRecord(
		db,
		'meeting',
		organizationId,
		{ title: 'Rencontre nationale', heldOn: addDays(today, -75), place: 'Lyon', note: '' },
		editor
	);
	await noteAttendance(db, meeting, [ownOrganizationId, ...invented.slice(0, 3).map(({ id }) => id)]);
	await addNetworkRecord(db, 'announced', organizationId, { department: '26', territory: 'Vallée de la Drôme', month: addDays(today, 120).slice(0, 7), organizer: invented[4]!.name, note: '' }, editor); // prettier-ignore
	for (const cited of citedFigures) await addNetworkRecord(db, 'cited', organizationId, cited, editor);
}

/** Printed figures that contradict each other: two sources stay two lines. */
const citedFigures = [
	{ year: 2016, label: 'Participants avec une solution à six mois', value: '35 %', base: '334 participants ; mode de calcul non précisé', source: 'Ansa, bilan de l’essaimage des rallyes pour l’emploi', sourceOn: '2019-09-01' }, // prettier-ignore
	{ year: 2017, label: 'Participants avec une solution à six mois', value: '55 %', base: 'une quinzaine de rallyes ; mode de calcul non précisé', source: 'Affiches des rallyes pour l’emploi', sourceOn: null }, // prettier-ignore
	{ year: 2019, label: 'Personnes accompagnées par les projets essaimés', value: '1 082', base: 'dans le texte', source: 'AIS#Emploi, rapport, dans le texte', sourceOn: '2019-03-01' }, // prettier-ignore
	{ year: 2019, label: 'Personnes accompagnées par les projets essaimés', value: '1 058', base: 'dans le tableau, huit projets', source: 'AIS#Emploi, rapport, tableau final', sourceOn: '2019-03-01' } // prettier-ignore
];

/** Two INVENTED tools, one published, one to be read by the federation. */
async function seedLibrary(db: Db, owner: string, editor: { name: string }) {
	const licence = 'Texte inventé pour la démonstration, libre de reprise.';
	await addNetworkRecord(db, 'library', owner, { title: 'Le métier en trois gestes', kind: 'game', body: 'Dans la voiture, chacun mime un geste vu le matin. Les autres disent l’entreprise, le métier, ce qu’il faut savoir faire.', licence, state: 'published', publishedAt: new Date() }, editor); // prettier-ignore
	await addNetworkRecord(db, 'library', owner, { title: 'Appel à une entreprise recommandée', kind: 'script', body: 'Bonjour, Mme Untel, de chez Untel, nous a conseillé de vous appeler…', licence, state: 'proposed' }, editor); // prettier-ignore
}

/** A version to come, invented: what changes is seen before it holds, and no rally of the demonstration is under it. */
async function seedCharter(db: Db, organizationId: string, inForceFrom: IsoDate, editor: { name: string }) {
	const { days, visitHalfDays, restitutionHalfDays, participants, visitsPerParticipant, companiesMin } =
		charterVersions[currentCharter];
	const year = inForceFrom.slice(0, 4);
	await addNetworkRecord(
		db,
		'charter',
		organizationId,
		{
			label: year,
			title: `Charte des rallyes pour l’emploi, version de ${year} (inventée)`,
			inForceFrom,
			numbers: {
				...{ days, visitHalfDays, restitutionHalfDays, participants, visitsPerParticipant, companiesMin },
				teamSize: { min: 3, max: 7 }
			},
			says: { R06: 'Les participants forment des équipes de 3 à 7 personnes. (Phrase inventée.)' }
		},
		editor
	);
}
