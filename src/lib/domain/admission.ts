import type { Company } from './company';
import { youngestOf, type Need, type Participant } from './participant';

/** Needs that steps, and a visit said not to suit reduced mobility, stand in the way of. */
const stopped: Record<'steps' | Company['unsuited'][number], readonly Need[]> = {
	steps: ['wheelchair', 'step-free'],
	'reduced-mobility': ['wheelchair', 'step-free', 'little-walking'],
	pregnancy: ['pregnancy']
};

type Conditions = Pick<Company, 'requiresIdPaper' | 'minAge' | 'stepFree' | 'unsuited'>;

/**
 * Whether a host's conditions of entry let this person in. The answer never leaves the organisation: a host sees
 * which teams come, not who stayed away nor why.
 */
export function admits(
	{ requiresIdPaper, minAge, stepFree, unsuited }: Conditions,
	person: Participant
): boolean {
	const hard = [...(stepFree ? [] : stopped.steps), ...unsuited.flatMap((whom) => stopped[whom])];
	return (
		(!requiresIdPaper || person.hasIdPaper) &&
		(minAge === null || oldEnough(person, minAge)) &&
		!person.needs.some((need) => hard.includes(need))
	);
}

/** An age that nobody told is taken as fit: the organizer checks with the person. */
const oldEnough = ({ ageBand }: Participant, minAge: number): boolean =>
	ageBand === null || youngestOf[ageBand] >= minAge;
