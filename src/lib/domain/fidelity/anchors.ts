import type { PrincipleKey } from './principles';

/**
 * What each level means, row by row. The grid only defines its ends, « n’effectue pas l’action préconisée » and
 * « intégrée de façon homothétique » (Ansa 2019, l. 172); the rest is ours, in the families of anchors of A.CO.R.'s
 * scale (2020, annexe): a share, a number of components, a distance.
 */
export const anchors: Record<PrincipleKey, Texts> = {
	'mutual-discovery': shareOf(
		'des personnes et des entreprises qui ont répondu ont changé de regard en bien'
	),
	remobilisation: shareOf('des participants qui ont répondu se notent plus haut après qu’avant'),
	network: shareOf('des participants ont échangé un contact avec une entreprise'),
	territory: [
		'Aucun des quatre groupes d’acteurs n’est engagé',
		'Un seul',
		'Deux',
		'Trois',
		'Les quatre : deux entreprises au moins, l’emploi, la formation, une institution locale'
	],
	days: [
		'Aucune journée organisée',
		'Une seule journée, ou plus de trois',
		'Deux ou trois journées, mais séparées',
		'Deux ou trois journées, la restitution quelques jours plus tard',
		'Deux ou trois journées à la suite'
	],
	'visit-time': [
		'Aucune demi-journée de visites',
		'Une demi-journée, ou trois jours et plus',
		'Une journée, ou deux jours et demi',
		'Un jour et demi à deux jours, mais des visites tombent en dehors',
		'Un jour et demi à deux jours, toutes les visites dedans'
	],
	restitution: [
		'Aucun temps de retours',
		'Seulement pendant la clôture',
		'Un temps réservé, mais avant la fin des visites',
		'Plus d’une journée',
		'Une demi-journée à une journée, après les visites'
	],
	closing: [
		'Aucun temps de clôture',
		'Une clôture placée avant la restitution',
		'Une clôture, sans institution ni financeur invité',
		'Une clôture où une institution ou un financeur est invité',
		'Une clôture où une institution ou un financeur est venu'
	],
	sectors: [
		'Aucune entreprise visitée',
		'Un seul secteur',
		'Deux secteurs ou plus, moins que demandé',
		'Assez de secteurs en tout, mais pas pour chaque équipe',
		'Chaque équipe voit assez de secteurs différents'
	],
	participants: [
		'Aucun participant',
		'À plus de cinq personnes de la fourchette',
		'À trois à cinq personnes de la fourchette',
		'À une ou deux personnes de la fourchette',
		'De 15 à 30 participants'
	],
	'team-size': shareOf(
		'des équipes, demi-journée par demi-journée, comptent 3 à 8 personnes',
		'Aucune équipe'
	),
	vehicle: shareOf('des trajets d’équipe, par demi-journée, se font dans un véhicule à soi, assez grand', 'Aucun'), // prettier-ignore
	'company-visits': shareOf('des participants visitent 6 à 8 entreprises différentes'),
	'job-search': shareOf('des participants ont un statut de recherche d’emploi noté'),
	mix: [
		'Âge, genre et secteur d’origine : partout pareils',
		'Un des trois varie',
		'Deux des trois varient',
		'Les trois varient, mais moins d’une femme ou d’un homme sur quatre',
		'Les trois varient'
	],
	'name-logo': [
		'Le droit d’usage est suspendu ou retiré, ou le nom n’est pas employé',
		'Le nom sur une partie des documents seulement',
		'Le nom sur tout ce qu’imprime Équipage, sans le fichier du logo',
		'Le nom et le logo sur tout ce qu’imprime Équipage ; le reste n’est pas connu',
		'Le nom et le logo sur tous les documents, ceux faits ailleurs compris'
	],
	'federation-return': returned('à la Fédération'),
	'ansa-return': returned('à l’Ansa'),
	improvement: shareOf('des rencontres du Réseau de l’année suivies')
};

type Texts = readonly [string, string, string, string, string];

function shareOf(what: string, none = 'Personne'): Texts {
	return [
		none,
		`Moins de la moitié ${what}`,
		`De la moitié à moins des trois quarts ${what}`,
		`Des trois quarts à presque tous ${what}`,
		`Tous : 100 % ${what}`
	];
}

function returned(to: string): Texts {
	return [
		'Rien un mois après la dernière journée',
		'Un bilan est commencé, pas envoyé',
		'Le bilan est envoyé, il revient à corriger',
		`Le bilan est envoyé ${to}`,
		'Le bilan est envoyé et validé'
	];
}
