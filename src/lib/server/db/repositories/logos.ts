import { and, eq, sql } from 'drizzle-orm';
import type { LogoKind, PictureHead } from '$lib/domain/network/logo';
import type { Db } from '../client';
import { organizationLogo } from '../schema';

/** What is known of a picture without its bytes. */
export interface LogoCard extends PictureHead {
	kind: LogoKind;
	version: number;
	updatedAt: Date;
	updatedBy: string;
}

const card = {
	kind: organizationLogo.kind,
	type: organizationLogo.type,
	width: organizationLogo.width,
	height: organizationLogo.height,
	version: organizationLogo.version,
	updatedAt: organizationLogo.updatedAt,
	updatedBy: organizationLogo.updatedBy
};

/** The pictures of one organisation. */
export const logos = (db: Db, organizationId: string) => {
	const one = (kind: LogoKind) =>
		and(eq(organizationLogo.organizationId, organizationId), eq(organizationLogo.kind, kind));
	return {
		list: (): Promise<LogoCard[]> =>
			db.select(card).from(organizationLogo).where(eq(organizationLogo.organizationId, organizationId)),

		async find(kind: LogoKind): Promise<(LogoCard & { bytes: Uint8Array }) | null> {
			const [row] = await db
				.select({ ...card, bytes: organizationLogo.bytes })
				.from(organizationLogo)
				.where(one(kind));
			return row ?? null;
		},

		/** False when somebody gave or took away another one meanwhile. `version` 0: there was none. */
		async put(
			kind: LogoKind,
			version: number,
			values: PictureHead & { bytes: Uint8Array; updatedBy: string }
		): Promise<boolean> {
			const saved =
				version === 0
					? await db
							.insert(organizationLogo)
							.values({ ...values, organizationId, kind })
							.onConflictDoNothing()
							.returning({ kind: organizationLogo.kind })
					: await db
							.update(organizationLogo)
							.set({ ...values, version: sql`${organizationLogo.version} + 1`, updatedAt: new Date() })
							.where(and(one(kind), eq(organizationLogo.version, version)))
							.returning({ kind: organizationLogo.kind });
			return saved.length > 0;
		},

		remove: async (kind: LogoKind, version: number): Promise<boolean> =>
			(
				await db
					.delete(organizationLogo)
					.where(and(one(kind), eq(organizationLogo.version, version)))
					.returning({ kind: organizationLogo.kind })
			).length > 0
	};
};
