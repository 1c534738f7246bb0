// Starts the built server. Settings come from the environment (see .env.example).
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings } from './settings.mjs';

/** Starting again would change nothing: 78 (EX_CONFIG of sysexits.h) tells it to whatever watches over the process. */
const BY_HAND = ['BadSettings', 'WrongDataKey'];

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '../..'));
readSettings();

const port = Number(process.env.PORT || 3000);
process.env.PORT = String(port);
process.env.ORIGIN ||= `http://localhost:${port}`;
process.env.BODY_SIZE_LIMIT ||= '10M';
process.env.SHUTDOWN_TIMEOUT ||= '10';

if (!existsSync('build/index.js')) stop('L’application n’est pas construite. Lancez d’abord : npm run build');
if (!(await isFree(port))) {
	stop(
		`Le port ${port} est déjà pris par un autre programme. Choisissez-en un autre, par exemple : PORT=3001 npm start`
	);
}

try {
	await import('../../build/index.js');
} catch (problem) {
	// Settings that do not hold, a data folder in other hands: said in French by whoever noticed.
	const known = problem instanceof Error;
	stop(known ? problem.message : String(problem), known && BY_HAND.includes(problem.name) ? 78 : 1);
}

/** @param {string} message @param {number} [code] @returns {never} */
function stop(message, code = 1) {
	console.error(`\n${message}\n`);
	process.exit(code);
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
	return new Promise((answer) => {
		const probe = createServer();
		probe.once('error', () => answer(false));
		probe.listen(port, process.env.HOST || '0.0.0.0', () => probe.close(() => answer(true)));
	});
}
