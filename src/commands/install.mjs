// Installs the packages when they are missing or older than the lock file. Needs Node and npm, nothing else.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';

const MARK = 'node_modules/.equipage-lock';

/** Runs a command in the foreground and stops the process when it fails. @param {string} command @param {string[]} args */
export function run(command, args) {
	const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
	if (status !== 0) process.exit(status ?? 1);
}

export function checkNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major < 20 || (major === 20 && minor < 19)) {
		console.error(
			`Équipage demande Node 20.19 ou plus récent (22 ou 24 conseillés) ; ici c’est la ${process.versions.node}.`
		);
		process.exit(1);
	}
}

export function installPackages() {
	const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
	if (existsSync(MARK) && readFileSync(MARK, 'utf8') === lock) return;
	console.log('Installation des paquets…');
	run('npm', ['ci', '--no-audit', '--no-fund']);
	writeFileSync(MARK, lock);
}
