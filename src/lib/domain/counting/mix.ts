import { french, plural } from '../french';
import { ageBands, diplomas, genders, type Participant } from '../participant';
import { sectors } from '../sector';

/** Traits by which a group is mixed or not: the charter names age, gender and career (R13). */
export const mixTraits = {
	gender: 'Genre',
	ageBand: 'Âge',
	diploma: 'Diplôme',
	formerSector: 'Dernier secteur d’activité',
	commune: 'Commune'
} as const;
export type MixTrait = keyof typeof mixTraits;
export const allMixTraits = Object.keys(mixTraits) as MixTrait[];

const labels: Record<Exclude<MixTrait, 'commune'>, Readonly<Record<string, string>>> = {
	gender: genders,
	ageBand: ageBands,
	diploma: diplomas,
	formerSector: sectors
};

export type MixState = 'mixed' | 'uneven' | 'alike' | 'unknown';

export interface Mix {
	trait: MixTrait;
	/** Each person is in one part, or unknown: parts and `unknown` add up to `people`. */
	parts: { label: string; people: number }[];
	unknown: number;
	people: number;
	state: MixState;
	/** The same in plain words. */
	says: string;
}

type Person = Pick<Participant, 'id' | MixTrait>;

/** Below this share of those known, the smallest gender is a handful: the report remarked 2 men of 16 (l. 219). */
const HANDFUL = 0.2;
/** Above this share of those known, one part is nearly everybody. */
const NEARLY_ALL = 0.8;

export function mixOf(people: readonly Person[], trait: MixTrait): Mix {
	const each = new Map(people.map((person) => [person.id, person[trait]]));
	const counts = new Map<string, number>();
	let unknown = 0;
	for (const value of each.values()) {
		if (!value) unknown++;
		else counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	const parts = ordered(trait, counts);
	const state = stateOf(trait, parts, unknown);
	return { trait, parts, unknown, people: each.size, state, says: says(trait, parts, unknown, state) };
}

/** Ages and diplomas from low to high, the rest from the most frequent. */
function ordered(trait: MixTrait, counts: Map<string, number>): Mix['parts'] {
	if (trait === 'commune')
		return [...counts]
			.map(([label, people]) => ({ label, people }))
			.sort((a, b) => b.people - a.people || french.compare(a.label, b.label));
	const parts = Object.entries(labels[trait]).flatMap(([key, label]) =>
		counts.has(key) ? [{ label, people: counts.get(key)! }] : []
	);
	return trait === 'formerSector' ? parts.sort((a, b) => b.people - a.people) : parts;
}

function stateOf(trait: MixTrait, parts: Mix['parts'], unknown: number): MixState {
	const known = parts.reduce((sum, { people }) => sum + people, 0);
	if (known === 0 || unknown > known) return 'unknown';
	if (parts.length === 1) return known > 1 ? 'alike' : 'unknown';
	const shares = parts.map(({ people }) => people / known);
	if (trait === 'gender' && Math.min(...shares) < HANDFUL) return 'uneven';
	return Math.max(...shares) > NEARLY_ALL ? 'uneven' : 'mixed';
}

function says(trait: MixTrait, parts: Mix['parts'], unknown: number, state: MixState): string {
	const notSaid = unknown > 0 ? ` ${plural(unknown, 'personne')} sans réponse.` : '';
	if (parts.length === 0) return 'Pas encore demandé.';
	const largest = parts.reduce((a, b) => (b.people > a.people ? b : a));
	const known = parts.reduce((sum, { people }) => sum + people, 0);
	const opening =
		trait === 'gender'
			? `${parts.map(({ label, people }) => `${label.toLowerCase()}${people > 1 ? 's' : ''} : ${people}`).join(', ')}.` // prettier-ignore
			: `${plural(parts.length, ...kinds[trait])} ; la plus fréquente : ${largest.label} (${largest.people} sur ${known}).`;
	const words: Record<MixState, string> = {
		mixed: ' Le groupe est varié.',
		uneven: ' Le groupe est déséquilibré.',
		alike: ' Tout le monde est pareil sur ce point.',
		unknown: ' Trop peu de réponses pour le dire.'
	};
	const sentence = `${opening}${words[state]}${notSaid}`;
	return sentence[0]!.toUpperCase() + sentence.slice(1);
}

const kinds: Record<Exclude<MixTrait, 'gender'>, [one: string, many: string]> = {
	ageBand: ['tranche d’âge', 'tranches d’âge'],
	diploma: ['sorte de diplôme', 'sortes de diplôme'],
	formerSector: ['famille de métiers', 'familles de métiers'],
	commune: ['commune', 'communes']
};

export const mixes = (people: readonly Person[]): Mix[] => allMixTraits.map((trait) => mixOf(people, trait));
