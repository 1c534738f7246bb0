import type { ConsentDecision } from '../consent/consent';
import type { FollowUp } from './outcomes';

/** Somebody to be asked for news six months later, for those who may see their contacts. */
export interface FollowedPerson {
	id: string;
	name: string;
	phone: string;
	email: string;
	referent: { name: string; phone: string; email: string };
	/** Null was never asked. */
	consent: ConsentDecision | null;
	followed: FollowUp;
	state: 'known' | 'no-news' | 'to-call' | 'left-alone';
}
