import { refresh } from '$lib/components/page/refresh';

/** Time passes even when nobody says anything: lateness is counted again. Milliseconds. */
const EVERY = 30_000;

/**
 * Reads the board again whenever something is said, and now and then.
 * @returns what gives it up.
 */
export function followDay(address: string, onSilence: (lost: boolean) => void): () => void {
	const again = async () => onSilence(!(await refresh('equipage:day')));
	const source = new EventSource(address);
	source.addEventListener('day', () => void again());
	source.addEventListener('error', () => onSilence(true));
	source.addEventListener('open', () => onSilence(false));
	const timer = setInterval(() => void again(), EVERY);
	return () => {
		source.close();
		clearInterval(timer);
	};
}
