import { accompanist, background, participant, valleyRally } from '../../tests/documents/rallies';
import { teamLetter } from '../lib/domain/team';

/** First names for people who do not exist; one is long on purpose. */
const names = [
	'Ana', 'Billy', 'Chloé', 'Dimitri', 'Églantine', 'Farah', 'Gaël', 'Hélène', 'Inès', 'Jules', 'Karim', 'Louise',
	'Maximilienne-Alexandrine', 'Noé', 'Ousmane', 'Paula', 'Quentin', 'Rose', 'Samir', 'Théa', 'Ugo', 'Violette',
	'Wassim', 'Xénia', 'Yann', 'Zoé', 'Abel', 'Brune', 'Cyril', 'Dalia', 'Ethan', 'Flore'
]; // prettier-ignore

const crew = ['Solène', 'Théo', 'Lucie', 'Marc', 'Nora', 'Paul', 'Rita', 'Sacha'];

/** An invented rally of that many teams of four, in Ardèche: what the samples and the benchmark are printed from. */
export function sampleRally(count: number) {
	const base = valleyRally();
	const models = [...base.plan.teams].sort((a, b) => a.letter.localeCompare(b.letter));
	const people = names.slice(0, count * 4).map((firstName, i) =>
		participant({
			id: `s${i}`,
			firstName,
			lastName: `Exemple-${teamLetter(i)}`,
			phone: `06 00 00 01 ${String(i).padStart(2, '0')}`,
			email: ''
		})
	);
	const teams = Array.from({ length: count }, (_, i) => {
		const model = models[i % 2]!;
		return {
			...model,
			id: `t${i + 1}`,
			letter: teamLetter(i),
			memberIds: people.slice(i * 4, i * 4 + 4).map(({ id }) => id),
			vehicleId: `v${i + 1}`,
			accompanistId: `a${i + 1}`,
			driverId: null,
			// A quarter of an hour apart, so that hosts receive one team after another.
			visits: model.visits.map((visit) => ({ ...visit, start: visit.start + 5 * i, end: visit.end + 5 * i }))
		};
	});
	Object.assign(base.companies[0]!, {
		wear: ['closed-shoes', 'helmet'],
		wearLent: ['helmet'],
		requiresIdPaper: true,
		parkingNote: 'Cour arrière, trois voitures',
		photos: 'ask',
		tradesShown: 'Débit, assemblage, pose'
	});
	const paper = `?papier=${base.plan.number}`;
	const page = (letter: string) =>
		`https://equipage.example/itineraire/exemple-${letter.toLowerCase()}${paper}`;
	return {
		...base,
		...background,
		participants: people,
		accompanists: teams.map((_, i) =>
			accompanist({
				id: `a${i + 1}`,
				firstName: crew[i]!,
				lastName: 'Exemple',
				phone: `06 00 00 02 0${i}`
			})
		),
		vehicles: teams.map(({ letter }, i) => ({
			...base.vehicles[0]!,
			id: `v${i + 1}`,
			name: `Voiture ${letter}`
		})),
		plan: { ...base.plan, teams },
		links: new Map(teams.map(({ id, letter }) => [id, page(letter)])),
		hostLinks: new Map([['c1', 'https://equipage.example/accueil/exemple']]),
		check: (team?: string) =>
			team ? page(team) : `https://equipage.example/rallyes/exemple/documents${paper}`,
		distanceOf: () => ({ metres: 8200, reckoned: true }),
		organization: 'Structure d’exemple',
		partners: [{ name: 'Ville d’exemple' }, { name: 'Réseau d’exemple' }],
		commitments: [
			{ id: 'g1', companyId: 'c2', kind: 'prize' as const, description: 'Bons d’achat', quantity: 4, valueCents: 8000, honoured: true }, // prettier-ignore
			{ id: 'g2', companyId: 'c4', kind: 'prize' as const, description: 'Paniers de fruits', quantity: 2, valueCents: null, honoured: false } // prettier-ignore
		]
	};
}
