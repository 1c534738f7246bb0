// One command from nothing: installs, builds, fills the embedded database with an invented rally, and opens it.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, installPackages, run } from './install.mjs';

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '../..'));
checkNode();
installPackages();
if (isStale()) {
	console.log('Construction de l’application…');
	run('npm', ['run', 'build', '--silent']);
}

// Always its own embedded database, whatever a .env names: its passwords are public.
process.env.DATABASE_URL = '';
process.env.DATA_DIR ||= 'data/demo';
process.env.EQUIPAGE_DEMO = '1';
process.env.LOG_LEVEL ||= 'warn';
process.env.PORT ||= '3000';
const address = `http://localhost:${process.env.PORT}`;
if (!process.env.NO_OPEN) openWhenReady();
await import('./start.mjs');

/** Built before the last change to what it is built from. */
function isStale() {
	if (!existsSync('build/index.js')) return true;
	const built = statSync('build/index.js').mtimeMs;
	return ['src', 'static', 'drizzle', 'package-lock.json'].some((path) => newest(path) > built);
}

/** @param {string} path @returns {number} */
function newest(path) {
	const stats = statSync(path);
	if (!stats.isDirectory()) return stats.mtimeMs;
	return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Opens the browser once the server answers; where there is none, the address printed is enough. */
async function openWhenReady() {
	for (let tries = 0; tries < 240; tries++) {
		await new Promise((wait) => setTimeout(wait, 500));
		const up = await fetch(`${address}/healthz`).then(
			({ ok }) => ok,
			() => false
		);
		if (!up) continue;
		const opener = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
		spawn(opener, [address], { stdio: 'ignore', detached: true })
			.once('error', () => {})
			.unref();
		return;
	}
}
