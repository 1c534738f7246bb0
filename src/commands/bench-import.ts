import { defaultSettings, type Rally } from '../lib/domain/rally';
import { currentCharter } from '../lib/domain/charter/numbers';
import type { Result } from '../lib/domain/result';
import { openDatabase } from '../lib/server/db/client';
import { rallies } from '../lib/server/db/repositories/rallies';
import { spreadsheetImports } from '../lib/server/db/repositories/spreadsheet-imports';
import { organization } from '../lib/server/db/schema';
import { writeXlsx } from '../lib/server/spreadsheets/write';
import { analyseRows } from '../lib/server/use-cases/imports/analyse-rows';
import { applyImport } from '../lib/server/use-cases/imports/apply-import';
import { chooseColumns } from '../lib/server/use-cases/imports/choose-columns';
import { startImport } from '../lib/server/use-cases/imports/start-import';
import { undoImport } from '../lib/server/use-cases/imports/undo-import';

const ROWS = 5000;
const editor = { name: 'Mesure' };
const keys = { key: 'the key of a measure, nothing else: it keeps no data', old: [], file: null };

/**
 * A spreadsheet of 5,000 companies, twelve columns, from the file to the rally and back: on the embedded database, and
 * on PostgreSQL when TEST_DATABASE_URL names an empty one. Seconds of processor, seconds of clock, and how long other
 * people waited: at most for an answer of the process, and for one of the database.
 */
export async function benchImport(): Promise<void> {
	const headers = ['Entreprise', 'Code postal', 'Ville', 'Secteur', 'Téléphone', 'Courriel', 'Contact', 'Adresse', 'Effectif', 'Code APE', 'Recrute', 'Observations']; // prettier-ignore
	const rows = Array.from({ length: ROWS }, (_, i) => [`Entreprise ${i}`, '07200', 'Aubenas', i % 50 === 0 ? 'inconnu' : 'BTP', '04 75 12 34 56', `contact${i}@exemple.fr`, `Claude Petit ${i}`, `${i} rue des Forges`, String(i % 300), '10.71C', 'oui', 'rien à dire']); // prettier-ignore
	const bytes = await writeXlsx({ name: 'Liste', headers, rows });
	for (const url of ['memory:', ...(process.env.TEST_DATABASE_URL ? [process.env.TEST_DATABASE_URL] : [])]) {
		const { db, kind, close } = await openDatabase(url, keys);
		console.log(`\nImport de ${ROWS} lignes, ${kind === 'pglite' ? 'base embarquée' : 'PostgreSQL'}`);
		await db
			.insert(organization)
			.values({ id: 'mesure', name: 'Mesure', slug: 'mesure' })
			.onConflictDoNothing();
		const rally: Rally = await rallies(db).add({
			organizationId: 'mesure',
			title: 'Mesure',
			department: '07',
			programme: [],
			settings: defaultSettings,
			charterVersion: currentCharter,
			updatedBy: editor.name
		});

		/** Does it while somebody else asks the database for something every so often. */
		async function measured<T>(what: string, work: () => Promise<T>): Promise<T> {
			let done = false;
			const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
			/** The longest that it takes, tried again and again until the work is done. */
			const longest = async (wait: number, ask: () => Promise<unknown>): Promise<number> => {
				let most = 0;
				while (!done) {
					await pause(wait);
					const began = performance.now();
					await ask();
					most = Math.max(most, performance.now() - began);
				}
				return most;
			};
			const others = [longest(0, () => pause(5)), longest(20, () => rallies(db).find(rally.id))];
			const [clock, before] = [performance.now(), process.cpuUsage()];
			const result = await work();
			const { user, system } = process.cpuUsage(before);
			const seconds = (performance.now() - clock) / 1000;
			done = true;
			const [held, asked] = await Promise.all(others);
			console.log(
				`${what.padEnd(14)} ${((user + system) / 1e6).toFixed(2)} s de processeur, ${seconds.toFixed(2)} s ; attente au plus : processus ${held!.toFixed(0)} ms, base ${asked!.toFixed(0)} ms`
			);
			return result;
		}

		const { id } = must(await measured('lire', () => startImport(db, rally, 'company', { file: { name: 'liste.xlsx', bytes } }, editor))); // prettier-ignore
		const { keys: chosen } = (await spreadsheetImports(db).find(rally.id, id))!.chosen;
		must(await chooseColumns(db, rally, id, { keys: chosen, defaults: {} }));
		await measured('regarder', () => analyseRows(db, rally, id));
		must(await measured('importer', () => applyImport(db, rally, id, editor)));
		must(await measured('annuler', () => undoImport(db, rally, id, editor)));
		await close();
	}
}

function must<T>(result: Result<T, unknown>): T {
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
}
