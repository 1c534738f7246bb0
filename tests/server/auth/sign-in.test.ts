import { headersOf, password, value } from './people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mayTry } from '$lib/server/auth/attempts';
import { readSession } from '$lib/server/auth/session';
import type { Database } from '$lib/server/db/client';
import {
	changePassword,
	renameAccount,
	signOutEverywhere
} from '$lib/server/use-cases/accounts/change-account';
import { OpenInstallation, openInstallation } from '$lib/server/use-cases/accounts/open-installation';
import { seedAccount } from '$lib/server/use-cases/accounts/seed-organization';
import { SignIn, signIn } from '$lib/server/use-cases/accounts/sign-in';
import { signOut } from '$lib/server/use-cases/accounts/sign-out';
import { backends, freshDatabase } from '../../databases';

const first = {
	organization: 'MIFE Drôme',
	network: 'mife',
	name: 'Claire',
	email: 'claire@exemple.fr',
	password
} as const;

describe.each(backends)('%s', (kind) => {
	let database: Database;
	beforeAll(async () => {
		database = await freshDatabase(kind);
	});
	afterAll(() => database.close());

	const enter = async (email: string, secret = password) =>
		headersOf(value(await signIn(database.db, { email, password: secret }, '192.0.2.1')).cookies);
	const nameOf = async (headers: Headers) => (await readSession(database.db, headers))?.actor.name ?? null;

	test('the first account opens the installation, once, even for two people at once', async () => {
		const answers = await Promise.all([
			openInstallation(database.db, first),
			openInstallation(database.db, first)
		]);
		expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
		const cookies = answers.flatMap((answer) => (answer.ok ? answer.value : []));
		expect(cookies.join()).toMatch(/HttpOnly; SameSite=Lax/i);
		expect((await readSession(database.db, headersOf(cookies)))?.actor.memberships).toEqual([
			{
				organizationId: expect.any(String),
				organizationName: 'MIFE Drôme',
				network: 'mife',
				role: 'administrator'
			}
		]);
	});

	test('signs in whatever the case of the address, and out', async () => {
		const headers = await enter('claire@exemple.fr');
		expect(await nameOf(headers)).toBe('Claire');
		expect(SignIn.parse({ email: ' Claire@Exemple.FR ', password }).email).toBe('claire@exemple.fr');
		await signOut(database.db, headers);
		expect(await nameOf(headers)).toBeNull();
		await signOut(database.db, headers); // twice does no harm
	});

	test('a wrong password and an unknown address are told alike', async () => {
		const wrong = await signIn(database.db, { email: first.email, password: `${password} ` }, '192.0.2.1');
		const unknown = await signIn(database.db, { email: 'personne@exemple.fr', password }, '192.0.2.1');
		expect(wrong).toEqual({ ok: false, error: { code: 'wrong-credentials' } });
		expect(unknown).toEqual(wrong);
	});

	test('after ten attempts one waits, even with the right password', async () => {
		await seedAccount(database.db, { name: 'Visée', email: 'visee@exemple.fr', password });
		for (let i = 0; i < 10; i++) {
			await signIn(database.db, { email: 'visee@exemple.fr', password: 'un autre mot' }, `192.0.2.${i}`);
		}
		const refused = await signIn(database.db, { email: 'visee@exemple.fr', password }, '192.0.2.99');
		expect(refused).toEqual({ ok: false, error: { code: 'too-many-attempts', minutes: 15 } });
		expect(await nameOf(await enter(first.email))).toBe('Claire');
	});

	test('attempts are counted in their window, one by one', async () => {
		const limit = { what: 'test', whom: 'x', max: 2, minutes: 1 };
		const at = (seconds: number) => mayTry(database.db, limit, 1_000_000_000_000 + seconds * 1000);
		const together = await Promise.all([at(0), at(0), at(0)]);
		expect(together.filter(Boolean)).toHaveLength(2);
		expect([await at(59), await at(60), await at(61), await at(62)]).toEqual([false, true, true, false]);
	});

	test('a forged or altered cookie is nobody', async () => {
		const cookie = (await enter(first.email)).get('cookie')!;
		expect(await nameOf(new Headers({ cookie: cookie.replace(/=./, '=!') }))).toBeNull();
		expect(await nameOf(new Headers({ cookie: cookie.slice(0, -6) }))).toBeNull();
		expect(await nameOf(new Headers({ cookie: 'equipage.session_token=%00%ff.x' }))).toBeNull();
	});

	test('« partout » ends the sessions of every device', async () => {
		const [here, there] = [await enter(first.email), await enter(first.email)];
		await signOutEverywhere(database.db, here);
		expect([await nameOf(here), await nameOf(there)]).toEqual([null, null]);
	});

	test('changing the password asks for the present one, and signs the others out', async () => {
		const userId = await seedAccount(database.db, { name: 'Léa', email: 'lea@exemple.fr', password });
		const [here, there] = [await enter('lea@exemple.fr'), await enter('lea@exemple.fr')];
		const change = (currentPassword: string) =>
			changePassword(database.db, here, { userId }, { currentPassword, newPassword: 'un tout autre mot 🐴' });
		expect(await change('pas celui-ci')).toEqual({ ok: false, error: { code: 'wrong-password' } });

		const cookies = value(await change(password));
		expect(await nameOf(headersOf(cookies))).toBe('Léa');
		expect([await nameOf(here), await nameOf(there)]).toEqual([null, null]);
		expect(await nameOf(await enter('lea@exemple.fr', 'un tout autre mot 🐴'))).toBe('Léa');
	});

	test('names are kept as typed: accents, emoji, angle brackets', async () => {
		const odd = '<b>Zoë</b> & ‮"🚗" O’Neil';
		await seedAccount(database.db, { name: odd, email: 'zoe@exemple.fr', password });
		const headers = await enter('zoe@exemple.fr');
		expect(await nameOf(headers)).toBe(odd);
		await renameAccount(database.db, headers, { name: `${odd}!` });
		expect(await nameOf(headers)).toBe(`${odd}!`);
	});
});

describe('what is typed', () => {
	const problems = (typed: Partial<Record<keyof typeof first, unknown>>) =>
		OpenInstallation.safeParse({ ...first, ...typed }).error?.issues.map(({ message }) => message) ?? [];

	test('a password counts twelve characters, and is not trimmed', () => {
		expect(problems({ password: 'onze-lettre' })).toEqual([
			'Choisissez un mot de passe d’au moins 12 caractères.'
		]);
		expect(problems({ password: 'x'.repeat(129) })).toEqual([
			'Un mot de passe ne dépasse pas 128 caractères.'
		]);
		expect(problems({ password: undefined })).toEqual(['Choisissez un mot de passe.']);
		expect(OpenInstallation.parse({ ...first, password: `  ${password} ` }).password).toBe(`  ${password} `);
	});

	test('addresses and names have a shape and a length', () => {
		expect(problems({ email: 'claire' })).toEqual([expect.stringContaining('n’est pas complète')]);
		expect(problems({ email: '' })).toEqual(['Écrivez l’adresse e-mail.']);
		expect(problems({ email: `${'a'.repeat(250)}@exemple.fr` })[0]).toContain('trop long');
		expect(problems({ name: '😀'.repeat(200) })[0]).toContain('trop long');
		expect(problems({ network: 'toString' })).toEqual(['Choisissez le réseau de votre structure.']);
		expect(OpenInstallation.parse({ ...first, name: ' Cl\u0000aire\u202e ' }).name).toBe('Claire');
	});
});
