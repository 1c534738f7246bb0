interface Entry {
	label: string;
	/** What is counted and how, printed beside the figure. */
	definition: string;
	/** What it is a part of; the figure is then never shown without it. */
	of?: FigureKey;
	/** Says something of people's situation: small groups of it are masked. Who came or answered does not. */
	ofSituation?: true;
	/** Which rows stand behind it. */
	rows: 'participants' | 'companies' | 'visits' | 'accompanists' | 'partners' | 'guests' | 'none';
}

/** Every single number of a rally that a bilan may show. « Prévu » comes from the plan, « réalisé » from what happened. */
export const figureCatalogue = {
	participants: {
		label: 'Participants',
		definition:
			'Prévu : personnes inscrites. Réalisé : personnes notées présentes une demi-journée au moins.',
		rows: 'participants'
	},
	'first-day': {
		label: 'Présents le premier jour',
		definition: 'Personnes notées présentes une demi-journée au moins du premier jour.',
		of: 'participants',
		rows: 'participants'
	},
	finished: {
		label: 'Présents jusqu’au bout',
		definition: 'Personnes notées présentes à la dernière demi-journée du programme.',
		of: 'participants',
		rows: 'participants'
	},
	teams: { label: 'Équipes', definition: 'Équipes du planning publié.', rows: 'none' },
	accompanists: {
		label: 'Accompagnateurs',
		definition: 'Personnes qui accompagnent une équipe dans le planning publié.',
		rows: 'accompanists'
	},
	'companies-approached': {
		label: 'Entreprises sensibilisées',
		definition: 'Entreprises contactées au moins une fois, quelle qu’ait été leur réponse.',
		rows: 'companies'
	},
	'companies-mobilised': {
		label: 'Entreprises mobilisées',
		definition: 'Prévu : entreprises confirmées. Réalisé : entreprises qui ont reçu une équipe au moins.',
		of: 'companies-approached',
		rows: 'companies'
	},
	sectors: {
		label: 'Secteurs d’activité',
		definition: 'Secteurs différents parmi les entreprises mobilisées.',
		rows: 'companies'
	},
	visits: {
		label: 'Visites',
		definition: 'Passages d’une équipe dans une entreprise. Réalisé : ceux que l’équipe a notés faits.',
		rows: 'visits'
	},
	'visits-in-range': {
		label: 'Participants ayant visité le nombre d’entreprises de la charte',
		definition:
			'Entreprises différentes où la personne était présente, d’après les présences notées : 6 à 8 sous la charte de 2018.',
		of: 'participants',
		rows: 'participants'
	},
	partners: {
		label: 'Partenaires',
		definition: 'Partenaires engagés, financeurs compris.',
		rows: 'partners'
	},
	funders: { label: 'Financeurs', definition: 'Partenaires qui financent le rallye.', rows: 'partners' },
	professionals: {
		label: 'Professionnels associés',
		definition: 'Accompagnateurs, et une personne d’accueil par entreprise mobilisée.',
		rows: 'none'
	},
	guests: {
		label: 'Invités à la clôture',
		definition: 'Prévu : personnes invitées. Réalisé : personnes venues.',
		rows: 'guests'
	},
	contacts: {
		label: 'Contacts échangés',
		definition: 'Coordonnées échangées entre un participant et une entreprise.',
		rows: 'none'
	},
	answered: {
		label: 'Personnes dont on a des nouvelles à six mois',
		definition: 'Elles ont répondu, ou leur situation est connue autrement, d’une source notée.',
		of: 'participants',
		rows: 'participants'
	},
	solutions: {
		label: 'Personnes avec une solution professionnelle à six mois',
		definition: 'Situation six mois après la dernière journée, parmi celles comptées comme solution.',
		of: 'answered',
		ofSituation: true,
		rows: 'participants'
	}
} as const satisfies Record<string, Omit<Entry, 'of'> & { of?: string }>;

export type FigureKey = keyof typeof figureCatalogue;
export const figureKeys = Object.keys(figureCatalogue) as FigureKey[];
export const entryOf = (key: FigureKey): Entry => figureCatalogue[key];

/** What the federation calls a figure and how it defines it, when it does not keep our words. How it is counted is code. */
export type Wording = Partial<Record<FigureKey, { label: string; definition: string }>>;

/** An entry in the federation's words where it gave some; an empty word stays ours. */
export const wordedEntry = (key: FigureKey, wording: Wording = {}): Entry => ({
	...entryOf(key),
	...(wording[key]?.label && { label: wording[key].label }),
	...(wording[key]?.definition && { definition: wording[key].definition })
});

/** Ways in which a population is told apart. Statuses overlap: they are never summed. */
export const breakdownCatalogue = {
	gender: { label: 'Genre', of: 'participants', overlapping: false },
	ageBand: { label: 'Âge', of: 'participants', overlapping: false },
	diploma: { label: 'Diplôme', of: 'participants', overlapping: false },
	formerSector: { label: 'Dernier secteur d’activité', of: 'participants', overlapping: false },
	statuses: {
		label: 'Statuts (une personne peut en avoir plusieurs)',
		of: 'participants',
		overlapping: true
	},
	'company-sector': { label: 'Secteur des entreprises', of: 'companies-mobilised', overlapping: false },
	'company-size': { label: 'Taille des entreprises', of: 'companies-mobilised', overlapping: false },
	'partner-category': { label: 'Catégorie des partenaires', of: 'partners', overlapping: false },
	outcome: { label: 'Situation à six mois', of: 'answered', overlapping: false }
} as const satisfies Record<string, { label: string; of: FigureKey; overlapping: boolean }>;
export type BreakdownKey = keyof typeof breakdownCatalogue;
export const breakdownKeys = Object.keys(breakdownCatalogue) as BreakdownKey[];

/** Breakdowns of people: small groups are masked wherever they leave the organiser. */
export const ofPeople = (key: BreakdownKey): boolean =>
	breakdownCatalogue[key].of === 'participants' || breakdownCatalogue[key].of === 'answered';
