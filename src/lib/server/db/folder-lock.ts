import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

export class FolderTaken extends Error {
	constructor(folder: string, pid: number) {
		super(
			`La base de données du dossier « ${folder} » est déjà ouverte par un autre Équipage (processus ${pid}). ` +
				'Arrêtez-le, ou choisissez un autre dossier avec DATA_DIR.'
		);
	}
}

/**
 * One process per folder: the embedded database takes no lock of its own, and two processes on one folder
 * lose rows silently. The lock of a dead process is taken over. Throws `FolderTaken`.
 */
export function lockFolder(folder: string): () => void {
	const file = `${folder}.lock`;
	for (;;) {
		try {
			const handle = openSync(file, 'wx');
			writeSync(handle, String(process.pid));
			closeSync(handle);
			return () => rmSync(file, { force: true });
		} catch (problem) {
			if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
		}
		const pid = Number(readFileSync(file, 'utf8'));
		if (pid && pid !== process.pid && isAlive(pid)) throw new FolderTaken(folder, pid);
		rmSync(file, { force: true });
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (problem) {
		return (problem as NodeJS.ErrnoException).code === 'EPERM';
	}
}
