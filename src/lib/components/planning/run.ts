/** A computation as the browser follows it. */
export interface ShownRun {
	id: string;
	state: 'queued' | 'running' | 'done' | 'cancelled' | 'interrupted' | 'failed';
	/** Time given to it, seconds. */
	seconds: number;
	progress: { seconds: number; phase: string; visits: number } | null;
	error: string | null;
}
