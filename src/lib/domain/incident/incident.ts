/** What can go wrong on the day, in the words of the organiser and of the address. */
export const incidents = {
	absence: {
		title: 'Quelqu’un est absent',
		says: 'Une ou plusieurs personnes ne sont pas là au départ.'
	},
	accompagnateur: {
		title: 'Un accompagnateur manque',
		says: 'Il est malade, retenu, ou ne peut plus conduire.'
	},
	vehicule: { title: 'Un véhicule manque', says: 'En panne, accidenté, ou pas venu.' },
	entreprise: { title: 'Une entreprise ferme', says: 'Elle ne peut plus recevoir, à partir d’une heure.' },
	retard: { title: 'Une équipe est en retard', says: 'Elle repartira plus tard que prévu.' },
	arrivee: { title: 'Une personne de plus', says: 'Quelqu’un vient qui n’était dans aucune équipe.' }
} as const;
export type IncidentSlug = keyof typeof incidents;

export const isIncident = (slug: string): slug is IncidentSlug => Object.hasOwn(incidents, slug);

/** What can be done about one; see the planner’s `RemedyKind`. */
export const remedyTitles = {
	'carry-on': 'Continuer avec les présents',
	'bring-in': 'Faire venir quelqu’un d’une autre équipe',
	spread: 'Répartir l’équipe dans les autres voitures',
	'other-accompanist': 'Confier l’équipe à quelqu’un d’autre',
	'other-car': 'Prendre un véhicule libre',
	'trade-cars': 'Échanger les véhicules de deux équipes',
	skip: 'Renoncer à la visite',
	shift: 'Garder les visites, plus tard',
	replan: 'Changer le moins de visites possible',
	join: 'Rejoindre une équipe'
} as const;
export type RemedyTitle = keyof typeof remedyTitles;
