import { headersOf, keptMail, password, tokenIn, value } from './people';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { actorOf, readSession } from '$lib/server/auth/session';
import type { Database } from '$lib/server/db/client';
import { askReset, createMemberResetLink } from '$lib/server/use-cases/accounts/ask-reset';
import { changeRole, removeMember } from '$lib/server/use-cases/accounts/change-members';
import { createResetLink, resetLinkWorks, setNewPassword } from '$lib/server/use-cases/accounts/new-password';
import { readOrganization } from '$lib/server/use-cases/accounts/read-organization';
import { saveOrganization } from '$lib/server/use-cases/accounts/save-organization';
import { seedOrganization } from '$lib/server/use-cases/accounts/seed-organization';
import { signIn } from '$lib/server/use-cases/accounts/sign-in';
import { backends, freshDatabase } from '../../databases';

describe.each(backends)('%s', (kind) => {
	const opening = freshDatabase(kind);
	let database: Database;
	let organizationId: string;
	let [claire, paul] = ['', ''];
	let [claireEmail, paulEmail] = ['', ''];
	let turn = 0;

	beforeEach(async () => {
		database = await opening;
		turn += 1;
		[claireEmail, paulEmail] = [`claire${turn}@exemple.fr`, `paul${turn}@exemple.fr`];
		const seeded = await seedOrganization(database.db, { name: 'CREPI', network: 'crepi' }, [
			{ name: 'Claire', email: claireEmail, password, role: 'administrator' },
			{ name: 'Paul', email: paulEmail, password, role: 'organizer' }
		]);
		organizationId = seeded.organizationId;
		[claire, paul] = [seeded.userIds[0]!, seeded.userIds[1]!];
	});
	afterAll(async () => (await opening).close());

	const rolesNow = async () =>
		(await readOrganization(database.db, organizationId))!.members.map(({ name, role }) => `${name} ${role}`);
	const setRole = (userId: string, role: 'administrator' | 'organizer' | 'reader') =>
		changeRole(database.db, organizationId, { userId, role });
	const actor = (id: string) => actorOf(database.db, { id, name: '', email: '' });
	const canEnter = async (email: string, secret: string) =>
		(await signIn(database.db, { email, password: secret }, '192.0.2.1')).ok;

	test('roles change, and members leave', async () => {
		value(await setRole(paul, 'reader'));
		expect(await rolesNow()).toEqual(['Claire administrator', 'Paul reader']);
		value(await removeMember(database.db, organizationId, paul));
		expect(await rolesNow()).toEqual(['Claire administrator']);
		expect((await actor(paul)).memberships).toEqual([]);
		expect(await setRole(paul, 'reader')).toEqual({ ok: false, error: { code: 'not-found' } });
	});

	test('the last administrator stays one', async () => {
		const refused = { ok: false, error: { code: 'last-administrator', name: 'Claire' } };
		expect(await setRole(claire, 'reader')).toEqual(refused);
		expect(await removeMember(database.db, organizationId, claire)).toEqual(refused);
		expect((await setRole(claire, 'administrator')).ok).toBe(true);
		value(await setRole(paul, 'administrator'));
		expect((await removeMember(database.db, organizationId, claire)).ok).toBe(true);
	});

	test('two administrators who step down at once leave one', async () => {
		value(await setRole(paul, 'administrator'));
		const answers = await Promise.all([setRole(claire, 'organizer'), setRole(paul, 'organizer')]);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		expect((await rolesNow()).filter((line) => line.endsWith('administrator'))).toHaveLength(1);
	});

	test('a member of another organisation is not touched from here', async () => {
		const other = await seedOrganization(database.db, { name: 'B', network: 'siae' }, [
			{ name: 'Ana', email: `ana${turn}@exemple.fr`, password, role: 'administrator' }
		]);
		const ana = other.userIds[0]!;
		expect(await setRole(ana, 'reader')).toEqual({ ok: false, error: { code: 'not-found' } });
		expect(await removeMember(database.db, organizationId, ana)).toMatchObject({ ok: false });
		const link = await createMemberResetLink(database.db, organizationId, ana, await actor(claire));
		expect(link).toEqual({ ok: false, error: { code: 'not-found' } });
	});

	test('an organisation is renamed', async () => {
		value(
			await saveOrganization(database.db, organizationId, {
				name: '<i>CREPI</i> 🚗',
				network: 'crepi',
				carrierNetworks: []
			})
		);
		expect((await actor(claire)).memberships).toMatchObject([
			{ organizationName: '<i>CREPI</i> 🚗', network: 'crepi' }
		]);
	});

	test('nobody makes their organisation the federation beside others', async () => {
		await seedOrganization(database.db, { name: 'C', network: 'siae' }, [
			{ name: 'Bruno', email: `bruno${turn}@exemple.fr`, password, role: 'administrator' }
		]);
		const values = { name: 'A', network: 'federation' as const, carrierNetworks: [] };
		expect(await saveOrganization(database.db, organizationId, values)).toEqual({
			ok: false,
			error: { code: 'not-the-federation' }
		});
		expect((await actor(claire)).memberships).not.toMatchObject([{ network: 'federation' }]);
	});

	test('a reset link sets the password once and ends the sessions', async () => {
		const headers = headersOf(
			value(await signIn(database.db, { email: paulEmail, password }, '192.0.2.1')).cookies
		);
		const made = await createMemberResetLink(database.db, organizationId, paul, await actor(claire));
		const token = tokenIn(value(made).link);
		expect(await resetLinkWorks(database.db, token)).toBe(true);
		value(await setNewPassword(database.db, token, 'un nouveau mot de passe'));

		expect(await readSession(database.db, headers)).toBeNull();
		expect(await canEnter(paulEmail, password)).toBe(false);
		expect(await canEnter(paulEmail, 'un nouveau mot de passe')).toBe(true);
		expect(await resetLinkWorks(database.db, token)).toBe(false);
		expect(await setNewPassword(database.db, token, password)).toEqual({
			ok: false,
			error: { code: 'link-closed' }
		});
	});

	test('a reset link lasts an hour, and a later one closes it', async () => {
		const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
		const late = tokenIn(await createResetLink(database.db, paul, minutesAgo(61)));
		expect(await resetLinkWorks(database.db, late)).toBe(false);
		expect((await setNewPassword(database.db, late, password)).ok).toBe(false);
		const earlier = tokenIn(await createResetLink(database.db, paul, minutesAgo(59)));
		expect(await resetLinkWorks(database.db, earlier)).toBe(true);
		await createResetLink(database.db, paul);
		expect(await resetLinkWorks(database.db, earlier)).toBe(false);
		for (const none of ['', 'x', '\u0000', '🐴'.repeat(2000)]) {
			expect(await resetLinkWorks(database.db, none)).toBe(false);
			expect((await setNewPassword(database.db, none, password)).ok).toBe(false);
		}
	});

	test('an administrator cannot open another organisation through a member they share', async () => {
		const { db } = database;
		const other = await seedOrganization(db, { name: 'Autre', network: 'siae' }, [
			{ name: 'Ana', email: `ana${turn}@exemple.fr`, password, role: 'administrator' }
		]);
		const { authOf } = await import('$lib/server/auth/auth');
		await authOf(db).api.addMember({
			body: { organizationId: other.organizationId, userId: paul, role: 'reader' }
		});
		const made = await createMemberResetLink(db, organizationId, paul, await actor(claire));
		expect(made).toEqual({ ok: false, error: { code: 'belongs-elsewhere', name: 'Paul' } });
	});

	test('who forgot a password gets a letter, and nobody learns who has an account', async () => {
		const mail = keptMail();
		const from = `192.0.2.${turn}`;
		expect(await askReset(database.db, { email: paulEmail }, from, mail)).toBeUndefined();
		expect(await askReset(database.db, { email: 'personne@exemple.fr' }, from, mail)).toBeUndefined();
		await vi.waitFor(() => expect(mail.letters).toHaveLength(1));
		expect(mail.letters[0]!.to).toBe(paulEmail);
		const token = /nouveau-mot-de-passe\/(\S+)/.exec(mail.letters[0]!.text)![1]!;
		expect(await resetLinkWorks(database.db, token)).toBe(true);

		for (let i = 0; i < 8; i++) await askReset(database.db, { email: paulEmail }, from, mail);
		await vi.waitFor(() => expect(mail.letters).toHaveLength(5));
	});
});
