/** The eight phases of a rally, in the guide's order (Ansa 2019, l. 152-166). They overlap. */
export const phases = {
	funders: 'Sensibiliser les financeurs et obtenir des financements',
	companies: 'Mobiliser les entreprises',
	people: 'Mobiliser les prescripteurs et les demandeurs d’emploi',
	communication: 'Communiquer sur l’action',
	planning: 'Organiser les visites et faire les plannings',
	conviviality: 'Organiser les temps conviviaux',
	games: 'Organiser les aspects ludiques et numériques',
	reporting: 'Faire le bilan de l’action'
} as const;
export type Phase = keyof typeof phases;
export const phaseKeys = Object.keys(phases) as Phase[];
