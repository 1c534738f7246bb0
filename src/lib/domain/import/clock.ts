/** « 9h », « 9 h 30 », « 09:30 », « 9 » → « 09:30 » as a form types it; null when it is no time. */
export function readClockText(text: string): string | null {
	const match = /^(\d{1,2})\s*(?:[h:]\s*(\d{2})?(?::\d{2})?)?$/i.exec(text.trim());
	if (!match) return null;
	const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
	return hours < 24 && minutes < 60
		? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
		: null;
}
