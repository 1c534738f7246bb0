import type { Criterion } from './criterion';

/**
 * Hosts that receive two teams at once, but not two of this size: each half of what they take is the share a team
 * can count on. Those too small for the team alone are counted among the hosts lost.
 */
export const grouped: Criterion = {
	level: 'grouped',
	people: ({ unshared }, { length }) => unshared[length]!,
	looksAt: () => ''
};
