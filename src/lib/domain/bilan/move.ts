import type { BilanRecipient, BilanState } from './bilan';

/** Who moves a bilan on: the organisation that makes it, or whom it is for. */
export type Side = 'organizer' | 'recipient';

export const moves = {
	send: { from: ['to-complete', 'to-fix'], to: 'sent', side: 'organizer', says: 'Envoyé' },
	'take-back': { from: ['sent'], to: 'to-complete', side: 'organizer', says: 'Repris avant lecture' },
	'ask-fix': { from: ['sent'], to: 'to-fix', side: 'recipient', says: 'Correction demandée' },
	validate: { from: ['sent'], to: 'validated', side: 'recipient', says: 'Validé' },
	reopen: { from: ['validated'], to: 'to-fix', side: 'recipient', says: 'Rouvert pour correction' }
} as const satisfies Record<
	string,
	{ from: readonly BilanState[]; to: BilanState; side: Side; says: string }
>;
export type Move = keyof typeof moves;

/** Written in, chosen and sent again only in these states: what was sent stays as it was sent. */
export const isOpen = (state: BilanState): boolean => state === 'to-complete' || state === 'to-fix';

/**
 * Who may make a move. The federation answers by itself; Ansa and funders have no account, the organiser notes what
 * they said.
 */
export const mover = (move: Move, recipient: BilanRecipient): Side =>
	recipient === 'federation' ? moves[move].side : 'organizer';

export const possibleMoves = (state: BilanState, recipient: BilanRecipient, side: Side): Move[] =>
	(Object.keys(moves) as Move[]).filter(
		(move) => (moves[move].from as readonly BilanState[]).includes(state) && mover(move, recipient) === side
	);
