import type { Editor } from '../records/edit-record';

/** Who makes a change and may follow a company: their account is kept with it. */
export interface Follower extends Editor {
	userId: string;
}
