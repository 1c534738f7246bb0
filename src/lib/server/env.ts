import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { RoadServerKind } from '$lib/domain/road-time';
import type { KeySource } from './vault/keys';

const optional = z
	.string()
	.trim()
	.optional()
	.transform((text) => text || undefined);

/** Where a service outside is; nobody is called without one. */
const service = optional.refine(
	(url) => !url || (/^https?:\/\//.test(url) && URL.canParse(url) && !/[?#]/.test(url)),
	{
		error:
			'doit être une adresse complète sans paramètre, par exemple https://service.exemple.fr (ou rester vide).'
	}
);

const Settings = z.object({
	DATABASE_URL: optional.refine((url) => !url || url === 'memory:' || /^postgres(ql)?:\/\//.test(url), {
		error: 'doit commencer par postgres:// (ou rester vide pour la base embarquée).'
	}),
	DATA_DIR: optional.transform((dir) => dir ?? 'data'),
	AUTH_SECRET: optional.refine((secret) => !secret || secret.length >= 32, {
		error: 'doit compter au moins 32 caractères. Par exemple : openssl rand -base64 32'
	}),
	DATA_KEY: optional.refine((key) => !key || key.length >= 32, {
		error: 'doit compter au moins 32 caractères. Par exemple : openssl rand -base64 32'
	}),
	DATA_KEY_OLD: optional.transform((keys) => keys?.split(/[\s,]+/).filter(Boolean) ?? []),
	ORIGIN: optional
		.transform((origin) => origin ?? 'http://localhost:3000')
		.pipe(
			z.url({
				protocol: /^https?$/,
				error: 'doit être une adresse complète, par exemple https://rallyes.exemple.fr'
			})
		),
	SMTP_URL: optional.refine((url) => !url || /^smtps?:\/\//.test(url), {
		error: 'doit commencer par smtp:// ou smtps:// (ou rester vide : les liens sont alors à copier).'
	}),
	MAIL_FROM: optional.transform((from) => from ?? 'Équipage <ne-pas-repondre@localhost>'),
	TILES_URL: optional.refine((url) => !url || /^https:\/\/.*\{z\}.*/.test(url), {
		error: 'doit être une adresse https contenant {z}, {x} et {y}.'
	}),
	TILES_ATTRIBUTION: optional.transform((text) => text ?? ''),
	COMPANY_DIRECTORY_URL: service,
	GEOCODER_URL: service,
	OSRM_URL: service,
	ORS_URL: service,
	ORS_KEY: optional,
	PLAN_SECONDS: optional
		.transform((seconds) => Number(seconds ?? 20))
		.pipe(
			z
				.number({ error: 'doit être un nombre de secondes.' })
				.int({ error: 'doit être un nombre entier de secondes.' })
				.min(1, { error: 'doit être d’au moins 1 seconde.' })
				.max(600, { error: 'ne peut pas dépasser 600 secondes.' })
		),
	EQUIPAGE_DEMO: optional.transform((value) => value === '1'),
	LOG_LEVEL: optional
		.transform((level) => level ?? 'info')
		.pipe(
			z.enum(['debug', 'info', 'warn', 'error', 'silent'], {
				error: 'doit valoir debug, info, warn, error ou silent.'
			})
		)
});

export interface Env {
	/** A PostgreSQL address, `memory:` or null for the embedded database in `dataDir`. */
	databaseUrl: string | null;
	dataDir: string;
	secret: string;
	/** What sensitive columns are sealed with. */
	dataKeys: KeySource;
	origin: string;
	smtpUrl: string | null;
	mailFrom: string;
	tiles: { url: string; attribution: string } | null;
	/** The public directory of companies, the address service and the road server; null: never called. */
	companyDirectory: string | null;
	geocoder: string | null;
	roads: { kind: RoadServerKind; url: string; key: string | null } | null;
	planSeconds: number;
	logLevel: string;
	/** Fill an empty database with the demonstration. */
	demo: boolean;
}

const SIGNS = 'avec PostgreSQL : il signe les sessions et les liens. Par exemple : openssl rand -base64 32';
const SEALS =
	'avec PostgreSQL : elle chiffre situations, besoins et coordonnées. Par exemple : openssl rand -base64 32 ; gardez-en une copie à part, sans elle une sauvegarde ne se lit plus.';

export class BadSettings extends Error {
	constructor(readonly faults: string[]) {
		super(`Réglages incorrects :\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
		this.name = 'BadSettings';
	}
}

/** Reads the settings from the environment. Throws `BadSettings` with one French message per fault. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
	const read = Settings.safeParse(source);
	if (!read.success)
		throw new BadSettings(read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`));
	const set = read.data;
	if (set.DATABASE_URL?.startsWith('postgres')) {
		const missing = [
			...(set.AUTH_SECRET ? [] : [`AUTH_SECRET est obligatoire ${SIGNS}`]),
			...(set.DATA_KEY ? [] : [`DATA_KEY est obligatoire ${SEALS}`])
		];
		if (missing.length > 0) throw new BadSettings(missing);
	}
	if (set.OSRM_URL && set.ORS_URL)
		throw new BadSettings([
			'OSRM_URL et ORS_URL ne vont pas ensemble : gardez un seul service de temps de route.'
		]);
	return {
		databaseUrl: set.DATABASE_URL ?? null,
		dataDir: set.DATA_DIR,
		dataKeys: {
			key: set.DATA_KEY ?? null,
			old: set.DATA_KEY_OLD,
			file: set.DATABASE_URL ? null : join(set.DATA_DIR, 'data-key')
		},
		secret: set.AUTH_SECRET ?? keptSecret(set.DATA_DIR, set.DATABASE_URL === 'memory:'),
		origin: new URL(set.ORIGIN).origin,
		smtpUrl: set.SMTP_URL ?? null,
		mailFrom: set.MAIL_FROM,
		tiles: set.TILES_URL ? { url: set.TILES_URL, attribution: set.TILES_ATTRIBUTION } : null,
		companyDirectory: set.COMPANY_DIRECTORY_URL ?? null,
		geocoder: set.GEOCODER_URL ?? null,
		roads: roadsOf(set),
		planSeconds: set.PLAN_SECONDS,
		logLevel: set.LOG_LEVEL,
		demo: set.EQUIPAGE_DEMO
	};
}

function roadsOf({ OSRM_URL, ORS_URL, ORS_KEY }: z.output<typeof Settings>): Env['roads'] {
	if (OSRM_URL) return { kind: 'osrm', url: OSRM_URL, key: null };
	return ORS_URL ? { kind: 'openrouteservice', url: ORS_URL, key: ORS_KEY ?? null } : null;
}

/** With the embedded database the secret is made once and kept beside it, so that links survive a restart. */
function keptSecret(dataDir: string, volatile: boolean): string {
	if (volatile) return randomBytes(32).toString('base64');
	const file = join(dataDir, 'secret');
	if (existsSync(file)) return readFileSync(file, 'utf8').trim();
	mkdirSync(dataDir, { recursive: true });
	const secret = randomBytes(32).toString('base64');
	writeFileSync(file, `${secret}\n`, { mode: 0o600 });
	return secret;
}

let known: Env | undefined;

/** The settings of this process, read once. */
export const env = (): Env => (known ??= readEnv(process.env));
