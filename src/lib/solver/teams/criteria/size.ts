import type { Criterion } from './criterion';
import { gravity } from './gravity';

/** Teams of three to eight people (charter, R06). */
export const size: Criterion = {
	level: 'rules',
	people: ({ problem: { size: { min, max } } }, { length }) => gravity.person * Math.max(0, min - length, length - max), // prettier-ignore
	looksAt: () => ''
};
