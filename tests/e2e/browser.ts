import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

interface Browser {
	executablePath: string;
	env?: Record<string, string>;
}

/**
 * A Chromium of the machine when there is one, otherwise the one that comes as an npm package. The package wants
 * a temporary folder of its own (it takes any chromium lying there) and unpacks the libraries of a bare machine
 * only when it believes to be on AWS Lambda.
 */
export async function findBrowser(): Promise<Browser> {
	const known = [
		process.env.CHROMIUM_PATH,
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome'
	];
	const found = process.env.FORCE_NPM_CHROMIUM ? undefined : known.find((path) => path && existsSync(path));
	if (found) return { executablePath: found };

	const folder = resolve('node_modules/.cache/chromium');
	mkdirSync(folder, { recursive: true });
	const before = { ...process.env };
	process.env.TMPDIR = folder;
	process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
	const { default: chromium } = await import('@sparticuz/chromium');
	const executablePath = await chromium.executablePath();
	for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
		if (before[name] === undefined) delete process.env[name];
		else process.env[name] = before[name];
	}
	return {
		executablePath,
		env: {
			...(process.env as Record<string, string>),
			LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
			FONTCONFIG_PATH: join(folder, 'fonts')
		}
	};
}
