import { existsSync } from 'node:fs';

/** Adds the settings written in .env to the environment, which wins. Every command reads them this way. */
export function readSettings() {
	if (existsSync('.env')) process.loadEnvFile('.env');
}
