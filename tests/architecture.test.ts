import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { expect, test } from 'vitest';

const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n').filter(Boolean);
const sources = tracked.filter((file) => /^src\/.*\.(ts|svelte)$/.test(file));

/** What a file imports, as paths from the root or bare names, however the import is written. */
function imports(file: string): string[] {
	const text = readFileSync(file, 'utf8');
	const names = [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1]!);
	return names.map((name) =>
		name.startsWith('$lib/')
			? `src/lib/${name.slice(5)}`
			: name.startsWith('.')
				? join(dirname(file), name)
				: name
	);
}

/** Where an import leads: a layer of the house, or the package. */
const layerOf = (target: string): string =>
	// Pure, light, and read by the table of decision 0020 while a visit is in the hand.
	(/^src\/lib\/solver\/hand\//.test(target) ? 'solver/hand' : undefined) ??
	/^src\/lib\/server\/(use-cases|documents|db\/repositories|db\/schema)/.exec(target)?.[1] ??
	/^src\/lib\/(server|domain|geo|solver|components)/.exec(target)?.[1] ??
	(target.startsWith('src/routes')
		? 'routes'
		: target.startsWith('$')
			? 'kit'
			: target.replace(/^(@[^/]+\/[^/]+|[^/]+).*/, '$1'));

const fence: { folder: string; never: string[] }[] = [
	{
		folder: 'src/lib/domain/',
		never: [
			'geo',
			'solver',
			'server',
			'components',
			'use-cases',
			'documents',
			'db/repositories',
			'db/schema',
			'kit',
			'svelte',
			'@sveltejs/kit'
		]
	},
	{
		folder: 'src/lib/geo/',
		never: [
			'solver',
			'server',
			'components',
			'use-cases',
			'documents',
			'db/repositories',
			'db/schema',
			'kit',
			'svelte',
			'@sveltejs/kit'
		]
	},
	{
		folder: 'src/lib/solver/',
		never: [
			'server',
			'components',
			'use-cases',
			'documents',
			'db/repositories',
			'db/schema',
			'kit',
			'svelte',
			'@sveltejs/kit',
			'drizzle-orm'
		]
	},
	{
		folder: 'src/lib/components/',
		never: ['server', 'solver', 'use-cases', 'documents', 'db/repositories', 'db/schema']
	},
	{
		folder: 'src/lib/server/documents/',
		never: ['db/repositories', 'db/schema', 'use-cases', 'solver', 'geo', 'drizzle-orm']
	},
	{ folder: 'src/lib/server/db/repositories/', never: ['use-cases', 'solver', 'documents', '@sveltejs/kit'] },
	{ folder: 'src/lib/server/use-cases/', never: ['routes', 'components', '@sveltejs/kit', 'kit'] },
	{ folder: 'src/routes/', never: ['solver', 'drizzle-orm', 'pdfkit', 'db/schema'] }
];

test.for(fence)('$folder does not import what is above it', ({ folder, never }) => {
	const wrong = sources
		.filter((file) => file.startsWith(folder))
		.flatMap((file) =>
			imports(file)
				.filter((target) => never.includes(layerOf(target)))
				.map((target) => `${file} → ${target}`)
		);
	expect(wrong).toEqual([]);
});

test('the table alone reads the solver in the page, and only what judges a plan made by hand', () => {
	const readers = sources.filter((file) => imports(file).some((target) => layerOf(target) === 'solver/hand'));
	const allowed = /^src\/(lib\/(components\/draft|server\/use-cases|solver\/hand)|commands)\//;
	expect(readers.filter((file) => !allowed.test(file))).toEqual([]);
});

test('the domain reads no clock, no randomness and no file', () => {
	const wrong = sources
		.filter((file) => file.startsWith('src/lib/domain/'))
		.filter((file) => /node:|Date\.now|Math\.random|new Date\(\)/.test(readFileSync(file, 'utf8')));
	expect(wrong).toEqual([]);
});

test('a file’s name says something', () => {
	expect(tracked.filter((file) => /(^|\/)(utils?|helpers?|misc|common|consts?)(\.|\/)/.test(file))).toEqual(
		[]
	);
});

test('a source file is about one thing: under 250 lines, data aside', () => {
	const data = /^src\/lib\/(domain\/departments|server\/demo\/|domain\/charter\/words\/)/;
	const long = sources
		.filter((file) => !data.test(file))
		.map((file) => [file, readFileSync(file, 'utf8').split('\n').length] as const);
	expect(long.filter(([, lines]) => lines > 250)).toEqual([]);
});

test('nothing outside the project is read or named', () => {
	const readable = tracked.filter(
		(file) =>
			/\.(ts|mjs|js|svelte|css|html|md|json|sql)$/.test(file) &&
			file !== 'package-lock.json' &&
			file !== 'tests/architecture.test.ts'
	);
	const wrong = readable.filter((file) =>
		/\.\.\/shared\b|\/work\/(main|shared)/.test(readFileSync(file, 'utf8'))
	);
	expect(wrong).toEqual([]);
});
