import loadHighs from 'highs';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { conflictOf } from '../lib/solver/explain/conflict';
import type { Plan } from '../lib/solver/plan';
import { readProblem, type Problem } from '../lib/solver/problem';
import { solve } from '../lib/solver/solve';
import { verify } from '../lib/solver/verify';
import { benchPrint } from './bench-print';
import { benchPeers, type Ours } from './bench-peers';
import { benchTable } from './bench-table';
import { benchTeams } from './bench-teams';
import { problemOfSize, sizes, withWideWindows } from './bench-problems';

/**
 * Measures the planner: `npm run bench -- [--only typical] [--parts known,wide,large,day,impossible,teams,table,import,print,table-page,federation]`. One thread; every
 * plan is checked; times are of a warm process, seconds and milliseconds of processor time.
 */
const FOLDER = 'tests/instances/problems';
const { values } = parseArgs({
	options: {
		only: { type: 'string', default: '' },
		parts: { type: 'string', default: 'known,wide,large,day,impossible,teams,table,import,print' },
		seconds: { type: 'string', default: '20' },
		peers: { type: 'boolean', default: false }
	}
});
const parts = values.peers ? [] : values.parts.split(',');
/** Processor time of this process, milliseconds: the clock says little on a machine that others use. */
const now = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
};
const highs = await loadHighs();
const best = new Map(
	readFileSync(join(FOLDER, 'optimum.tsv'), 'utf8')
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => [line.split('\t')[0]!, Number(line.split('\t')[1])] as const)
);
const known = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.json') && file.includes(values.only))
	.sort()
	.map((file) => ({ name: file.replace('.json', ''), problem: read(join(FOLDER, file)) }));

/** Told while solving: the first complete plan, the first bound, and when the gap fell to 1 %. Seconds. */
interface Run {
	plan: Plan;
	first: number;
	bounded: number;
	close: number;
}

// The first problem pays for the compiler.
if (known[0] && parts.some((part) => !['print', 'table-page', 'federation'].includes(part)))
	run(known[0].problem, 5);
if (parts.includes('known')) benchKnown();
// The known problems again, through other solvers.
if (values.peers) await benchPeers(benchKnown(), Number(values.seconds));
if (parts.includes('wide')) benchWide();
if (parts.includes('large')) benchLarge();
if (parts.includes('day')) benchDay();
if (parts.includes('impossible')) benchImpossible();
if (parts.includes('teams')) benchTeams(highs);
if (parts.includes('table')) benchTable(highs, now);
if (parts.includes('import')) await viteLoaded('/src/commands/bench-import.ts', 'benchImport');
if (parts.includes('print')) await benchPrint(now);
// Only when asked for: it wants the application built, and a browser.
// What it asks of the server is loaded for it alone.
if (parts.includes('table-page')) await (await import('./bench-table-page')).benchTablePage();
// The same, and a PostgreSQL of its own.
if (parts.includes('federation')) await viteLoaded('/src/commands/bench-federation.ts', 'benchFederation');
console.log(`\nMémoire du processus à la fin : ${(process.memoryUsage.rss() / 1e6).toFixed(0)} Mo.`);

/** What the server does needs what its bundler provides: tables as data, threads as addresses. */
async function viteLoaded(file: string, name: string): Promise<void> {
	const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom', logLevel: 'error' });
	const module = await vite.ssrLoadModule(file);
	await (module[name] as () => Promise<void>)();
	await vite.close();
}

function benchKnown(): Ours[] {
	title('Problèmes dont l’optimum est connu');
	row(['problème', 'trouvé', 'borne', 'optimum', '1er plan ms', 'borne ms', '1 % en s', 'total s', 'statut']);
	const measures = known.map(({ name, problem }) => {
		const measured = run(problem, Number(values.seconds));
		const { plan, first, bounded, close } = measured;
		const [charter, promises, comfort] = plan.levels.map(({ value }) => value);
		row([name, `${charter}/${promises}/${comfort}`, plan.levels[2]!.bound, best.get(name)!, ms(first), ms(bounded), close.toFixed(2), plan.seconds.toFixed(2), plan.status]); // prettier-ignore
		return { name, problem, best: best.get(name)!, ...measured };
	});
	for (const size of ['small', 'typical', 'large']) {
		const of = measures.filter(({ name }) => name.includes(size));
		if (of.length === 0) continue;
		const equal = of.filter(({ name, plan }) => plan.status === 'optimal' && plan.levels[2]!.value === best.get(name)); // prettier-ignore
		const totals = of.map(({ plan }) => plan.seconds);
		console.log(
			`${size} : ${equal.length} sur ${of.length} prouvés et égaux ; total médian ${at(totals, 0.5).toFixed(2)} s, au plus ${Math.max(...totals).toFixed(2)} s ; ` +
				`premier plan au plus ${ms(Math.max(...of.map(({ first }) => first)))} ms ; borne au plus ${ms(Math.max(...of.flatMap(({ bounded }) => (Number.isNaN(bounded) ? [] : [bounded]))))} ms`
		);
	}
	return measures;
}

function benchWide(): void {
	title('Larges fenêtres, un départ tous les quarts d’heure');
	for (const { name, problem } of known.filter((of) => of.name.includes('typical-std')))
		tell(name, run(withWideWindows(problem), 30));
}

function benchLarge(): void {
	title('Tailles d’Orléans et du réseau (problèmes inventés)');
	for (const size of sizes) tell(size.name, run(problemOfSize(size, 1), size.name === 'reseau' ? 20 : 60));
}

/** Each company in turn drops out of a published plan: how long until the fewest changes are proven. */
function benchDay(): void {
	title('Une entreprise se désiste, plan publié : le moins de visites changées');
	const all: number[] = [];
	for (const { name, problem } of known.filter((of) => of.name.includes('typical'))) {
		const { visits } = solve(problem, { highs, seconds: 10, now });
		const times: number[] = [];
		let proven = 0;
		for (const lost of problem.companies) {
			const { plan } = run(
				{
					...problem,
					published: visits,
					companies: problem.companies.map((company) =>
						company === lost ? { ...company, starts: [], visits: [0, 0] } : company
					)
				},
				10,
				true
			);
			times.push(plan.seconds);
			if (plan.levels[0]!.value === plan.levels[0]!.bound && plan.levels[1]!.value === plan.levels[1]!.bound)
				proven++;
		}
		all.push(...times);
		console.log(
			`${name.padEnd(28)} ${proven} prouvés sur ${times.length} ; médiane ${at(times, 0.5).toFixed(2)} s, 9 sur 10 sous ${at(times, 0.9).toFixed(2)} s, au plus ${Math.max(...times).toFixed(2)} s`
		);
	}
	console.log(
		`ensemble : ${all.length} ; médiane ${at(all, 0.5).toFixed(2)} s, 9 sur 10 sous ${at(all, 0.9).toFixed(2)} s`
	);
}

/** Companies keep one start each, a few at a time, until nothing holds: how long to say what cannot. */
function benchImpossible(): void {
	title('Impossible : temps jusqu’à un plus petit conflit');
	for (const { name, problem } of known.filter((of) => of.name.includes('typical'))) {
		const short: Problem = {
			...problem,
			companies: problem.companies.map((company, i) =>
				i % 2 === 0
					? { ...company, starts: company.starts.slice(0, 1), visits: [0, company.visits[1]] }
					: company
			)
		};
		const began = now();
		const left = () => 20 - (now() - began) / 1000;
		const conflict = conflictOf(short, { highs, left, stop: () => left() <= 0 });
		const what = conflict ? `${conflict.rules.length} règles${conflict.minimal ? '' : ' (minimalité non prouvée)'}` : 'possible, ou non prouvé'; // prettier-ignore
		console.log(`${name.padEnd(28)} ${what}, ${((now() - began) / 1000).toFixed(2)} s`);
	}
}

function run(problem: Problem, seconds: number, promisesOnly = false): Run {
	let bounded = NaN;
	let close = NaN;
	let settled = false;
	const plan = solve(problem, {
		highs,
		seconds,
		now,
		cancelled: () => settled,
		onProgress: ({ plan: soFar, seconds: at }) => {
			const [charter, promises, comfort] = soFar.levels;
			if (Number.isNaN(bounded) && comfort!.bound > 0) bounded = at;
			if (Number.isNaN(close) && comfort!.bound > 0 && comfort!.value <= comfort!.bound * 1.01) close = at;
			settled = promisesOnly && charter!.value === charter!.bound && promises!.value === promises!.bound;
		}
	});
	const wrong = verify(problem, plan);
	if (wrong.length > 0)
		throw new Error(`${problem.name}: refused by the checker: ${JSON.stringify(wrong[0])}`);
	return { plan, first: plan.firstPlanSeconds ?? NaN, bounded, close };
}

function tell(name: string, { plan, first, bounded }: Run): void {
	const [charter, promises, comfort] = plan.levels;
	const gap = comfort!.bound > 0 ? `écart ${((comfort!.value / comfort!.bound - 1) * 100).toFixed(1)} %` : 'sans borne'; // prettier-ignore
	console.log(
		`${name.padEnd(28)} ${charter!.value}/${promises!.value}/${comfort!.value}, borne ${comfort!.bound}, ${gap}, 1er plan ${ms(first)} ms, borne ${ms(bounded)} ms, total ${plan.seconds.toFixed(1)} s, ${plan.status}`
	);
}

function read(file: string): Problem {
	const problem = readProblem(JSON.parse(readFileSync(file, 'utf8')));
	if (!problem.ok) throw new Error(`${file}: ${JSON.stringify(problem.error)}`);
	return problem.value;
}

function at(numbers: number[], share: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

function ms(seconds: number): string {
	return (seconds * 1000).toFixed(0);
}

function title(text: string): void {
	console.log(`\n${text}`);
}

function row(cells: (string | number)[]): void {
	console.log(
		cells.map((cell, i) => (i === 0 ? String(cell).padEnd(28) : String(cell).padStart(12))).join('')
	);
}
