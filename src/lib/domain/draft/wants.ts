/** `repair`: complete and mend, the fewest visits changed; `best`: the best there is with these teams. */
export const wants = {
	repair: 'Réparer et compléter en changeant le moins possible',
	best: 'Chercher le meilleur planning avec ces équipes'
} as const;
export type Want = keyof typeof wants;
