import { expect, test } from 'vitest';
import { boardTeam, lateInWords } from '$lib/domain/day/board';
import { ORGANIZER, type DayEvent, type Said } from '$lib/domain/day/event';
import type { PlannedStop } from '$lib/domain/day/stops';
import { teamState } from '$lib/domain/day/team-state';

const date = '2027-06-08';
const planned: PlannedStop[] = [
	{ key: `${date}/forge`, from: 540, to: 600, leave: 510, road: 20, rest: 0 },
	{ key: `${date}/creche`, from: 630, to: 690, leave: 600, road: 20, rest: 0 },
	{ key: `${date}/meeting`, from: 720, to: 720, leave: 690, road: 30, rest: 0 }
];
const names = (id: string) => ({ forge: 'La Forge', creche: 'La Crèche' })[id] ?? id;
/** Minutes since midnight in June, in France. */
const at = (minutes: number) => Date.parse(`${date}T00:00:00+02:00`) + minutes * 60_000;
const log = (...lines: [minutes: number, said: Said][]): DayEvent[] =>
	lines.map(([minutes, said], i) => ({
		id: `e${i}`,
		phone: ORGANIZER,
		sequence: i + 1,
		clock: at(minutes),
		offset: 0,
		plan: 1,
		team: 'A',
		by: '',
		said,
		arrived: at(minutes)
	}));
const board = (now: number | null, ...lines: [number, Said][]) =>
	boardTeam({ planned, state: teamState('A', date, planned, log(...lines)), expected: 6 }, now, names);

test('before anything is said, the plan is what is known', () => {
	expect(board(500)).toMatchObject({
		where: 'rien dit encore',
		planned: 'départ à 8\u202fh\u202f30',
		tone: '',
		silent: false
	});
	expect(board(null)).toMatchObject({ planned: '', late: 0 });
});

test('on time, with everybody aboard', () => {
	const team = board(520, [511, { kind: 'departed', stop: `${date}/forge`, aboard: 6 }]);
	expect(team).toMatchObject({
		where: 'en route vers La Forge',
		planned: 'en route vers La Forge',
		tone: 'good',
		aboard: { counted: 6, expected: 6 },
		warn: []
	});
	expect(lateInWords(team.late)).toBe('à l’heure');
});

test('somebody is missing from the car: it shows at once', () => {
	expect(board(520, [511, { kind: 'departed', stop: `${date}/forge`, aboard: 5 }]).tone).toBe('bad');
});

test('twenty-five minutes late is carried to the next host, with a text rounded to five minutes', () => {
	const team = board(625, [625, { kind: 'finished', stop: `${date}/forge` }]);
	expect(team.where).toBe('sortie de La Forge');
	expect(team.next).toMatchObject({ name: 'La Crèche', planned: 630, expected: 645 });
	expect(team.late).toBe(15);
	expect(team.warn).toHaveLength(1);
	expect(team.warn[0]).toMatchObject({ companyId: 'creche', name: 'La Crèche' });
	expect(team.warn[0]!.text).toMatch(
		/L’équipe A, attendue à 10\s?h\s?30, .* vers 10\s?h\s?45, 15\smin plus tard/
	);
	expect(team).toMatchObject({ tone: 'warn', done: 1 });
});

test('silence while something was due is not taken for « on time »', () => {
	expect(board(529).silent).toBe(false);
	const team = board(560);
	expect(team).toMatchObject({ silent: true, tone: 'warn', where: 'rien dit encore', warn: [] });
});

test('a visit in progress and one missed are told; back home nobody waits any more', () => {
	const visiting = board(550, [540, { kind: 'started', stop: `${date}/forge` }]);
	expect(visiting).toMatchObject({
		where: 'en visite, La Forge',
		next: { name: 'La Crèche', expected: 630 }
	});
	const missed = board(620, [600, { kind: 'missed', stop: `${date}/forge`, why: 'closed' }]);
	expect(missed.missed).toEqual([{ name: 'La Forge', why: 'entreprise fermée ou indisponible' }]);
	const back = board(800, [721, { kind: 'arrived', stop: `${date}/meeting` }]);
	expect(back).toMatchObject({ where: 'rentrée', next: null, late: 0, silent: false, warn: [] });
});
