import { count, eq } from 'drizzle-orm';
import type { Db } from '../client';
import { user, verification } from '../schema';

export interface Account {
	userId: string;
	name: string;
	email: string;
}

const columns = { userId: user.id, name: user.name, email: user.email };

export const accounts = (db: Db) => ({
	/** E-mails are kept in lower case. */
	async withEmail(email: string): Promise<Account | null> {
		const [row] = await db.select(columns).from(user).where(eq(user.email, email.toLowerCase()));
		return row ?? null;
	},

	/** Whether somebody has an account: from then on the first-time page no longer exists. */
	async any(): Promise<boolean> {
		const [row] = await db.select({ n: count() }).from(user);
		return Number(row?.n ?? 0) > 0;
	},

	/** The links for a new password that this person has not used stop working. */
	forgetResetLinks: (userId: string) => db.delete(verification).where(eq(verification.value, userId))
});
