/** What to do, step by step, in plain words. Numbers of the emergency services are beside it on the page. */
export const playbooks: { title: string; steps: string[] }[] = [
	{
		title: 'La voiture est en panne',
		steps: [
			'Feux de détresse ; garez-vous hors de la route si vous le pouvez.',
			'Gilet avant de sortir. Tout le monde derrière la glissière, ou loin de la route. Triangle à 30 mètres, sauf sur autoroute.',
			'Sur autoroute ou voie rapide : bornes orange ou 112, rien d’autre.',
			'Appelez l’organisation : elle prévient l’entreprise et cherche une autre voiture.',
			'Personne ne part à pied ou en auto-stop.'
		]
	},
	{
		title: 'Il y a un accident ou quelqu’un se sent mal',
		steps: [
			'Protéger : éloignez tout le monde du danger, feux de détresse, gilet.',
			'Alerter : 15 ou 112. Dites où vous êtes, combien de personnes, ce que vous voyez. Ne raccrochez pas le premier.',
			'Secourir : faites seulement ce que vous savez faire ; ne déplacez personne sans danger immédiat.',
			'Appelez ensuite l’organisation : c’est elle qui prévient les proches.',
			'Notez l’heure et les noms des témoins ; pour un accident de voiture, remplissez le constat.'
		]
	},
	{
		title: 'Quelqu’un n’est pas là',
		steps: [
			'Appelez l’organisation : elle a le numéro de la personne.',
			'Attendez au plus dix minutes après l’heure du départ.',
			'Notez la personne absente ou excusée, puis partez.',
			'Moins de trois personnes dans l’équipe : ne partez pas avant d’avoir eu l’organisation.'
		]
	},
	{
		title: 'Quelqu’un veut partir en cours de journée',
		steps: [
			'C’est son droit. Demandez seulement comment la personne rentre.',
			'Ne la laissez pas au bord d’une route ni dans un lieu isolé.',
			'Notez « parti·e en cours » et appelez l’organisation.'
		]
	},
	{
		title: 'L’entreprise est fermée ou ne vous attend pas',
		steps: [
			'Appelez la personne à demander, puis l’organisation.',
			'Attendez dix minutes sur place.',
			'Notez « visite manquée », puis allez à la suite du planning, ou là où l’organisation vous envoie.'
		]
	},
	{
		title: 'Vous êtes en retard',
		steps: [
			'Ne roulez pas plus vite.',
			'Dites « nous partons » quand vous partez : l’organisation voit le retard et prévient les entreprises.',
			'Au-delà de quinze minutes, appelez l’entreprise vous-même depuis cette page, à l’arrêt.'
		]
	},
	{
		title: 'Vous ne vous sentez pas en état de conduire',
		steps: [
			'Ne conduisez pas. Garez-vous dans un lieu sûr.',
			'Appelez l’organisation : elle envoie quelqu’un.',
			'Personne d’autre ne prend le volant sans son accord.'
		]
	}
];
