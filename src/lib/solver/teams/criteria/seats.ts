import type { Criterion } from './criterion';
import { gravity } from './gravity';

/** Everybody has a seat, and a wheelchair its place; nobody has one without a car (charter, R07). */
export const seats: Criterion = {
	level: 'rules',
	ride: (_, { size, chairs }, { places, wheelchairPlaces }) =>
		gravity.person * (Math.max(0, size - places) + Math.max(0, chairs - wheelchairPlaces))
};
