import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { createAccessControl } from 'better-auth/plugins/access';
import { organization } from 'better-auth/plugins/organization';
import { rightsOf } from '$lib/domain/access';
import { PASSWORD_MAX, PASSWORD_MIN, RESET_LINK_MINUTES, SESSION_DAYS } from '$lib/domain/account';
import type { Db } from '../db/client';
import * as schema from '../db/schema';
import { env, type Env } from '../env';
import { log } from '../log';

/** What the library is told of the rights: what domain/access.ts grants, and nothing of its own. */
const statements = {
	rally: ['read', 'write'],
	organization: ['read', 'manage'],
	federation: ['read']
} as const;
const control = createAccessControl(statements);
const role = (name: Parameters<typeof rightsOf>[0]) => {
	const rights = rightsOf(name);
	return control.newRole({
		rally: statements.rally.filter((action) => rights.includes(`rally:${action}`)),
		organization: statements.organization.filter((action) => rights.includes(`organization:${action}`))
	});
};

/**
 * Accounts, passwords and sessions on this database. Its HTTP handler is not mounted: forms call use-cases,
 * which call `auth.api`. It takes a transaction too, and opens none itself.
 */
export const createAuth = (db: Db, { secret, origin }: Pick<Env, 'secret' | 'origin'>) =>
	betterAuth({
		appName: 'Équipage',
		baseURL: origin,
		secret,
		trustedOrigins: [origin],
		telemetry: { enabled: false },
		logger: { level: 'error', log: (level, message) => log[level](`better-auth: ${message}`) },
		database: drizzleAdapter(db, { provider: 'pg', schema, transaction: false }),
		emailAndPassword: {
			enabled: true,
			minPasswordLength: PASSWORD_MIN,
			maxPasswordLength: PASSWORD_MAX,
			resetPasswordTokenExpiresIn: RESET_LINK_MINUTES * 60,
			revokeSessionsOnPasswordReset: true
		},
		session: { expiresIn: SESSION_DAYS * 86_400, updateAge: 86_400, cookieCache: { enabled: false } },
		verification: { storeIdentifier: 'hashed' },
		// The handler that would count attempts is not mounted: see attempts.ts, which uses the same table.
		rateLimit: { enabled: false },
		advanced: {
			cookiePrefix: 'equipage',
			useSecureCookies: origin.startsWith('https:'),
			defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
			ipAddress: { disableIpTracking: true }
		},
		plugins: [
			organization({
				ac: control,
				roles: {
					administrator: role('administrator'),
					organizer: role('organizer'),
					reader: role('reader')
				},
				creatorRole: 'administrator',
				membershipLimit: 1000,
				schema: {
					organization: {
						additionalFields: { network: { type: 'string', required: true, input: true } }
					}
				}
			})
		]
	});

export type Auth = ReturnType<typeof createAuth>;

const built = new WeakMap<Db, Auth>();

/** The accounts of this database (or transaction) under the settings of this process. */
export function authOf(db: Db): Auth {
	const known = built.get(db) ?? createAuth(db, env());
	built.set(db, known);
	return known;
}
