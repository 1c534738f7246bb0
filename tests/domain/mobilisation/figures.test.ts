import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '$lib/domain/calendar';
import { companyStates } from '$lib/domain/company';
import { callScript } from '$lib/domain/mobilisation/call-script';
import { commitmentKinds, commitmentsOf, euros, type Commitment } from '$lib/domain/mobilisation/commitment';
import { confirmationLetter } from '$lib/domain/mobilisation/confirmation';
import { outcomes } from '$lib/domain/mobilisation/exchange';
import {
	declinesOf,
	funnelBySector,
	funnelOf,
	funnelSteps,
	type InFunnel
} from '$lib/domain/mobilisation/funnel';
import { declineReasons } from '$lib/domain/mobilisation/pipeline';
import { sameCompanies, solicitationOf, type AskedElsewhere } from '$lib/domain/mobilisation/solicitation';
import { sectors } from '$lib/domain/sector';
import { aCompany, aRally } from '../../builders';

const keys = <K extends string>(labels: Record<K, unknown>) =>
	fc.constantFrom(...(Object.keys(labels) as K[]));
const inFunnel: fc.Arbitrary<InFunnel> = fc.record({
	id: fc.uuid(),
	state: keys(companyStates),
	sector: keys(sectors),
	declineReason: fc.option(keys(declineReasons)),
	withdrew: fc.boolean(),
	outcomes: fc.array(keys(outcomes), { maxLength: 3 }),
	visited: fc.boolean()
});
const steps = Object.keys(funnelSteps) as (keyof typeof funnelSteps)[];

test('a funnel only narrows, and its sectors add up to it', () => {
	fc.assert(
		fc.property(fc.array(inFunnel, { maxLength: 20 }), (companies) => {
			const funnel = funnelOf(companies);
			const figures = steps.map((step) => funnel[step]);
			expect(figures).toEqual([...figures].sort((a, b) => b - a));
			const bySector = funnelBySector(companies);
			for (const step of steps)
				expect(bySector.reduce((sum, of) => sum + of.funnel[step], 0)).toBe(funnel[step]);
			const declined = companies.filter(({ state }) => state === 'declined').length;
			expect(declinesOf(companies).reduce((sum, { count }) => sum + count, 0)).toBe(declined);
		})
	);
});

test('24 approached, 9 confirmed: the funnel of the first Haute-Savoie rally', () => {
	const one = (i: number): InFunnel => ({ id: String(i), state: i < 9 ? 'confirmed' : i < 14 ? 'declined' : i < 24 ? 'reminded' : 'identified', sector: 'industry', declineReason: i < 12 ? 'dates' : 'staff', withdrew: false, outcomes: [], visited: false }); // prettier-ignore
	const companies = Array.from({ length: 30 }, (_, i) => one(i));
	expect(funnelOf(companies)).toEqual({ known: 30, approached: 24, interested: 9, confirmed: 9, visited: 0 });
	expect(declinesOf(companies)).toEqual([
		{ reason: 'dates', count: 3 },
		{ reason: 'staff', count: 2 }
	]);
});

test('commitments add up by kind; who declined opens no door but may still give', () => {
	const gives = (companyId: string, kind: keyof typeof commitmentKinds, difference: Partial<Commitment> = {}): Commitment => ({ id: `${companyId}${kind}`, companyId, kind, description: '', quantity: null, valueCents: null, honoured: false, ...difference }); // prettier-ignore
	const companies = [{ id: 'a', state: 'confirmed' }, { id: 'b', state: 'declined' }, { id: 'c', state: 'interested' }]; // prettier-ignore
	expect(
		commitmentsOf(companies, [
			gives('b', 'visit'),
			gives('c', 'visit'),
			gives('b', 'prize', { quantity: 12, valueCents: 24_000 }),
			gives('a', 'money', { valueCents: 50_000, honoured: true }),
			gives('c', 'money', { valueCents: 10_050 }),
			gives('a', 'drivers', { quantity: 2 }),
			gives('gone', 'money', { valueCents: 1 })
		])
	).toEqual({
		visits: 2,
		prizes: { companies: 1, quantity: 12, valueCents: 24_000 },
		money: { companies: 2, valueCents: 60_050, receivedCents: 50_000 },
		drivers: { companies: 1, quantity: 2 }
	});
	expect([euros(125_000), euros(1050)].map((text) => text.replace(/\s/g, ' '))).toEqual([
		'1 250 €',
		'10,50 €'
	]);
});

const today = '2027-04-14';
const limits = { solicitationsPerYear: 2, contactsPerMonth: 3 };
const asked = (difference: Partial<AskedElsewhere> = {}): AskedElsewhere => ({ rally: 'Autre', first: '2027-02-02', state: 'approached', contacts: ['2027-01-12'], lastVisit: null, pausedUntil: null, ...difference }); // prettier-ignore
const here = { contacts: [] as string[], pausedUntil: null };

test('a company is asked once per rally of the year, whatever the number of calls', () => {
	expect(solicitationOf(here, [], limits, today)).toMatchObject({ askedThisYear: 0, restraints: [] });
	const twice = asked({ contacts: ['2027-01-12', '2027-01-15'] });
	expect(solicitationOf(here, [twice], limits, today)).toMatchObject({ askedThisYear: 1, restraints: [] });
	expect(solicitationOf({ ...here, contacts: ['2027-04-01'] }, [twice], limits, today).askedThisYear).toBe(2);
	expect(solicitationOf(here, [twice, asked({ rally: 'Un autre' })], limits, today).restraints).toEqual([
		'asked'
	]);
	expect(solicitationOf(here, [asked({ contacts: ['2026-11-12'] })], limits, today).askedThisYear).toBe(0);
	// Before contacts were noted, having left « à contacter » tells it.
	expect(
		solicitationOf(here, [asked({ contacts: [], state: 'confirmed' })], limits, today).askedThisYear
	).toBe(1);
	expect(
		solicitationOf(here, [asked({ contacts: [], state: 'identified' })], limits, today).askedThisYear
	).toBe(0);
});

test('a pause of any rally holds until its day; contacts of thirty days are counted together', () => {
	fc.assert(
		fc.property(fc.integer({ min: -40, max: 40 }), (days) => {
			const pausedUntil = addDays(today, days);
			const { restraints, pausedUntil: until } = solicitationOf(
				here,
				[asked({ pausedUntil })],
				limits,
				today
			);
			expect(restraints.includes('paused')).toBe(days > 0);
			expect(until).toBe(days > 0 ? pausedUntil : null);
		})
	);
	const contacts = (on: string) => asked({ contacts: [on, on, on] });
	expect(solicitationOf(here, [contacts(addDays(today, -29))], limits, today).restraints).toEqual([
		'contacted'
	]);
	expect(solicitationOf(here, [contacts(addDays(today, -30))], limits, today).restraints).toEqual([]);
	expect(solicitationOf(here, [asked({ lastVisit: '2026-06-02' }), asked({ lastVisit: '2025-06-02' })], limits, today).lastVisit).toBe('2026-06-02'); // prettier-ignore
});

test('the same company is found by SIRET, else by name and town; two sites of a firm are two', () => {
	const one = { name: 'SARL Bricoval', siret: '73282932000074', commune: 'Aubenas' };
	const site = { name: 'Bricoval', siret: '73282932000082', commune: 'Aubenas' };
	const old = { name: 'Bricoval', siret: null, commune: 'AUBENAS' };
	const away = { name: 'Bricoval', siret: null, commune: 'Privas' };
	const find = sameCompanies([one, site, old, away]);
	expect(find({ name: 'Autre nom', siret: one.siret, commune: '' })).toEqual([one]);
	expect(find({ name: 'Bricoval', siret: one.siret, commune: 'Aubenas' })).toEqual([one, old]);
	expect(find({ name: 'bricoval', siret: null, commune: 'Privas' })).toEqual([away]);
	expect(find({ name: 'Bricoval', siret: null, commune: '' })).toEqual([]);
});

const rally = aRally({ title: 'Rallye du Faucigny', territory: 'Arve Faucigny' });
const text = (parts: ReturnType<typeof callScript>) => parts.flatMap(({ says }) => says).join('\n');

test('the call script names the organisation, the references and the slot to ask for', () => {
	const said = text(
		callScript({
			rally,
			organization: 'MIFE 74',
			caller: 'Claire',
			contact: 'Bruno Lafont',
			introducedBy: 'la Ville de Thyez',
			references: ['Somme SA', 'Boulangerie Martin'],
			partners: ['Ville de Thyez'],
			asked: { halfDay: '2027-06-08:afternoon', slot: { date: '2027-06-08', from: 810, to: 1020 } },
			headCount: 5,
			byMail: false
		})
	);
	for (const word of [
		'Claire de MIFE 74',
		'Bruno Lafont',
		'de la part de la Ville de Thyez',
		'Somme SA et Boulangerie Martin',
		'Rallye du Faucigny',
		'mardi 8 juin, après-midi',
		'une heure',
		'mécénat'
	])
		expect(said).toContain(word);
	const bare = text(callScript({ rally: { ...rally, programme: [], territory: '', contactPhone: '' }, organization: 'MIFE', caller: 'Claire', contact: '', introducedBy: '', references: [], partners: [], asked: null, headCount: 5, byMail: true })); // prettier-ignore
	expect(bare).not.toMatch(/undefined|null|NaN|de la part|reçoi(t|vent) déjà|raccrocher|parler à/);
});

test('a confirmation says hours and head-counts of the plan, else the slots offered, and conditions noted', () => {
	const company = aCompany({
		name: 'Somme SA',
		contactName: 'Ana Roux',
		safetyNote: 'Chaussures fermées',
		minAge: 16
	});
	const facts = { rally, organization: 'MIFE 74', company };
	const planned = confirmationLetter({
		...facts,
		visits: [{ date: '2027-06-08', start: 540, end: 600, people: 5 }]
	});
	expect(planned.body.replace(/\s/g, ' ')).toContain(
		'mardi 8 juin 2027, de 9 h à 10 h : 5 personnes, accompagnement compris'
	);
	expect(planned.body).toContain('Chaussures fermées');
	expect(planned.subject).toContain('Rallye du Faucigny');
	const offered = confirmationLetter({ ...facts, visits: [] }).body.replace(/\s/g, ' ');
	expect(offered).toContain('9 participants au plus à la fois');
	expect(confirmationLetter({ ...facts, company: { ...company, slots: [] }, visits: [] }).body).toContain(
		'fixer ensemble'
	);
});
