/** The seven headings of the fidelity grid, as Ansa's report prints them (2019, annexe 1, l. 331-359). */
export const gridHeadings = {
	objectives: 'Respect des objectifs attachés au Rallye',
	format: 'Respect du format du Rallye',
	companies: 'Respect des critères de choix des entreprises visitées lors du Rallye',
	figures: 'Respect des « chiffres clefs » du Rallye',
	public: 'Respect du public cible du Rallye',
	communication: 'Respect des conditions de communication sur le Rallye',
	reporting: 'Respect de l’attendu en termes de bilan du Rallye'
} as const;
export type GridHeading = keyof typeof gridHeadings;

interface Principle {
	heading: GridHeading;
	/** The row of the grid; slips of the printed one (« visitent », « Doi ») are set right. */
	label: string;
}

/** The nineteen principles, in the grid's order. */
export const principles = {
	'mutual-discovery': { heading: 'objectives', label: 'Permettre une découverte mutuelle entre entreprises et chercheurs d’emploi' }, // prettier-ignore
	remobilisation: { heading: 'objectives', label: 'Remobilisation professionnelle des demandeurs d’emploi' },
	network: {
		heading: 'objectives',
		label: 'Amorcer la constitution d’un réseau pour les chercheurs d’emploi'
	},
	territory: { heading: 'objectives', label: 'Action comme un projet de territoire (engagement de plusieurs représentants d’entreprise, acteurs du service public de l’emploi, acteurs du champ de la formation et institutionnels locaux)' }, // prettier-ignore
	days: { heading: 'format', label: 'Organisé sur deux ou trois jours consécutifs' },
	'visit-time': { heading: 'format', label: 'Entre un jour et demi et deux jours consacrés aux visites d’entreprises' }, // prettier-ignore
	restitution: { heading: 'format', label: 'Un temps d’une journée ou d’une demi-journée réservé à des retours d’expériences' }, // prettier-ignore
	closing: { heading: 'format', label: 'Organisation d’un temps de clôture' },
	sectors: { heading: 'companies', label: 'Représentation d’une pluralité de secteurs d’activité' },
	participants: { heading: 'figures', label: 'Avoir entre 15 et 30 participants' },
	'team-size': { heading: 'figures', label: 'Former des équipes de 3 à 8 personnes' },
	vehicle: { heading: 'figures', label: 'Déplacement de chaque équipe dans le même véhicule' },
	'company-visits': { heading: 'figures', label: 'Chaque participant visite entre 6 et 8 entreprises' },
	'job-search': { heading: 'public', label: 'Doit concerner des personnes en recherche d’emploi' },
	mix: {
		heading: 'public',
		label: 'Mixité des participants (âge, genre et secteur professionnel différents)'
	},
	'name-logo': { heading: 'communication', label: 'Utiliser le nom et le logo des Rallyes' },
	'federation-return': { heading: 'reporting', label: 'Faire un retour à la Fédération des CREPI sur le nombre et les caractéristiques des rallyes menés' }, // prettier-ignore
	'ansa-return': {
		heading: 'reporting',
		label: 'Pour le premier rallye organisé, faire le même retour à l’Ansa'
	},
	improvement: { heading: 'reporting', label: 'S’inscrire dans une démarche d’amélioration continue en participant aux rencontres du Réseau' } // prettier-ignore
} as const satisfies Record<string, Principle>;
export type PrincipleKey = keyof typeof principles;
export const principleKeys = Object.keys(principles) as PrincipleKey[];

/** 0 « n’effectue pas l’action préconisée » … 4 « intégrée de façon homothétique » (l. 172); « ne » is a sixth answer. */
export const gridLevels = ['0', '1', '2', '3', '4', 'ne'] as const;
export type GridLevel = (typeof gridLevels)[number];
