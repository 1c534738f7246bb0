// One command from nothing: installs, checks, builds, tests on both databases and in a browser, and counts.
// `npm test -- unit` or `npm test -- e2e` runs one half.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, installPackages } from './install.mjs';

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '../..'));
checkNode();
installPackages();

const only = process.argv[2];
const began = Date.now();
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });

const totals = { passed: 0, failed: 0, skipped: 0 };
let broken = false;
/** What failed and why, one text each. @type {string[]} */
const failed = [];

if (!only) {
	// Each keeps one processor busy.
	await Promise.all([
		step('Types', 'npm', ['run', 'check', '--silent'], { quiet: true }),
		step('Style', 'npm', ['run', 'lint', '--silent'], { quiet: true })
	]);
}
if (!only || only === 'unit') {
	await step('Tests', 'npx', [
		'vitest',
		'run',
		'--reporter=dot',
		'--reporter=json',
		'--reporter=./tests/flaky-reporter.mjs',
		'--outputFile.json=test-results/unit.json'
	]);
	count('test-results/unit.json', ({ numPassedTests, numPendingTests, testResults }) => {
		const failures = testResults.flatMap((/** @type {any} */ file) => failuresOf(file));
		// Said again at the very end, where a long run is read.
		failed.push(...failures);
		return { passed: numPassedTests, failed: failures.length, skipped: numPendingTests };
	});
}
if (!only || only === 'e2e') {
	await step('Construction', 'npm', ['run', 'build', '--silent']);
	await step('Navigateur', 'npx', ['playwright', 'test']);
	count('test-results/e2e.json', ({ stats }) => ({
		// Passed on the second try, and named above: a test that races, or a fault that comes and goes.
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected,
		skipped: stats.skipped
	}));
}

const nothing = totals.passed + totals.failed === 0;
if (broken && totals.failed === 0) totals.failed = 1;
for (const failure of failed) console.log(`\n✗ ${failure}`);
console.log(`\nEn ${Math.round((Date.now() - began) / 1000)} s.`);
console.log(
	`${totals.passed} passed, ${totals.failed} failed${totals.skipped ? `, ${totals.skipped} skipped` : ''}`
);
process.exitCode = nothing || totals.failed > 0 ? 1 : 0;

/**
 * Runs a step to its end. A quiet one says what it has to say only then, so that two may go on together.
 *
 * @param {string} name @param {string} command @param {string[]} args @param {{ quiet?: boolean }} [how]
 */
async function step(name, command, args, { quiet = false } = {}) {
	const start = Date.now();
	if (!quiet) console.log(`\n— ${name}`);
	const child = spawn(command, args, {
		stdio: ['inherit', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
		shell: process.platform === 'win32'
	});
	/** @type {Buffer[]} */
	const heard = [];
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => heard.push(chunk));
	const status = await new Promise((end) => child.once('close', end).once('error', end));
	if (quiet) process.stdout.write(`\n— ${name}\n${Buffer.concat(heard)}`);
	console.log(`  ${status === 0 ? 'fait' : 'ÉCHEC'} en ${Math.round((Date.now() - start) / 1000)} s`);
	if (status !== 0) broken = true;
}

/**
 * The failed tests of one file; a file that does not load holds none, and still fails.
 *
 * @param {{ name: string, status: string, message: string, assertionResults: any[] }} file
 */
function failuresOf({ name, status, message, assertionResults }) {
	const at = relative(process.cwd(), name);
	if (status === 'failed' && assertionResults.length === 0) return [`${at}\n${message}`];
	return assertionResults
		.filter((test) => test.status === 'failed')
		.map(
			({ fullName, failureMessages }) => `${at} › ${fullName}\n${failureMessages[0]?.slice(0, 1500) ?? ''}`
		);
}

/** @param {string} file @param {(report: any) => typeof totals} read */
function count(file, read) {
	try {
		const { passed, failed, skipped } = read(JSON.parse(readFileSync(file, 'utf8')));
		totals.passed += passed;
		totals.failed += failed;
		totals.skipped += skipped;
	} catch (problem) {
		console.error(`Pas de compte rendu dans ${file} :`, problem instanceof Error ? problem.message : problem);
		broken = true;
	}
}
