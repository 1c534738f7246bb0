import { and, eq } from 'drizzle-orm';
import type { FigureKey, Wording } from '$lib/domain/figures/catalogue';
import type { Db } from '../client';
import { indicatorCatalogue } from '../schema';

/** Which figures the federation wants in every bilan. */
export const indicatorCatalogues = (db: Db) => ({
	/** The first federation's, as there is one; null before it chose. */
	async find() {
		const [row] = await db.select().from(indicatorCatalogue).limit(1);
		return row ?? null;
	},

	/** False when somebody saved another version in between; `version` 0 for the first choice. */
	async save(
		organizationId: string,
		version: number,
		{ mandatory, wording }: { mandatory: FigureKey[]; wording: Wording },
		updatedBy: string
	): Promise<boolean> {
		const values = { mandatory, wording, updatedBy, version: version + 1, updatedAt: new Date() };
		const written =
			version === 0
				? await db
						.insert(indicatorCatalogue)
						.values({ organizationId, ...values })
						.onConflictDoNothing()
						.returning({ version: indicatorCatalogue.version })
				: await db
						.update(indicatorCatalogue)
						.set(values)
						.where(
							and(
								eq(indicatorCatalogue.organizationId, organizationId),
								eq(indicatorCatalogue.version, version)
							)
						)
						.returning({ version: indicatorCatalogue.version });
		return written.length === 1;
	}
});
