import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import loadHighs from 'highs';
import { readProblem } from '../lib/solver/problem';
import { solve } from '../lib/solver/solve';
import { verify } from '../lib/solver/verify';

/** Measures the planner on the problems whose best plan is known: `npm run bench -- [--only typical] [--seconds 10]`. */
const FOLDER = 'tests/instances/problems';
const { values } = parseArgs({
	options: { only: { type: 'string', default: '' }, seconds: { type: 'string', default: '10' } }
});

const highs = await loadHighs();
const best = new Map(
	readFileSync(join(FOLDER, 'optimum.tsv'), 'utf8')
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => line.split('\t'))
		.map(([name, value]) => [name!, Number(value)])
);

interface Measure {
	name: string;
	gap: number;
	first: number;
	total: number;
}
const measures: Measure[] = [];
console.log(row(['problème', 'trouvé', 'borne', 'optimum', 'écart %', '1er plan ms', 'total s', 'statut']));
for (const file of readdirSync(FOLDER).sort()) {
	if (!file.endsWith('.json') || !file.includes(values.only)) continue;
	const name = file.replace('.json', '');
	const read = readProblem(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
	if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.error)}`);
	const plan = solve(read.value, { highs, seconds: Number(values.seconds), now: () => performance.now() });
	if (verify(read.value, plan).length > 0) throw new Error(`${name}: refused by the checker`);
	const [charter, promises, comfort] = plan.levels.map((level) => level.value) as [number, number, number];
	const gap = charter + promises > 0 ? Infinity : (comfort / best.get(name)! - 1) * 100;
	const first = (plan.firstPlanSeconds ?? 0) * 1000;
	measures.push({ name, gap, first, total: plan.seconds });
	console.log(
		row([
			name,
			`${charter}/${promises}/${comfort}`,
			plan.levels[2]!.bound,
			best.get(name)!,
			gap.toFixed(2),
			first.toFixed(0),
			plan.seconds.toFixed(2),
			plan.status
		])
	);
}

for (const size of ['small', 'typical', 'large']) {
	const of = measures.filter(({ name }) => name.includes(size));
	if (of.length === 0) continue;
	const gaps = of.map(({ gap }) => gap).sort((a, b) => a - b);
	console.log(
		`${size} : écart médian ${gaps[Math.floor(gaps.length / 2)]!.toFixed(2)} %, le pire ${gaps.at(-1)!.toFixed(2)} % ; ` +
			`premier plan au plus ${Math.max(...of.map(({ first }) => first)).toFixed(0)} ms ; au plus ${Math.max(...of.map(({ total }) => total)).toFixed(1)} s`
	);
}
const memory = process.memoryUsage.rss() / 1024 / 1024;
console.log(
	`Mémoire du processus à la fin : ${memory.toFixed(0)} Mo. Aucun optimum n’est prouvé par cette recherche : voir docs/solver.md.`
);

function row(cells: (string | number)[]): string {
	return cells.map((cell, i) => (i === 0 ? String(cell).padEnd(28) : String(cell).padStart(13))).join('');
}
