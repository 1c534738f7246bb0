import { headersOf, password, value } from './auth/people';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Handle } from '@sveltejs/kit';
import type { Role } from '$lib/domain/access';
import { defaultSettings, type OrganizerNetwork } from '$lib/domain/rally';
import { params as knownParams, ruleOf } from '$lib/server/access-policy';
import type { Database } from '$lib/server/db/client';
import { rallies } from '$lib/server/db/repositories/rallies';
import { seedAccount, seedOrganization } from '$lib/server/use-cases/accounts/seed-organization';
import { signIn } from '$lib/server/use-cases/accounts/sign-in';
import { backends, freshDatabase } from '../databases';
import { ask } from './auth/request';

/** Every address of the application, read from the files: a new route is walked without being added here. */
const routes = readdirSync('src/routes', { recursive: true, withFileTypes: true })
	.filter(({ name }) => /^\+(page|server)(\.server)?\.(svelte|ts)$/.test(name))
	.map(({ parentPath }) => `/${parentPath.replace(/^src\/routes\/?/, '')}`)
	.filter((route, i, all) => all.indexOf(route) === i)
	.sort();

type Outcome = 'reached' | 'not-found' | 'sign-in';
type Walker = 'nobody' | 'alone' | `${'ours' | 'theirs' | 'federation'} ${Role}`;

const walkers: Walker[] = [
	'nobody',
	'alone',
	...(['ours', 'theirs', 'federation'] as const).flatMap((where) =>
		(['administrator', 'organizer', 'reader'] as const).map((role) => `${where} ${role}` as const)
	)
];

/** What the policy must come to, said a second time: by group of pages, for the pages of « ours ». */
const expectations: [pattern: RegExp, read: (who: Walker) => boolean, write: (who: Walker) => boolean][] = [
	[/^\/$|^\/healthz$|introuvable/, () => true, () => false],
	[/^\/\(account\)\/deconnexion$/, () => false, () => true],
	[/^\/\(account\)\/compte$/, (who) => who !== 'nobody', (who) => who !== 'nobody'],
	[
		/^\/\(account\)\/(connexion|premiere-fois|mot-de-passe-oublie|nouveau-mot-de-passe|invitation)/,
		() => true,
		() => true
	],
	[/^\/\((accompanist|guest|host|participant|prescriber)\)\/[\w-]+\/\[token\]/, () => true, () => true],
	[
		/^\/\(organizer\)\/rallyes\/\[rally\](?!\/.+\/nouve(au|lle)$|\/effacer$|\/cloture\/invites\/liens$|\/participants\/\[participant\]\/donnees|\/imports|\/questionnaires|\/suivi$|\/archive|\/fse$|\/bilans\/chiffres|\/jour(\/|$)|\/planning\/(avis$|table|scenarios$)|\/documents\/(appels$|dossier)|\/entreprises\/\[company\]\/noms$|\/participants\/(publics|accords|rappels|prescripteurs|\[participant\]\/(accords|remplacer))$)/,
		(who) => who.startsWith('ours'),
		(who) => who === 'ours administrator' || who === 'ours organizer'
	],
	[
		/^\/\(organizer\)\/rallyes\/\[rally\]\/(.+\/nouve(au|lle)$|cloture\/invites\/liens$|imports|questionnaires|suivi$|archive|fse$|bilans\/chiffres|jour(\/|$)|planning\/(avis$|table|scenarios$)|documents\/(appels$|dossier)|entreprises\/\[company\]\/noms$|participants\/(publics|accords|rappels|prescripteurs|\[participant\]\/(accords|remplacer))$)/,
		(who) => who === 'ours administrator' || who === 'ours organizer',
		(who) => who === 'ours administrator' || who === 'ours organizer'
	],
	[
		/^\/\(organizer\)\/rallyes\/\[rally\]\/effacer$/,
		(who) => who === 'ours administrator',
		(who) => who === 'ours administrator'
	],
	[
		/^\/\(organizer\)\/rallyes\/\[rally\]\/participants\/\[participant\]\/donnees$/,
		(who) => who === 'ours administrator' || who === 'ours organizer',
		(who) => who === 'ours administrator'
	],
	[
		/^\/\(organizer\)\/rallyes\/\[rally\]\/participants\/\[participant\]\/donnees\/fichier$/,
		(who) => who === 'ours administrator' || who === 'ours organizer',
		() => false
	],
	[/^\/\(organizer\)\/rallyes\/(nouveau|importer)$/, (who) => prepares(who), (who) => prepares(who)],
	[/^\/\(organizer\)\/rallyes$/, (who) => /^(ours|theirs)/.test(who), (who) => prepares(who)],
	[/^\/\(organizer\)\/organisation\/bibliotheque\/proposer$/, (who) => prepares(who), (who) => prepares(who)],
	[
		/^\/\(organizer\)\/organisation\/bibliotheque(?!\/proposer)/,
		(who) => who.includes(' '),
		(who) => prepares(who)
	],
	[/^\/\(organizer\)\/organisation\/charte$/, (who) => who.includes(' '), () => false],
	[/^\/\(organizer\)\/organisation$/, (who) => who.includes(' '), () => false],
	[
		/^\/\(organizer\)\/organisation\/\[organization\](\/logo.*)?$/,
		(who) => who.startsWith('ours'),
		(who) => who === 'ours administrator'
	],
	[
		/^\/\(organizer\)\/organisation\/\[organization\]\/(?!logo).+/,
		(who) => who === 'ours administrator',
		(who) => who === 'ours administrator'
	],
	[
		/^\/\(federation\)\//,
		(who) => who.startsWith('federation'),
		(who) => who === 'federation administrator' || who === 'federation organizer'
	]
];
const prepares = (who: Walker) => /^(ours|theirs) (administrator|organizer)$/.test(who);

test('the walk finds the routes', () => {
	expect(routes).toContain('/(organizer)/rallyes/[rally]/entreprises/[company]');
	expect(routes).toContain('/healthz');
});

describe.each(routes)('%s', (route) => {
	test('has a rule in the access policy, and an expectation here', () => {
		expect(ruleOf(route), 'add it to src/lib/server/access-policy.ts').not.toBeNull();
		expect(expectations.filter(([pattern]) => pattern.test(route))).toHaveLength(1);
	});

	test('says what its params hold', () => {
		for (const [, name] of route.matchAll(/\[(?:\.\.\.)?(\w+)(?:=\w+)?\]/g)) {
			expect(Object.keys(knownParams), 'add it to params in src/lib/server/access-policy.ts').toContain(name);
		}
	});
});

describe.each(backends)('on %s', (kind) => {
	let database: Database;
	let handle: Handle;
	let sessions: Map<Walker, Headers>;
	let given: Record<string, string>;

	beforeAll(async () => {
		database = await freshDatabase(kind);
		(globalThis as { equipageDatabase?: Promise<Database> }).equipageDatabase = Promise.resolve(database);
		({ handle } = await import('../../src/hooks.server'));
		sessions = new Map<Walker, Headers>([['nobody', new Headers()]]);

		const enter = async (who: Walker) =>
			headersOf(value(await signIn(database.db, { email: emailOf(who), password }, '192.0.2.1')).cookies);
		const organization = async (where: 'ours' | 'theirs' | 'federation', network: OrganizerNetwork) => {
			const person = <R extends Role>(role: R) => ({
				name: role,
				email: emailOf(`${where} ${role}`),
				password,
				role
			});
			const { organizationId } = await seedOrganization(database.db, { name: where, network }, [
				person('administrator'),
				person('organizer'),
				person('reader')
			]);
			for (const role of ['administrator', 'organizer', 'reader'] as const) {
				sessions.set(`${where} ${role}`, await enter(`${where} ${role}`));
			}
			return organizationId;
		};
		const ours = await organization('ours', 'mife');
		await organization('theirs', 'siae');
		await organization('federation', 'federation');
		await seedAccount(database.db, { name: 'alone', email: emailOf('alone'), password });
		sessions.set('alone', await enter('alone'));

		const rally = await rallies(database.db).add({
			organizationId: ours,
			title: 'Rallye',
			department: '26',
			programme: [],
			settings: defaultSettings,
			charterVersion: 'test',
			updatedBy: 'test'
		});
		given = Object.fromEntries(Object.keys(knownParams).map((name) => [name, crypto.randomUUID()]));
		given.rally = rally.id;
		given.organization = ours;
		given.file = 'entreprises.csv';
		given.paper = 'badges';
		given.picture = 'rallyes';
		given.imprevu = 'absence';
		given.recipient = 'federation';
		given.figure = 'participants';
	});
	afterAll(async () => {
		delete (globalThis as { equipageDatabase?: Promise<Database> }).equipageDatabase;
		await database.close();
	});

	const paramsOf = (route: string) =>
		Object.fromEntries(
			[...route.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name]) => [name!, given[name!] ?? 'x'])
		);

	async function outcome(
		route: string,
		who: Walker,
		method: string,
		params = paramsOf(route)
	): Promise<Outcome> {
		const answered = await ask(handle, { routeId: route, params, method, headers: sessions.get(who)! });
		if (answered.reached) return 'reached';
		if (answered.status === 303) {
			expect(answered.location).toMatch(/^\/connexion\?suite=%2F/);
			return 'sign-in';
		}
		expect(answered.status).toBe(404);
		return 'not-found';
	}

	describe.each(routes)('%s', (route) => {
		const [, mayRead, mayWrite] = expectations.find(([pattern]) => pattern.test(route))!;

		test('is read by those who may, and does not exist for the others', async () => {
			for (const who of walkers) {
				const closed = who === 'nobody' && !/deconnexion/.test(route) ? 'sign-in' : 'not-found';
				expect(`${who}: ${await outcome(route, who, 'GET')}`).toBe(
					`${who}: ${mayRead(who) ? 'reached' : closed}`
				);
			}
		});

		// An action is a POST whatever its name: the policy does not look at the name.
		test('is written by those who may, and does not exist for the others', async () => {
			for (const who of walkers) {
				const expected = mayWrite(who) ? 'reached' : 'not-found';
				expect(`${who}: ${await outcome(route, who, 'POST')}`).toBe(`${who}: ${expected}`);
			}
		});

		test('treats every other method as writing, but HEAD', async () => {
			for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
				const expected = mayWrite('ours reader') ? 'reached' : 'not-found';
				expect(await outcome(route, 'ours reader', method)).toBe(expected);
			}
			expect(await outcome(route, 'ours reader', 'HEAD')).toBe(
				mayRead('ours reader') ? 'reached' : 'not-found'
			);
		});

		const varying = Object.keys(knownParams).filter((name) => route.includes(`[${name}]`));
		test.runIf(varying.length > 0)('does not exist with a param that is none', async () => {
			for (const name of varying) {
				for (const bad of ['', 'x\u0000', "'; drop table rally; --", '🐴']) {
					const params = { ...paramsOf(route), [name]: bad };
					expect(await outcome(route, 'ours administrator', 'GET', params)).toBe('not-found');
				}
			}
		});
	});

	test('a rally that does not exist is told like one of another organisation', async () => {
		const route = '/(organizer)/rallyes/[rally]/entreprises';
		const unknown = { rally: crypto.randomUUID() };
		expect(await outcome(route, 'ours administrator', 'GET', unknown)).toBe('not-found');
		expect(await outcome(route, 'theirs administrator', 'GET')).toBe('not-found');
		expect(await outcome(route, 'nobody', 'GET', unknown)).toBe('sign-in');
	});

	test('a route that the policy does not know does not exist, even for an administrator', async () => {
		for (const route of [
			'/(organizer)/nouvelle-page',
			'/api/auth/sign-in',
			'/(organizer)/rallyesque/[rally]'
		]) {
			expect(await outcome(route, 'ours administrator', 'GET')).toBe('not-found');
			expect(await outcome(route, 'ours administrator', 'POST')).toBe('not-found');
		}
	});

	test('a data request is refused like its page', async () => {
		const route = '/(organizer)/rallyes/[rally]/entreprises';
		const asked = { routeId: route, params: paramsOf(route), data: true };
		const theirs = await ask(handle, { ...asked, headers: sessions.get('theirs reader')! });
		expect([theirs.status, theirs.reached]).toEqual([404, false]);
		const ours = await ask(handle, { ...asked, headers: sessions.get('ours reader')! });
		expect([ours.reached, ours.event.locals.rally.title]).toEqual([true, 'Rallye']);
	});
});

const emailOf = (who: Walker) => `${who.replace(' ', '.')}@exemple.fr`;
