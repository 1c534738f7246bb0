import { describe, expect, it } from 'vitest';
import { logbooks } from '../../src/lib/server/documents/logbook/content';
import { printLogbooks } from '../../src/lib/server/documents/logbook/draw';
import { missionOrders } from '../../src/lib/server/documents/mission-order/content';
import { printMissionOrders } from '../../src/lib/server/documents/mission-order/draw';
import { kilometres, totalOf } from '../../src/lib/server/documents/travel/legs';
import { plain, readPdf } from './pdf';
import { valleyRally, type PrintedRally } from './rallies';

const distanceOf = (from: string, to: string) => ({ metres: 8200, reckoned: `${from}${to}`.includes('c2') });
const organization = 'MIFE des Trois Rivières';
const orders = (rally: PrintedRally) => missionOrders({ ...rally, organization, distanceOf });
const books = (rally: PrintedRally) => logbooks({ ...rally, distanceOf });
const secrets = [
	'Nomdefamille',
	'06 99 88 77 66',
	'Mission locale',
	'rsa',
	'RQTH',
	'wheelchair',
	'fauteuil',
	'Ana'
];

const declared = () => {
	const rally = valleyRally();
	Object.assign(rally.vehicles[0]!, {
		insurance: { until: '2028-01-31', by: 'Solène Marchetti', on: '2027-05-03' }
	});
	return rally;
};

describe('mission orders', () => {
	it('are one a person: who accompanies, and who drives when it is somebody else', () => {
		expect(orders(valleyRally()).map(({ letter, person }) => [letter, person[0]!.value])).toEqual([
			['A', 'Solène Marchetti'],
			['B', 'Théo Brunel'],
			['B', expect.stringMatching(/\w/)]
		]);
	});

	it('say vehicle, days, ways and kilometres, and leave what nobody declared to be filled in', async () => {
		const [order] = orders(declared());
		expect(order!.days[0]!.way.split(' → ')[0]).toBe('MIFE, salle Ouvèze');
		const { text, title, lang, tags } = await readPdf(await printMissionOrders(orders(declared())));
		expect(title).toContain('Ordres de mission');
		expect(lang).toBe('fr-FR');
		expect(tags).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'L']));
		for (const said of [
			'Rallye pour l’emploi',
			'MIFE des Trois Rivières',
			'Accompagner et conduire l’équipe A (4 participants)',
			'Kangoo blanc, AB-123-CD',
			'5 places, conduite comprise',
			'déclaré le 3 mai 2027 par Solène Marchetti, valable jusqu’au 31 janvier 2028',
			'non déclaré : ………',
			'Départ à 8 h 43',
			'environ 41 km',
			'La personne missionnée, signature'
		])
			expect(plain(text)).toContain(said);
		for (const secret of secrets) expect(text).not.toContain(secret);
	});

	it('brief who accompanies, and not who only drives', () => {
		const [a, b, driver] = orders(valleyRally());
		for (const one of [a!, b!])
			expect(plain(one.briefing.join(' '))).toContain('prévenez Nadia Ferrand, 06 00 00 00 01');
		expect(driver!.briefing).toEqual([]);
	});

	it('are not made for nobody', () => {
		const rally = { ...valleyRally(), accompanists: [] };
		expect(orders(rally)).toEqual([]);
	});
});

describe('logbooks', () => {
	it('foresee each drive of each day, and leave room for what is driven', async () => {
		const [book] = books(valleyRally());
		const drives = book!.days[0]!.rows;
		expect(drives.map(({ at }) => plain(at))[0]).toBe('8 h 43');
		expect(drives).toHaveLength(5);
		const { text, tags } = await readPdf(await printLogbooks(books(valleyRally())));
		expect(plain(text)).toContain('Carnet de bord : Kangoo blanc, AB-123-CD');
		expect(plain(text)).toContain('Compteur au départ');
		expect(plain(text)).toContain('Au volant : Solène Marchetti');
		expect(tags).toEqual(expect.arrayContaining(['Table', 'TR', 'TH', 'TD']));
		for (const secret of secrets) expect(text).not.toContain(secret);
	});

	it('print the same bytes twice', async () => {
		const [one, two] = await Promise.all([
			printLogbooks(books(valleyRally())),
			printLogbooks(books(valleyRally()))
		]);
		expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
	});
});

it('a distance is said to be reckoned as soon as a leg is, and not said when one is unknown', () => {
	const leg = (distance: { metres: number; reckoned: boolean } | null) => ({
		at: 0,
		from: 'a',
		to: 'b',
		distance
	});
	const sure = leg({ metres: 8200, reckoned: false });
	expect(plain(kilometres(totalOf([sure, sure])))).toBe('16 km');
	expect(plain(kilometres(totalOf([sure, leg({ metres: 400, reckoned: true })])))).toBe('environ 9 km');
	expect(kilometres(totalOf([sure, leg(null)]))).toBe('');
});
