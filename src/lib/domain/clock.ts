import type { IsoDate, Minutes } from './calendar';

/** The date and minute of an instant on a French wall clock. The instant is given: the domain reads no clock. */
export function wallClock(at: Date, timeZone = 'Europe/Paris'): { date: IsoDate; minutes: Minutes } {
	const parts = new Intl.DateTimeFormat('en-CA', {
		timeZone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23'
	}).formatToParts(at);
	const part = (type: string) => parts.find((p) => p.type === type)!.value;
	return {
		date: `${part('year')}-${part('month')}-${part('day')}`,
		minutes: Number(part('hour')) * 60 + Number(part('minute'))
	};
}
