import { headersOf, keptMail, password, tokenIn, value } from './people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '$lib/domain/access';
import { actorOf, readSession } from '$lib/server/auth/session';
import type { Database } from '$lib/server/db/client';
import { invitation } from '$lib/server/db/schema';
import { acceptInvitation, acceptWithNewAccount } from '$lib/server/use-cases/accounts/accept-invitation';
import { inviteMember } from '$lib/server/use-cases/accounts/invite-member';
import { readInvitation } from '$lib/server/use-cases/accounts/read-invitation';
import { readOrganization } from '$lib/server/use-cases/accounts/read-organization';
import { revokeInvitation } from '$lib/server/use-cases/accounts/revoke-invitation';
import { seedAccount, seedOrganization } from '$lib/server/use-cases/accounts/seed-organization';
import { backends, freshDatabase } from '../../databases';

const DAY = 86_400_000;

describe.each(backends)('%s', (kind) => {
	let database: Database;
	let organizationId: string;
	let claire: Actor;

	beforeAll(async () => {
		database = await freshDatabase(kind);
		const seeded = await seedOrganization(database.db, { name: 'MIFE & Cie', network: 'mife' }, [
			{ name: 'Claire', email: 'claire@exemple.fr', password, role: 'administrator' }
		]);
		organizationId = seeded.organizationId;
		claire = await actorOf(database.db, {
			id: seeded.userIds[0]!,
			name: 'Claire',
			email: 'claire@exemple.fr'
		});
	});
	afterAll(() => database.close());

	const invite = async (email: string, mail = keptMail()) => {
		const invited = value(
			await inviteMember(database.db, organizationId, claire, { email, role: 'organizer' }, mail)
		);
		return tokenIn(invited.link);
	};
	const account = async (name: string, email: string): Promise<Actor> => {
		const id = await seedAccount(database.db, { name, email, password });
		return actorOf(database.db, { id, name, email });
	};
	const join = (token: string, name = 'Neuf') => acceptWithNewAccount(database.db, token, { name, password });

	test('the link creates the invited account, once', async () => {
		const mail = keptMail();
		const token = await invite('neuf@exemple.fr', mail);
		expect(token.length).toBeGreaterThanOrEqual(32);
		expect(mail.letters).toEqual([
			{
				to: 'neuf@exemple.fr',
				subject: 'Invitation à rejoindre MIFE & Cie',
				text: expect.stringContaining(`http://localhost:3000/invitation/${token}`)
			}
		]);
		expect(value(await readInvitation(database.db, token))).toEqual({
			organizationName: 'MIFE & Cie',
			email: 'neuf@exemple.fr',
			role: 'organizer',
			hasAccount: false
		});

		const answers = await Promise.all([join(token), join(token)]);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		const session = await readSession(database.db, headersOf(answers.flatMap((a) => (a.ok ? a.value : []))));
		expect(session?.actor).toMatchObject({
			name: 'Neuf',
			memberships: [{ organizationId, role: 'organizer' }]
		});
		expect(await join(token)).toEqual({ ok: false, error: { code: 'used' } });
	});

	test('the link itself is kept nowhere', async () => {
		const token = await invite('secret@exemple.fr');
		expect(JSON.stringify(await database.db.select().from(invitation))).not.toContain(token);
	});

	test('somebody who has an account joins with it', async () => {
		const paul = await account('Paul', 'paul@exemple.fr');
		const token = await invite('paul@exemple.fr');
		expect(value(await readInvitation(database.db, token)).hasAccount).toBe(true);
		expect(await join(token)).toEqual({ ok: false, error: { code: 'has-account' } });
		expect(value(await acceptInvitation(database.db, token, paul)).organizationName).toBe('MIFE & Cie');
		expect(await acceptInvitation(database.db, token, paul)).toEqual({ ok: false, error: { code: 'used' } });
		const again = await inviteMember(
			database.db,
			organizationId,
			claire,
			{ email: 'paul@exemple.fr', role: 'reader' },
			keptMail()
		);
		expect(again).toEqual({ ok: false, error: { code: 'already-member' } });
	});

	test('somebody else’s account does not do', async () => {
		const eve = await account('Eve', 'eve@exemple.fr');
		const token = await invite('adam@exemple.fr');
		expect(await acceptInvitation(database.db, token, eve)).toEqual({
			ok: false,
			error: { code: 'other-email' }
		});
		expect((await actorOf(database.db, { id: eve.userId, name: '', email: '' })).memberships).toEqual([]);
		expect((await readInvitation(database.db, token)).ok).toBe(true);
	});

	test('expired after seven days', async () => {
		const token = await invite('tard@exemple.fr');
		const at = (days: number) => new Date(Date.now() + days * DAY);
		expect((await readInvitation(database.db, token, at(6.99))).ok).toBe(true);
		const late = { ok: false, error: { code: 'expired' } };
		expect(await readInvitation(database.db, token, at(7.01))).toEqual(late);
		expect(await acceptWithNewAccount(database.db, token, { name: 'T', password }, at(7.01))).toEqual(late);
		const open = await readOrganization(database.db, organizationId, at(7.01));
		expect(open?.pending).toEqual([]);
	});

	test('revoked, or replaced by a later one', async () => {
		const token = await invite('reprise@exemple.fr');
		const { pending } = (await readOrganization(database.db, organizationId))!;
		const { id } = pending.find(({ email }) => email === 'reprise@exemple.fr')!;
		expect(await revokeInvitation(database.db, 'another-organisation', id)).toMatchObject({ ok: false });
		value(await revokeInvitation(database.db, organizationId, id));
		expect(await revokeInvitation(database.db, organizationId, id)).toMatchObject({ ok: false });
		expect(await join(token)).toEqual({ ok: false, error: { code: 'revoked' } });

		const earlier = await invite('deux@exemple.fr');
		const later = await invite('deux@exemple.fr');
		expect(await join(earlier)).toEqual({ ok: false, error: { code: 'revoked' } });
		expect((await join(later)).ok).toBe(true);
	});

	test.each(['', 'x', '../../etc', '\u0000', '🐴'.repeat(2000)])('a link that is none: %j', async (token) => {
		expect(await readInvitation(database.db, token)).toEqual({ ok: false, error: { code: 'unknown' } });
		expect(await join(token)).toEqual({ ok: false, error: { code: 'unknown' } });
	});
});
