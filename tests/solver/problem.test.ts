import fc from 'fast-check';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readProblem } from '$lib/solver/problem';
import { verify } from '$lib/solver/verify';
import { problemOf, tinyProblem } from './problems';

test('any JSON is read or refused, each fault with its path and a French sentence', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (json) => {
			const read = readProblem(json);
			expect(read.ok).toBe(false);
			if (!read.ok) for (const { message } of read.error) expect(message).toMatch(/\.$/);
		})
	);
});

test('a good problem with one thing spoilt never throws', () => {
	fc.assert(
		fc.property(
			tinyProblem,
			fc.constantFrom('days', 'travel', 'companies', 'teams', 'rules', 'pins'),
			fc.jsonValue(),
			(problem, field, junk) => {
				const read = readProblem({ ...problem, [field]: junk });
				if (!read.ok)
					for (const { path, message } of read.error) expect(path + message).not.toContain('undefined');
			}
		)
	);
});

test.each([
	['an unknown field', { extra: 1 }, 'extra'],
	['a matrix that is not square', { travel: [[0, 1], [1]] }, 'travel.1'],
	[
		'a place out of the matrix',
		{ companies: [{ id: 'E', place: 9, sector: 'a', minutes: 60, starts: [] }] },
		'companies.0.place'
	],
	[
		'a start on no day',
		{ companies: [{ id: 'E', place: 1, sector: 'a', minutes: 60, starts: [[5, 540]] }] },
		'companies.0.starts.0'
	],
	[
		'a name twice',
		{
			teams: [
				{ id: 'T', size: 3 },
				{ id: 'T', size: 3 }
			]
		},
		'teams.1.id'
	],
	['a break on no day', { teams: [{ id: 'T', size: 3, rests: [[4, 600, 615]] }] }, 'teams.0.rests.0.0'],
	['a break that ends first', { teams: [{ id: 'T', size: 3, rests: [[0, 615, 600]] }] }, 'teams.0.rests.0.2'],
	['a pin on nobody', { pins: [{ team: 'X', company: 'E' }] }, 'pins.0.team']
])('%s is told at its path', (_, change, path) => {
	const good = {
		format: 'equipage-problem/1',
		days: [{ start: 510, end: 1050, from: 0, to: 0 }],
		travel: [
			[0, 10],
			[10, 0]
		],
		companies: [{ id: 'E', place: 1, sector: 'a', minutes: 60, starts: [[0, 540]] }],
		teams: [{ id: 'T', size: 4 }]
	};
	expect(readProblem(good).ok).toBe(true);
	const read = readProblem({ ...good, ...change });
	expect(read.ok ? [] : read.error.map((fault) => fault.path)).toContain(path);
});

test('the command writes a plan that the checker accepts, and refuses what is no problem', () => {
	const out = join(mkdtempSync(join(tmpdir(), 'equipage-plan-')), 'plan.json');
	const file = 'tests/instances/problems/vallee-small-std-1.json';
	execFileSync('npx', ['tsx', 'src/commands/plan.ts', file, '--seconds', '1', '--out', out], {
		stdio: 'pipe'
	});
	const plan = JSON.parse(readFileSync(out, 'utf8'));
	expect(plan.format).toBe('equipage-plan/1');
	expect(verify(problemOf(JSON.parse(readFileSync(file, 'utf8'))), plan)).toEqual([]);

	const refused = spawnSync('npx', ['tsx', 'src/commands/plan.ts', 'package.json'], { encoding: 'utf8' });
	expect(refused.status).toBe(64);
	expect(refused.stderr).toContain('format : Valeur attendue');
	expect(spawnSync('npx', ['tsx', 'src/commands/plan.ts', 'nulle-part.json']).status).toBe(64);
}, 60_000);
