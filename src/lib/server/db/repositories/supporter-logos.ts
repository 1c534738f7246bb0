import { and, eq, sql } from 'drizzle-orm';
import type { PictureHead } from '$lib/domain/network/logo';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../client';
import { supporterLogo } from '../schema';

/** Whose logo it is. */
export type Supporter = { companyId: string } | { partnerId: string };

const card = {
	companyId: supporterLogo.companyId,
	partnerId: supporterLogo.partnerId,
	type: supporterLogo.type,
	width: supporterLogo.width,
	height: supporterLogo.height,
	version: supporterLogo.version,
	updatedAt: supporterLogo.updatedAt,
	updatedBy: supporterLogo.updatedBy
};

/** The logos of those who support one rally. */
export const supporterLogos = (db: Db, rally: Pick<Rally, 'id' | 'organizationId'>) => {
	const one = (whose: Supporter) =>
		and(
			eq(supporterLogo.rallyId, rally.id),
			'companyId' in whose
				? eq(supporterLogo.companyId, whose.companyId)
				: eq(supporterLogo.partnerId, whose.partnerId)
		);
	return {
		/** Without the files. */
		list: () => db.select(card).from(supporterLogo).where(eq(supporterLogo.rallyId, rally.id)),

		files: () =>
			db
				.select({ ...card, file: supporterLogo.file })
				.from(supporterLogo)
				.where(eq(supporterLogo.rallyId, rally.id)),

		async find(whose: Supporter): Promise<{ type: PictureHead['type']; file: string } | null> {
			const [row] = await db
				.select({ type: supporterLogo.type, file: supporterLogo.file })
				.from(supporterLogo)
				.where(one(whose));
			return row ?? null;
		},

		/** False when somebody gave or took away another one meanwhile. `version` 0: there was none. */
		async put(
			whose: Supporter,
			version: number,
			values: PictureHead & { file: string; updatedBy: string }
		): Promise<boolean> {
			const row = { ...values, ...whose, rallyId: rally.id, organizationId: rally.organizationId };
			const saved =
				version === 0
					? await db
							.insert(supporterLogo)
							.values(row)
							.onConflictDoNothing()
							.returning({ id: supporterLogo.id })
					: await db
							.update(supporterLogo)
							.set({ ...values, version: sql`${supporterLogo.version} + 1`, updatedAt: new Date() })
							.where(and(one(whose), eq(supporterLogo.version, version)))
							.returning({ id: supporterLogo.id });
			return saved.length > 0;
		},

		remove: async (whose: Supporter, version: number): Promise<boolean> =>
			(
				await db
					.delete(supporterLogo)
					.where(and(one(whose), eq(supporterLogo.version, version)))
					.returning({ id: supporterLogo.id })
			).length > 0
	};
};
