import { headersOf, password, value } from './auth/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Handle, HandleServerError } from '@sveltejs/kit';
import { homeOf, localPath } from '$lib/server/auth/home';
import { withTiles } from '$lib/server/auth/security-headers';
import { actorOf } from '$lib/server/auth/session';
import type { Database } from '$lib/server/db/client';
import { seedOrganization } from '$lib/server/use-cases/accounts/seed-organization';
import { signIn } from '$lib/server/use-cases/accounts/sign-in';
import { freshDatabase } from '../databases';
import { ask } from './auth/request';

const kept = globalThis as { equipageDatabase?: Promise<Database> };
let database: Database;
let handle: Handle;
let handleError: HandleServerError;
let session: Headers;

beforeAll(async () => {
	database = await freshDatabase('pglite');
	kept.equipageDatabase = Promise.resolve(database);
	({ handle, handleError } = await import('../../src/hooks.server'));
	await seedOrganization(database.db, { name: 'MIFE', network: 'mife' }, [
		{ name: 'Claire', email: 'claire@exemple.fr', password, role: 'administrator' }
	]);
	session = headersOf(
		value(await signIn(database.db, { email: 'claire@exemple.fr', password }, '192.0.2.1')).cookies
	);
});
afterAll(async () => {
	delete kept.equipageDatabase;
	await database.close();
});

test('every page tells the browser what it must know', async () => {
	const { headers } = await ask(handle, { routeId: '/(account)/connexion' });
	expect(Object.fromEntries(headers)).toMatchObject({
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'same-origin',
		'permissions-policy': expect.stringContaining('camera=()')
	});
	expect(headers.get('cache-control')).toBeNull();
});

test('what is personal is not stored, and an address that is a key does not leave', async () => {
	const page = await ask(handle, { routeId: '/(organizer)/rallyes', headers: session });
	expect([page.reached, page.headers.get('cache-control')]).toEqual([true, 'private, no-store']);
	const byToken = await ask(handle, {
		routeId: '/(accompanist)/itineraire/[token]',
		params: { token: 'abc' }
	});
	expect(byToken.headers.get('referrer-policy')).toBe('same-origin');
	expect(byToken.headers.get('cache-control')).toBe('private, no-store');
});

test('a refusal carries the same headers as a page', async () => {
	const refused = await ask(handle, { routeId: '/(organizer)/inconnue', headers: session });
	expect([refused.status, refused.headers.get('x-content-type-options')]).toEqual([404, 'nosniff']);
});

test('a message is shown by the next page, and forgotten then', async () => {
	const cookies = { 'equipage-message': JSON.stringify({ message: 'C’est fait.', undo: 'c1' }) };
	const asked = { routeId: '/(account)/connexion', cookies };
	const shown = await ask(handle, asked);
	expect(shown.event.locals.flash).toEqual({ message: 'C’est fait.', undo: 'c1' });
	expect(shown.headers.get('set-cookie')).toMatch(/^equipage-message=;.*Max-Age=0/);

	const redirected = await ask(
		handle,
		asked,
		() => new Response(null, { status: 303, headers: { location: '/' } })
	);
	expect(redirected.headers.get('set-cookie')).toBeNull();
	const forged = await ask(handle, { ...asked, cookies: { 'equipage-message': '{"message":{}}' } });
	expect(forged.event.locals.flash).toBeNull();
});

test('an error gives a reference, a lost page none', async () => {
	const { event } = await ask(handle, { routeId: '/' });
	const told = await handleError({
		error: new Error('claire@exemple.fr'),
		event,
		status: 500,
		message: ''
	} as never);
	expect(told).toEqual({
		message: expect.not.stringContaining('claire'),
		reference: expect.stringMatching(/^\w{8}$/)
	});
	expect(await handleError({ error: null, event, status: 404, message: '' } as never)).not.toHaveProperty(
		'reference'
	);
});

test.each([
	['https://tuiles.exemple.fr/{z}/{x}/{y}.png', 'https://tuiles.exemple.fr'],
	['https://{s}.tuiles.exemple.fr/{z}/{x}/{y}.png', 'https://*.tuiles.exemple.fr'],
	['https://tuiles.exemple.fr:8443/{z}/{x}/{y}.png', 'https://tuiles.exemple.fr:8443']
])('the tiles of %s may be shown', (url, source) => {
	const csp = "default-src 'self'; img-src 'self' data:; object-src 'none'";
	expect(withTiles(csp, url)).toBe(`default-src 'self'; img-src ${source} 'self' data:; object-src 'none'`);
});

test.each([
	'//ailleurs.fr',
	'/\\ailleurs.fr',
	'https://ailleurs.fr',
	'javascript:alert(1)',
	'',
	null,
	'rallyes',
	'/\t/ailleurs.fr'
])('%j is not followed after signing in', (wanted) => expect(localPath(wanted)).toBeNull());

test('the page asked for is found again', () => {
	expect(localPath('/rallyes/1/entreprises?q=boul')).toBe('/rallyes/1/entreprises?q=boul');
});

test('each arrives where they have something to do', async () => {
	const nobody = await actorOf(database.db, { id: 'x', name: '', email: '' });
	const as = (network: 'mife' | 'federation') => ({
		...nobody,
		memberships: [{ organizationId: 'a', organizationName: 'A', network, role: 'reader' as const }]
	});
	expect([homeOf(nobody), homeOf(as('mife')), homeOf(as('federation'))]).toEqual([
		'/compte',
		'/rallyes',
		'/federation'
	]);
});
