import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import loadHighs from 'highs';
import { conflictOf } from '../lib/solver/explain/conflict';
import { readProblem } from '../lib/solver/problem';
import { solve } from '../lib/solver/solve';
import { verify } from '../lib/solver/verify';

const HELP = `Usage : npm run plan -- probleme.json [--seconds 20] [--seed 1] [--out plan.json]

Cherche un plan pour un fichier equipage-problem/1, sans base de données, et l'écrit au format equipage-plan/1.
Code de sortie : 0 avec un plan, 2 si c'est impossible et prouvé, 64 si le fichier n'est pas un problème.`;

/** Codes of sysexits.h: 64 for bad use or bad data. */
const BAD_FILE = 64;
/** Time given to saying what cannot hold together. */
const CONFLICT_SECONDS = 10;

async function main(): Promise<number> {
	let options;
	try {
		options = parseArgs({
			allowPositionals: true,
			options: {
				seconds: { type: 'string', default: '20' },
				seed: { type: 'string', default: '1' },
				out: { type: 'string' },
				help: { type: 'boolean', short: 'h' }
			}
		});
	} catch (problem) {
		return refuse(`${problem instanceof Error ? problem.message : problem}\n\n${HELP}`);
	}
	const { values, positionals } = options;
	if (values.help) {
		console.log(HELP);
		return 0;
	}
	const [file] = positionals;
	const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
	if (!file || positionals.length > 1) return refuse(HELP);
	if (!(seconds > 0) || !Number.isInteger(seed))
		return refuse(`--seconds et --seed attendent des nombres.\n\n${HELP}`);

	let json: unknown;
	try {
		json = JSON.parse(readFileSync(file, 'utf8'));
	} catch (problem) {
		return refuse(
			`${file} ne se lit pas comme un fichier JSON : ${problem instanceof Error ? problem.message : problem}`
		);
	}
	const read = readProblem(json);
	if (!read.ok) {
		return refuse(
			`${file} n'est pas un problème :\n${read.error.map(({ path, message }) => `  ${path || '(racine)'} : ${message}`).join('\n')}`
		);
	}

	const highs = await loadHighs();
	const plan = solve(read.value, { highs, seconds, seed, now: () => performance.now() });
	if (plan.status === 'infeasible') {
		const until = performance.now() + CONFLICT_SECONDS * 1000;
		const left = () => (until - performance.now()) / 1000;
		plan.conflict = conflictOf(read.value, { highs, left, stop: () => left() <= 0 })?.rules ?? null;
	}
	const violations = verify(read.value, plan);
	if (violations.length > 0) throw new Error(`the checker refuses the plan: ${JSON.stringify(violations)}`);
	const text = `${JSON.stringify(plan, null, '\t')}\n`;
	if (values.out) writeFileSync(values.out, text);
	else process.stdout.write(text);
	const levels = plan.levels.map(({ name, value, bound }) => `${name} ${value} (borne ${bound})`).join(', ');
	console.error(`${plan.status} : ${levels}, ${plan.visits.length} visites, ${plan.seconds.toFixed(2)} s`);
	return plan.status === 'infeasible' ? 2 : 0;
}

function refuse(message: string): number {
	console.error(message);
	return BAD_FILE;
}

process.exitCode = await main();
