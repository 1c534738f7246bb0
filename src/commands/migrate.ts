import { openOwnDatabase } from '../lib/server/db/client';
import { readSettings } from './settings.mjs';

// Brings the database up to date without starting the application, which also does it by itself.
try {
	readSettings();
	const { close, kind } = await openOwnDatabase();
	await close();
	console.log(`La base (${kind === 'pglite' ? 'embarquée' : 'PostgreSQL'}) est à jour.`);
} catch (problem) {
	console.error(problem instanceof Error ? problem.message : problem);
	process.exit(1);
}
