import { expect, test } from 'vitest';
import { namesOf } from '$lib/domain/draft/names';
import { movedBy, spreadSupposed, supposing, type WhatIf } from '$lib/domain/scenario/what-if';
import { MOST, scenarioName, whatIfWords } from '$lib/domain/scenario/words';
import { aCompany, aDossier, aParticipant, aVehicle } from '../../builders';

const host = aCompany({ id: 'c1', name: 'Fournil', slots: [{ date: '2027-06-08', from: 540, to: 1020 }] });
const person = aParticipant({ id: 'p1', firstName: 'Nadia', lastName: 'Benali', state: 'confirmed' });
const van = aVehicle({ id: 'v1', name: 'Minibus', seats: 9, wheelchairPlaces: 2 });
const dossier = aDossier({ companies: [host], participants: [person], vehicles: [van] });
const day = dossier.rally.programme[0]!;
const names = namesOf({
	companies: [host],
	participants: [person],
	vehicles: [van],
	accompanists: [{ id: 'a1', firstName: 'Léo', lastName: 'Roux' }]
});

const whatIfs: WhatIf[] = [
	{ kind: 'company-gone', companyId: 'c1' },
	{ kind: 'company-closed', companyId: 'c1', date: day.date, part: 'morning' },
	{ kind: 'slot-added', companyId: 'c1', date: day.date, from: 840, to: 960 },
	{ kind: 'teams-at-once', companyId: 'c1', teams: 2, people: 12 },
	{ kind: 'people-at-once', companyId: 'c1', people: 8 },
	{ kind: 'visits-at-most', companyId: 'c1', visits: 5 },
	{ kind: 'nothing-promised', companyId: 'c1' },
	{ kind: 'vehicle-gone', vehicleId: 'v1' },
	{ kind: 'vehicle-seats', vehicleId: 'v1', seats: 7 },
	{ kind: 'accompanist-gone', accompanistId: 'a1' },
	{ kind: 'people-absent', participantIds: ['p1'] },
	{ kind: 'longer-day', date: day.date, minutes: 30, end: 'evening' },
	{ kind: 'fewer-sectors', sectors: 2 },
	{ kind: 'wider-spread', spread: 2 },
	{ kind: 'shorter-lunch', date: day.date, minutes: 45 },
	{ kind: 'smaller-buffer', minutes: 5 }
];

test('nothing supposed is the rally itself, and supposing never writes in it', () => {
	const before = structuredClone(dossier);
	expect(supposing(dossier, [])).toBe(dossier);
	supposing(dossier, whatIfs);
	expect(dossier).toEqual(before);
});

test('each supposition changes what it says', () => {
	const after = (...all: WhatIf[]) => supposing(dossier, all);
	const [gone, , slot, , , , , lost, seats, , absent, longer, sectors] = whatIfs as [WhatIf, ...WhatIf[]];
	expect(after(gone).companies[0]!.state).not.toBe('confirmed');
	expect(after(slot!).companies[0]!.slots.at(-1)).toEqual({ date: day.date, from: 840, to: 960 });
	expect(after(lost!).vehicles).toEqual([]);
	expect(after(seats!).vehicles[0]).toMatchObject({ seats: 7, wheelchairPlaces: 2 });
	expect(after(absent!).participants[0]!.state).toBe('withdrawn');
	expect(after(longer!).rally.programme[0]!.end).toBe(day.end + 30);
	expect(after(sectors!).rally.settings.minSectors).toBe(2);
	const [lunch, buffer] = whatIfs.slice(-2) as [WhatIf, WhatIf];
	expect(after(lunch).rally.programme[0]!.lunch).toEqual({ ...day.lunch, minutes: 45 });
	expect(after(buffer).rally.settings.bufferMinutes).toBe(5);
	expect(spreadSupposed(whatIfs)).toBe(2);
	expect(spreadSupposed([gone])).toBe(1);
});

test('a company closed for half a day keeps the other half', () => {
	const one = { ...host, slots: [{ date: day.date, from: 540, to: 1020 }] };
	const [left] = supposing({ ...dossier, companies: [one] }, [whatIfs[1]!]).companies[0]!.slots;
	expect(left!.from).toBeGreaterThanOrEqual(12 * 60);
	expect(left!.to).toBe(1020);
});

test('each has its words, and a name holds nobody’s name', () => {
	for (const whatIf of whatIfs) expect(whatIfWords(whatIf, names).length).toBeGreaterThan(5);
	expect(whatIfWords(whatIfs[10]!, names)).toContain('Nadia Benali');
	const name = scenarioName([whatIfs[10]!, whatIfs[0]!], names);
	expect(name).not.toContain('Nadia');
	expect(name).toMatch(/^1.absent et sans Fournil$/);
	expect(scenarioName(whatIfs, names).length).toBeLessThanOrEqual(MOST);
});

test('suppositions follow a rally that moves', () => {
	const moved = whatIfs.map((one) => movedBy(one, () => '2027-07-01'));
	for (const one of moved) if ('date' in one) expect(one.date).toBe('2027-07-01');
});
