import { addDays, type IsoDate, type Minutes } from './calendar';

/** When people go home with what they print: late enough for the last change, early enough to print. */
export const USUAL_HOUR: Minutes = 18 * 60;

/**
 * The day of the rally whose pack is to be sent now: from the hour chosen the evening before until that day ends at
 * noon, so that a server that slept still sends it. Null when it is not the time.
 */
export function packDue(
	dates: readonly IsoDate[],
	at: Minutes,
	now: { date: IsoDate; minutes: Minutes }
): IsoDate | null {
	return (
		dates.find((day) => {
			if (now.date === addDays(day, -1)) return now.minutes >= at;
			return now.date === day && now.minutes < 12 * 60;
		}) ?? null
	);
}
