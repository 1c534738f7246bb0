import '../auth/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { spreadsheetImports, spreadsheetRows } from '$lib/server/db/repositories/spreadsheet-imports';
import { writeXlsx } from '$lib/server/spreadsheets/write';
import { analyseRows } from '$lib/server/use-cases/imports/analyse-rows';
import { applyImport } from '$lib/server/use-cases/imports/apply-import';
import { chooseColumns } from '$lib/server/use-cases/imports/choose-columns';
import { startImport } from '$lib/server/use-cases/imports/start-import';
import { undoImport } from '$lib/server/use-cases/imports/undo-import';
import { freshDatabase } from '../../databases';
import { aStoredRally, claire, value } from '../records/rallies';

let database: Database;
beforeAll(async () => {
	database = await freshDatabase('pglite');
});
afterAll(() => database.close());

/** Seconds of processor that it took, threads included: what other programs do meanwhile does not count. */
async function timed<T>(what: string, work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
	const [start, before] = [performance.now(), process.cpuUsage()];
	const result = await work();
	const used = process.cpuUsage(before);
	const seconds = (used.user + used.system) / 1e6;
	console.log(
		`${what}: ${seconds.toFixed(2)} s of processor, ${((performance.now() - start) / 1000).toFixed(2)} s`
	);
	return { value: result, seconds };
}

test(
	'five thousand rows are analysed in less than five seconds, applied and taken back',
	{ timeout: 180_000 },
	async () => {
		const { db } = database;
		const rally = await aStoredRally(db);
		const headers = ['Entreprise', 'Code postal', 'Ville', 'Secteur', 'Téléphone', 'Courriel', 'Contact', 'Adresse', 'Effectif', 'Code APE', 'Recrute', 'Observations']; // prettier-ignore
		const rows = Array.from({ length: 5000 }, (_, i) => [`Entreprise ${i}`, '07200', 'Aubenas', i % 50 === 0 ? 'inconnu' : 'BTP', '04 75 12 34 56', `contact${i}@exemple.fr`, `Claude Petit ${i}`, `${i} rue des Forges`, String(i % 300), '10.71C', 'oui', 'rien à dire']); // prettier-ignore
		const bytes = await writeXlsx({ name: 'Liste', headers, rows });
		const started = await timed('reading and storing', () =>
			startImport(db, rally, 'company', { file: { name: 'liste.xlsx', bytes } }, claire)
		);
		const { id } = value(started.value);
		const { keys } = (await spreadsheetImports(db).find(rally.id, id))!.chosen;
		value(await chooseColumns(db, rally, id, { keys, defaults: {} }));
		let seen = 0;
		const watching = setInterval(async () => (seen = Math.max(seen, (await spreadsheetImports(db).find(rally.id, id))!.progress)), 50); // prettier-ignore
		const analysed = await timed('analysing', () => analyseRows(db, rally, id));
		clearInterval(watching);
		expect(await spreadsheetRows(db, id).counts()).toMatchObject({ create: 4900, error: 100 });
		expect(seen).toBeGreaterThan(0);
		expect(analysed.seconds).toBeLessThan(5);

		const applied = await timed('applying', () => applyImport(db, rally, id, claire));
		expect(value(applied.value).created).toBe(4900);
		const undone = await timed('undoing', () => undoImport(db, rally, id, claire));
		expect(value(undone.value)).toEqual({ undone: 4900, kept: [] });
		expect(await records(db, 'company').list(rally.id)).toEqual([]);
	}
);
