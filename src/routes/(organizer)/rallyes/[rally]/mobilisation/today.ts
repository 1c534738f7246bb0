import { wallClock } from '$lib/domain/clock';

/** The day it is in France. */
export const todayHere = () => wallClock(new Date()).date;
