import { invalidate, invalidateAll } from '$app/navigation';
import { resolve } from '$app/paths';

/**
 * Reads the page's data again: all of it, or what depends on `what`.
 * @returns false when the server does not answer (stopped, or no network): what is shown stays, ask again later.
 */
export async function refresh(what?: string): Promise<boolean> {
	// Data that cannot be read would put an error in place of the page: the server is sought first.
	if (!(await answers())) return false;
	await (what === undefined ? invalidateAll() : invalidate(what));
	return true;
}

async function answers(): Promise<boolean> {
	try {
		return (await fetch(resolve('/healthz'), { cache: 'no-store' })).ok;
	} catch {
		return false;
	}
}

/**
 * Calls `refresh` now, then every two seconds until the server answers.
 * @returns what gives it up.
 */
export function refreshWhenAnswered(onSilence: (silent: boolean) => void): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let given = false;
	const attempt = async () => {
		const answered = await refresh();
		if (answered || !given) onSilence(!answered);
		if (!answered && !given) timer = setTimeout(() => void attempt(), 2000);
	};
	void attempt();
	return () => {
		given = true;
		clearTimeout(timer);
	};
}
