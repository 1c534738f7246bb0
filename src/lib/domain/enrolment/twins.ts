import { Known, personIdentity } from '../import/identity';

interface Entered {
	id: string;
	firstName: string;
	lastName: string;
	phone: string;
	email: string;
	commune: string;
	/** People who look alike and are known to be somebody else. */
	distinctFrom: readonly string[];
}

export interface Twin<P> {
	/** The later one, and the one that was there before. */
	person: P;
	of: P;
	/** Same telephone or e-mail and first name; otherwise only the names agree. */
	certain: boolean;
}

/**
 * People who were probably entered twice, by the rules of the import: e-mail or telephone and first name, else both
 * names when nothing contradicts. In the order given: each is compared with those before.
 */
export function twins<P extends Entered>(people: readonly P[]): Twin<P>[] {
	const known = new Known<P>();
	const found: Twin<P>[] = [];
	for (const person of people) {
		const identity = personIdentity(person as unknown as Record<string, unknown>);
		const match = known.find(identity);
		if (match && !apart(person, match.of)) found.push({ person, of: match.of, certain: match.certain });
		known.add(person, identity);
	}
	return found;
}

const apart = (a: Entered, b: Entered): boolean =>
	a.distinctFrom.includes(b.id) || b.distinctFrom.includes(a.id);
