/** Why a service outside did not give what was asked. Kept as a fact; said by `outsideWords`. */
export type OutsideFault =
	| { code: 'timeout'; seconds: number }
	/** No name, no connection, cut in the middle. */
	| { code: 'unreachable' }
	| { code: 'key-refused' }
	| { code: 'too-many-requests' }
	/** More points than this server takes at once. */
	| { code: 'too-big' }
	| { code: 'refused'; status: number; reason: string }
	| { code: 'broken'; status: number }
	/** Not JSON, not the shape it documents, or far too long. */
	| { code: 'unreadable' };

export function outsideWords(fault: OutsideFault): string {
	switch (fault.code) {
		case 'timeout':
			return `le service n’a pas répondu en ${fault.seconds} secondes`;
		case 'unreachable':
			return 'le service est injoignable';
		case 'key-refused':
			return 'le service refuse la clé d’accès';
		case 'too-many-requests':
			return 'le service a reçu trop de demandes ; réessayez plus tard';
		case 'too-big':
			return 'le service refuse autant de points à la fois';
		case 'refused':
			return `le service a refusé la demande (${fault.reason || `erreur ${fault.status}`})`;
		case 'broken':
			return `le service est en panne (erreur ${fault.status})`;
		case 'unreadable':
			return 'la réponse du service est illisible';
	}
}

/** A new try may do better: the service was slow, away, busy or broken. */
export const isPassing = ({ code }: OutsideFault): boolean =>
	code === 'timeout' || code === 'unreachable' || code === 'too-many-requests' || code === 'broken';
