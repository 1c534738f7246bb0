import { expect, test } from 'vitest';
import { dateStateOf, matching, pageOf, readFilter, yearsOf } from '$lib/domain/network/board';
import { yearCalendar } from '$lib/domain/network/year-calendar';
import { campaignCounts, campaignState, expectedIn, remindersOf } from '$lib/domain/network/campaign';
import { aNetworkRally } from './builders';

/** The network's calendar of 2018-2019 (Ansa 2019, l. 146-148). */
const dated = [
	['74', '2018-11-06', '2018-11-07'],
	['49', '2019-03-25', '2019-03-27'],
	['38', '2019-04-10', '2019-04-11'],
	['42', '2019-04-10', '2019-04-12'],
	['07', '2019-06-11', '2019-06-13'],
	['49', '2019-06-24', '2019-06-26'],
	['74', '2019-06-25', '2019-06-26']
].map(([department, first, last], i) =>
	aNetworkRally({ id: `r${i}`, title: `Rallye ${i}`, department: department!, first: first!, last: last! })
);
const toCome = [
	['26', '2019-06'],
	['49', '2019-11'],
	['74', '2019-11'],
	['49', '2019-12']
].map(([department, month], i) => ({
	id: `a${i}`,
	organizer: '',
	department: department!,
	territory: '',
	month: month!,
	note: ''
}));

test('the calendar of 2018-2019 is the network’s own', () => {
	const season = yearCalendar(dated, toCome, 2018, true);
	const said = (key: string) =>
		season.find((month) => month.key === key)!.entries.map(({ days, where }) => `${days} ${where}`);
	expect(season).toHaveLength(12);
	expect(season[0]).toMatchObject({ key: '2018-09', name: 'Septembre' });
	expect(said('2018-11')).toEqual(['6-7 Haute-Savoie']);
	expect(said('2019-03')).toEqual(['25-27 Maine-et-Loire']);
	expect(said('2019-04')).toEqual(['10-11 Isère', '10-12 Loire']);
	expect(said('2019-06')).toEqual(['11-13 Ardèche', '24-26 Maine-et-Loire', '25-26 Haute-Savoie', 'dates à venir Drôme']); // prettier-ignore
	const autumn = yearCalendar(dated, toCome, 2019).find(({ key }) => key === '2019-11')!;
	expect(autumn.entries.map(({ where }) => where)).toEqual(['Maine-et-Loire', 'Haute-Savoie']);
});

test('a rally over two months says the month it ends in', () => {
	const [entry] = yearCalendar([aNetworkRally({ first: '2027-06-30', last: '2027-07-02' })], [], 2027)[5]!.entries; // prettier-ignore
	expect(entry!.days).toBe('30-2\u202fjuillet');
});

test('filters hold together, and what is not known filters nothing', () => {
	const asked = (query: string) => readFilter(new URLSearchParams(query));
	const rallies = [
		...dated,
		aNetworkRally({ id: 'x', network: 'siae', territory: 'Baugeois', first: null, last: null })
	];
	const ids = (query: string) => matching(rallies, asked(query), '2019-04-11').map(({ id }) => id);
	expect(ids('annee=2018')).toEqual(['r0']);
	expect(ids('annee=2019&departement=49')).toEqual(['r1', 'r5']);
	expect(ids('dates=running')).toEqual(['r2', 'r3']);
	expect(ids('dates=unset')).toEqual(['x']);
	expect(ids('q=haute savoie')).toEqual(['r0', 'r6', 'x']);
	expect(ids('reseau=constructor&annee=zzz&departement=__proto__')).toHaveLength(8);
	expect(yearsOf(rallies)).toEqual([2019, 2018]);
	expect(dateStateOf({ first: null, last: null }, '2019-01-01')).toBe('unset');
});

test('a page out of range is the nearest', () => {
	const all = Array.from({ length: 101 }, (_, i) => i);
	expect(pageOf(all, '3')).toMatchObject({ number: 3, pages: 3, rows: [100], total: 101 });
	for (const [asked, number] of [
		['-2', 1],
		['x', 1],
		['99', 3],
		[null, 1]
	] as const)
		expect(pageOf(all, asked).number).toBe(number);
	expect(pageOf([], '2')).toMatchObject({ number: 1, pages: 1, rows: [] });
});

test('a campaign expects the rallies of its year, and reminds those that are over', () => {
	const rallies = [
		aNetworkRally({ id: 'a', organizationId: 'o1', organization: 'Bleue', first: '2027-03-01', last: '2027-03-02' }), // prettier-ignore
		aNetworkRally({ id: 'b', organizationId: 'o1', organization: 'Bleue', first: '2027-12-01', last: '2027-12-02' }), // prettier-ignore
		aNetworkRally({
			id: 'c',
			organizationId: 'o2',
			organization: 'Abeille',
			first: '2027-03-01',
			last: '2027-03-02',
			bilan: { id: 'x', state: 'to-fix', sentOn: new Date(0) }
		}),
		aNetworkRally({ id: 'd', first: '2026-03-01', last: '2026-03-02' })
	];
	const campaign = { year: 2027, opensOn: '2027-06-01', dueOn: '2027-09-30', closedAt: null };
	const expected = expectedIn(campaign, rallies, '2027-10-10');
	expect(expected.map(({ name }) => name)).toEqual(['Abeille', 'Bleue']);
	expect(expected[1]!.expected.map(({ isDue, daysLate }) => [isDue, daysLate])).toEqual([[true, 10], [false, 0]]); // prettier-ignore
	expect(campaignCounts(expected)).toEqual({
		expected: 3,
		awaited: 2,
		received: 0,
		'to-fix': 1,
		validated: 0
	});
	const reminders = remindersOf(campaign, expected, '2027-10-10');
	expect(reminders).toHaveLength(2);
	expect(reminders[0]!.text).toContain('une correction a été demandée');
	expect(reminders[1]!.text.match(/^– /gm)).toHaveLength(1);
	expect(campaignState(campaign, '2027-05-01')).toBe('planned');
	expect(campaignState(campaign, '2027-09-30')).toBe('open');
	expect(campaignState(campaign, '2027-10-01')).toBe('late');
});
