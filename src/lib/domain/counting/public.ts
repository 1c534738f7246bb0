import type { Participant, Status } from '../participant';

/** Those a funder may ask for, in the words of an agreement; `holds` reads them from a person's record. */
interface Public {
	label: string;
	/** « bénéficiaires du RSA », inside a sentence. */
	several: string;
	holds: (person: Profile) => boolean;
}
export type Profile = Pick<Participant, 'statuses' | 'gender' | 'ageBand' | 'diploma'>;

const status =
	(one: Status) =>
	({ statuses }: Profile): boolean =>
		statuses.includes(one);

export const publics = {
	all: { label: 'Toute personne en recherche d’emploi', several: 'participants', holds: () => true },
	rsa: {
		label: 'Bénéficiaires du RSA',
		several: 'bénéficiaires du RSA',
		// Those who were before they joined an SIAE are of the public too: the quota then says whether they count.
		holds: (person) => status('rsa')(person) || status('rsa-before-siae')(person)
	},
	'long-term': {
		label: 'Personnes inscrites depuis plus d’un an (DELD)',
		several: 'personnes inscrites depuis plus d’un an',
		holds: status('long-term')
	},
	disabled: {
		label: 'Travailleurs handicapés (RQTH)',
		several: 'travailleurs handicapés',
		holds: status('disabled')
	},
	qpv: {
		label: 'Personnes résidant en quartier prioritaire (QPV)',
		several: 'personnes résidant en quartier prioritaire',
		holds: status('qpv')
	},
	youth: {
		label: 'Jeunes suivis en mission locale',
		several: 'jeunes suivis en mission locale',
		holds: status('youth')
	},
	plie: {
		label: 'Personnes suivies par un PLIE',
		several: 'personnes suivies par un PLIE',
		holds: status('plie')
	},
	women: { label: 'Femmes', several: 'femmes', holds: ({ gender }) => gender === 'woman' },
	senior: { label: 'Personnes de 55 ans et plus', several: 'personnes de 55 ans et plus', holds: ({ ageBand }) => ageBand === '55-plus' }, // prettier-ignore
	'below-bac': {
		label: 'Personnes d’un niveau inférieur au baccalauréat',
		several: 'personnes d’un niveau inférieur au baccalauréat',
		holds: ({ diploma }) => diploma === 'none' || diploma === 'cap'
	}
} as const satisfies Record<string, Public>;
export type PublicKey = keyof typeof publics;

/** The same keys with their labels, for forms and lists. */
export const publicLabels = Object.fromEntries(
	Object.entries(publics).map(([key, { label }]) => [key, label])
) as Record<PublicKey, string>;
