import type { Page } from '@playwright/test';
import { complaints, expectClean } from './inspect';
import { openRecord } from './pages';
import { expect, test as people, type Who } from './people';

interface Tab {
	page: Page;
	/** What the browser complained about since it was last asked. */
	heard: string[];
}

/** One tab for each person, kept from page to page: a hundred browsers would read the same scripts a hundred times. */
const test = people.extend<object, { tabs: Map<Who, Tab> }>({
	tabs: [
		// eslint-disable-next-line no-empty-pattern
		async ({}, use) => {
			const tabs = new Map<Who, Tab>();
			await use(tabs);
			for (const { page } of tabs.values()) await page.context().close();
		},
		{ scope: 'worker' }
	],
	as: async ({ browser, server, sessions, tabs }, use) => {
		const asked = new Set<Tab>();
		await use(async (who) => {
			let tab = tabs.get(who);
			if (!tab) {
				const context = await browser.newContext({ baseURL: server.origin, storageState: sessions.get(who) });
				tab = { heard: complaints(context), page: await context.newPage() };
				tabs.set(who, tab);
			}
			asked.add(tab);
			return tab.page;
		});
		expect(
			[...asked].flatMap(({ heard }) => heard.splice(0)),
			'errors in the browser'
		).toEqual([]);
	}
});

const lists = ['entreprises', 'participants', 'vehicules', 'accompagnateurs', 'partenaires'];

const ofRally = [
	'',
	'/reglages',
	...lists.map((list) => `/${list}`),
	...lists.map((list) => `/${list}/${list === 'entreprises' ? 'nouvelle' : 'nouveau'}`),
	'/entreprises?archives=1',
	'/entreprises?q=zzz',
	'/entreprises/adresses',
	'/entreprises/reponses',
	'/participants/inscriptions',
	'/participants/informations',
	'/participants/informations/nouvelle',
	'/participants/prescripteurs',
	'/participants/publics',
	'/participants/accords',
	'/participants/rappels?quoi=rallye&quand=2',
	'/mobilisation',
	'/mobilisation?q=zzz',
	'/mobilisation/aujourdhui',
	'/mobilisation/chiffres',
	'/imports?quoi=entreprises',
	'/imports',
	'/trajets',
	'/planning',
	'/prevision',
	'/prevision?personnes=12&entreprises=x',
	'/planning/equipes',
	'/planning/questions',
	'/planning/publier',
	'/planning/avis',
	'/jour',
	'/jour/imprevus',
	'/jour/imprevus/absence',
	'/jour/imprevus/entreprise',
	'/jour/imprevus/prevenir',
	'/jour/exercice',
	'/planning/table',
	'/planning/scenarios',
	'/documents',
	'/charte',
	'/fidelite',
	'/preparation',
	'/financeurs',
	'/comite',
	'/comite/reunions/nouvelle',
	'/copie/nouvelle',
	'/preparation?archives=1',
	'/preparation/nouvelle',
	'/jour/presences',
	'/bilans',
	'/bilans/federation',
	'/bilans/chiffres/companies-mobilised?colonne=prevu',
	'/archive',
	'/fse',
	'/defis',
	'/defis/nouveau',
	'/defis/tableau',
	'/restitution',
	'/cloture',
	'/cloture/invites',
	'/cloture/invites/nouveau',
	'/cloture/invites/liens',
	'/cloture/remises',
	'/cloture/remerciements',
	'/cloture/remerciements/logos',
	'/questionnaires',
	'/questionnaires/saisie?public=participant&moment=after',
	'/questionnaires/contacts',
	'/suivi',
	'/effacer'
];

for (const path of [
	'/rallyes',
	'/rallyes/nouveau',
	'/rallyes/importer',
	'/compte',
	'/organisation',
	'/organisation/charte'
]) {
	test(`${path} is clean`, async ({ as }) => {
		const page = await as('organizer');
		expect((await page.goto(path))?.status()).toBe(200);
		await expectClean(page);
	});
}

for (const path of ofRally) {
	test(`/rallyes/[rally]${path} is clean`, async ({ as, rally }) => {
		const page = await as('organizer');
		expect((await page.goto(rally + path))?.status()).toBe(200);
		await expectClean(page);
	});
}

for (const [list, name] of [
	['entreprises', 'Bricoval Aubenas'],
	['participants', 'Véronique Wagner'],
	['vehicules', 'Minibus du Gravier'],
	['accompagnateurs', 'Denis Escoffier'],
	['partenaires', 'Ville d’Aubenas']
] as const) {
	test(`a record of /rallyes/[rally]/${list} is clean`, async ({ as, rally }) => {
		const page = await as('organizer');
		await openRecord(page, `${rally}/${list}`, name);
		await expectClean(page);
	});
}

test('what is held of a person is clean', async ({ as, rally }) => {
	const page = await as('organizer');
	await openRecord(page, `${rally}/participants`, 'Véronique Wagner');
	expect((await page.goto(`${page.url().split('?')[0]}/donnees`))?.status()).toBe(200);
	await expectClean(page);
});

for (const path of ['conservation', 'demandes', 'lectures', 'registre']) {
	test(`/organisation/[organization]/${path} is clean`, async ({ as }) => {
		const page = await as('organizer');
		await page.goto('/organisation');
		const address = `${page.url().replace(/\/$/, '')}/${path}`;
		expect((await page.goto(address))?.status()).toBe(200);
		await expectClean(page);
	});
}

for (const [path, status] of [
	['/connexion', 200],
	['/mot-de-passe-oublie', 200],
	['/invitation/inconnue', 200],
	['/nouveau-mot-de-passe/inconnu', 200],
	['/premiere-fois', 404],
	['/n-importe-quoi', 404]
] as const) {
	test(`${path} is clean for anybody`, async ({ as }) => {
		const page = await as('nobody');
		expect((await page.goto(path))?.status()).toBe(status);
		await expectClean(page);
	});
}
