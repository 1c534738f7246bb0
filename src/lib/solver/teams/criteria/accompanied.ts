import type { Criterion } from './criterion';
import { gravity } from './gravity';

/** Each team has its accompanist, and somebody at the wheel (charter, R07 and R08). */
export const accompanied: Criterion = {
	level: 'rules',
	ride: (_, _company, { accompanist, driven }) => gravity.crew * (Number(accompanist < 0) + Number(!driven))
};
