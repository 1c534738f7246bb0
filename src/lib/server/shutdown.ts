import { log } from './log';

type Stop = () => unknown;
const LIMIT = 8_000;

/** Kept on globalThis so that the development server's reloads stop what earlier ones opened. */
const kept = globalThis as { equipageStops?: { name: string; stop: Stop }[] };

/** Says what to stop when the process ends. What was opened last stops first; one name is kept once. */
export function onShutdown(name: string, stop: Stop): void {
	const others = (kept.equipageStops ?? []).filter((known) => known.name !== name);
	kept.equipageStops = [...others, { name, stop }];
}

/** Stops everything in reverse order. What fails or takes longer than `limit` ms does not keep the rest open. */
export async function shutdown(limit = LIMIT): Promise<void> {
	const stops = (kept.equipageStops ?? []).reverse();
	kept.equipageStops = [];
	for (const { name, stop } of stops) {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const tooLong = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), limit)));
		try {
			const ended = await Promise.race([Promise.resolve(stop()).then(() => 'ended' as const), tooLong]);
			if (ended === 'late') log.warn({ name, limit }, 'not stopped in time');
		} catch (problem) {
			log.error({ name, err: problem }, 'could not be stopped');
		} finally {
			clearTimeout(timer);
		}
	}
}
