import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '$lib/domain/calendar';
import { companyStates, type CompanyState } from '$lib/domain/company';
import { basketAfter, chaseDays, silenceOf, waitAfter, workingDay } from '$lib/domain/mobilisation/chase';
import {
	channels,
	channelWarning,
	contactModes,
	contactsOf,
	onlyMailed
} from '$lib/domain/mobilisation/contact';
import { isAnswer, outcomes, silences, type Exchange, type Outcome } from '$lib/domain/mobilisation/exchange';
import {
	consequences,
	declineReasons,
	mayMove,
	movesFrom,
	nextSteps,
	proposeNext,
	stateAfter
} from '$lib/domain/mobilisation/pipeline';
import { lateness, todaysWork, type Followed } from '$lib/domain/mobilisation/today';
import { aCompany } from '../../builders';

const keys = <K extends string>(labels: Record<K, unknown>) =>
	fc.constantFrom(...(Object.keys(labels) as K[]));
const state = keys(companyStates);
const outcome = keys(outcomes);
const today = '2027-04-14';
const day = fc.integer({ min: -60, max: 0 }).map((days) => addDays(today, days));

const exchange = (difference: Partial<Exchange> = {}): Exchange => ({
	id: 'e',
	companyId: 'c',
	on: today,
	channel: 'phone',
	outcome: 'no-answer',
	spokenTo: '',
	note: '',
	explained: false,
	silence: null,
	createdAt: new Date(0),
	...difference
});
const anExchange = fc
	.record({ on: day, outcome, channel: keys(channels), silence: fc.option(keys(silences)), at: fc.nat(1e6) })
	.map(({ at, ...rest }) => exchange({ ...rest, createdAt: new Date(at) }));

test('every state is reached from « à contacter », and every one can be left', () => {
	const reached = new Set<CompanyState>(['identified']);
	for (let grown = 0; grown < reached.size;) {
		grown = reached.size;
		for (const from of [...reached]) for (const to of movesFrom(from)) reached.add(to);
	}
	expect([...reached].sort()).toEqual(Object.keys(companyStates).sort());
	for (const from of Object.keys(companyStates) as CompanyState[]) {
		expect(mayMove(from, from)).toBe(false);
		expect(movesFrom(from).length).toBeGreaterThan(0);
	}
});

test('only what was contacted is « relancée », and a confirmed company never goes back to the start', () => {
	expect(mayMove('identified', 'reminded')).toBe(false);
	expect(mayMove('confirmed', 'identified')).toBe(false);
	expect(stateAfter('identified', 'no-answer')).toBe('approached');
	expect(stateAfter('approached', 'message')).toBe('reminded');
	expect(stateAfter('reminded', 'agreed')).toBe('confirmed');
	expect(stateAfter('declined', 'wants-details')).toBe('approached');
});

test('a silence never takes back what was said, and no exchange leaves a company « à contacter »', () => {
	fc.assert(
		fc.property(state, outcome, (from, came) => {
			const to = stateAfter(from, came);
			expect(to).not.toBe('identified');
			if (!isAnswer(came) && !['identified', 'approached'].includes(from)) expect(to).toBe(from);
			if (came === 'agreed') expect(to).toBe('confirmed');
			if (to !== from && !['declined'].includes(from) && !['approached', 'reminded', 'declined'].includes(to))
				expect(isAnswer(came)).toBe(true);
		})
	);
});

test('what comes next is on a working day, never before tomorrow, and nothing follows an end', () => {
	fc.assert(
		fc.property(outcome, fc.integer({ min: 1, max: 9 }), day, fc.boolean(), (came, tries, from, hasSlots) => {
			const next = proposeNext(came, { today: from, tries, hasSlots });
			if (came === 'declined' || came === 'kept') return void expect(next).toBeNull();
			expect(Object.keys(nextSteps)).toContain(next!.step);
			expect(next!.on > from).toBe(true);
			expect([0, 6]).not.toContain(new Date(`${next!.on}T00:00:00Z`).getUTCDay());
			expect(daysBetween(from, next!.on)).toBeLessThanOrEqual(32);
		})
	);
	expect(proposeNext('agreed', { today, tries: 0, hasSlots: false })!.step).toBe('slots');
});

test('a decline keeps its reason and drops the next step; who had confirmed withdrew; coming back forgets it', () => {
	fc.assert(
		fc.property(state, state, keys(declineReasons), fc.boolean(), (from, to, reason, withdrew) => {
			const before = {
				state: from,
				nextStep: 'call' as const,
				nextStepOn: today,
				withdrew: from === 'declined' && withdrew
			};
			const after = consequences(before, to, { reason, note: 'Dit au téléphone' }, today);
			expect(after.state).toBe(to);
			expect((after.nextStep === null) === (after.nextStepOn === null)).toBe(true);
			if (to === 'declined') {
				expect(after).toMatchObject({
					declineReason: reason,
					nextStep: null,
					withdrew: from === 'confirmed' || before.withdrew
				});
			} else expect(after).toMatchObject({ declineReason: null, declineNote: '', withdrew: false });
		})
	);
});

test('a silence runs from the last contact without an answer, and ends with any answer', () => {
	fc.assert(
		fc.property(fc.array(anExchange, { maxLength: 8 }), (exchanges) => {
			const silence = silenceOf(exchanges, today);
			const last = [...exchanges]
				.sort((a, b) => a.on.localeCompare(b.on) || +a.createdAt - +b.createdAt)
				.at(-1);
			if (!last || isAnswer(last.outcome)) return void expect(silence).toBeNull();
			expect(silence!.since).toBe(last.on);
			expect(silence!.days).toBe(daysBetween(last.on, today));
			expect(silence!.tries).toBeGreaterThanOrEqual(1);
			expect(silence!.tries).toBeLessThanOrEqual(exchanges.length);
			expect(silence!.basket).toBe(chaseDays.findLast((threshold) => threshold <= silence!.days) ?? null);
			// One more answer, written last, ends it.
			const answered = exchange({ outcome: 'interested', createdAt: new Date(1e9) });
			expect(silenceOf([...exchanges, answered], today)).toBeNull();
		})
	);
});

test('baskets are J+3, J+7, J+10 and J+30, each until the next', () => {
	expect([0, 2, 3, 6, 7, 9, 10, 29, 30, 400].map(basketAfter)).toEqual([
		null,
		null,
		3,
		3,
		7,
		7,
		10,
		10,
		30,
		30
	]);
	expect([1, 2, 3, 4, 9].map(waitAfter)).toEqual([3, 7, 10, 30, 30]);
	expect(workingDay('2027-04-17')).toBe('2027-04-19');
});

test('the reason of a silence is the last one noted while it lasts', () => {
	const told = [
		exchange({ on: '2027-04-01', silence: 'away' }),
		exchange({ on: '2027-04-03', silence: null }),
		exchange({ on: '2027-04-04', outcome: 'call-back' })
	];
	expect(silenceOf(told.slice(0, 2), today)).toMatchObject({
		tries: 2,
		reason: 'away',
		days: 11,
		basket: 10
	});
	expect(silenceOf([...told, exchange({ on: '2027-04-05' })], today)).toMatchObject({
		tries: 1,
		reason: null
	});
});

const followed = fc.record({
	id: fc.uuid(),
	name: fc.string(),
	state,
	nextStep: fc.option(keys(nextSteps)),
	nextStepOn: fc.option(fc.integer({ min: -20, max: 20 }).map((days) => addDays(today, days))),
	exchanges: fc.array(anExchange, { maxLength: 4 }),
	pausedUntil: fc.constantFrom(null, null, addDays(today, 9))
}) satisfies fc.Arbitrary<Followed>;

test('today’s work holds what is due and who keeps silent, nobody twice, nobody who asked for peace', () => {
	fc.assert(
		fc.property(fc.uniqueArray(followed, { maxLength: 12, selector: ({ id }) => id }), (companies) => {
			const { due, chase } = todaysWork(companies, today);
			const listed = [...due, ...chase].map(({ company }) => company);
			expect(new Set(listed).size).toBe(listed.length);
			for (const { company, late } of due) {
				expect(late).toBe(daysBetween(company.nextStepOn!, today));
				expect(late).toBeGreaterThanOrEqual(0);
			}
			for (const { company, silence } of chase) {
				expect(silence.basket).not.toBeNull();
				expect(['confirmed', 'declined', 'reserve']).not.toContain(company.state);
			}
			for (const company of listed)
				expect(company.pausedUntil === null || company.state === 'confirmed').toBe(true);
			const missed = companies.filter((company) => !listed.includes(company) && company.pausedUntil === null);
			for (const company of missed) expect(lateness(company, today)).toBeNull();
			expect(due.map(({ late }) => late)).toEqual(due.map(({ late }) => late).sort((a, b) => b - a));
		})
	);
});

test('who wants mail only is not to be called, met or texted; writing is free', () => {
	const warned = (Object.keys(channels) as (keyof typeof channels)[]).filter((channel) =>
		channelWarning('mail-only', channel)
	);
	expect(warned.sort()).toEqual(['phone', 'sms', 'visit']);
	for (const mode of Object.keys(contactModes) as (keyof typeof contactModes)[])
		expect(channelWarning(mode, 'mail')).toBeNull();
	expect(channelWarning(null, 'phone')).toBeNull();
	const mail = exchange({ channel: 'mail' });
	expect(onlyMailed([mail, mail], null)).toBe(true);
	expect(onlyMailed([mail, mail], 'mail-only')).toBe(false);
	expect(onlyMailed([mail, exchange()], null)).toBe(false);
});

test('the main contact stands first, and nobody stands where nothing is known', () => {
	const other = { id: '1', name: 'Zoé', role: '', phone: '', email: '', mode: null, note: '' };
	expect(contactsOf(aCompany(), [other]).map(({ name }) => name)).toEqual(['Claude Petit', 'Zoé']);
	const nobody = aCompany({ contactName: '', contactPhone: '', contactEmail: '' });
	expect(contactsOf(nobody, [])).toEqual([]);
});

test('any exchange proposes a next step that the next day’s list will show', () => {
	const asked: Outcome[] = [
		'no-answer',
		'message',
		'call-back',
		'wants-details',
		'interested',
		'agreed',
		'wrong-person'
	];
	for (const came of asked) {
		const next = proposeNext(came, { today, tries: 1, hasSlots: true })!;
		const company = {
			id: '1',
			name: 'A',
			state: stateAfter('approached', came),
			nextStep: next.step,
			nextStepOn: next.on,
			exchanges: [],
			pausedUntil: null
		};
		expect(todaysWork([company], addDays(next.on, -1)).due).toEqual([]);
		expect(todaysWork([company], next.on).due).toMatchObject([{ late: 0 }]);
	}
});
