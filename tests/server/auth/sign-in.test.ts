import { headersOf, password } from './people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSession } from '$lib/server/auth/session';
import type { Database } from '$lib/server/db/client';
import { openInstallation } from '$lib/server/use-cases/accounts/open-installation';
import { signIn } from '$lib/server/use-cases/accounts/sign-in';
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

	test('the first account opens the installation, once', async () => {
		const { db } = database;
		const [one, two] = await Promise.all([
			openInstallation(db, first),
			openInstallation(db, { ...first, email: 'autre@exemple.fr' })
		]);
		const opened = [one, two].filter(({ ok }) => ok);
		expect(opened).toHaveLength(1);
		const cookies = opened[0]!.ok ? opened[0]!.value : [];
		const session = await readSession(db, headersOf(cookies));
		expect(session?.actor.memberships).toEqual([
			{
				organizationId: expect.any(String),
				organizationName: 'MIFE Drôme',
				network: 'mife',
				role: 'administrator'
			}
		]);
	});

	test('signs in and out', async () => {
		const { db } = database;
		const signedIn = await signIn(db, { email: first.email, password }, '127.0.0.1');
		if (!signedIn.ok) throw new Error(signedIn.error.code);
		const headers = headersOf(signedIn.value.cookies);
		expect((await readSession(db, headers))?.actor.name).toBe('Claire');
		await signOut(db, headers);
		expect(await readSession(db, headers)).toBeNull();
	});
});
