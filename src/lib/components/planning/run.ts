/** A computation as the browser follows it. */
export interface ShownRun {
	id: string;
	/** What is looked for: a plan, or teams to choose among. */
	kind: 'plan' | 'teams';
	state: 'queued' | 'running' | 'done' | 'cancelled' | 'interrupted' | 'failed';
	/** Time given to it, seconds. */
	seconds: number;
	progress: { seconds: number; phase: string; visits: number } | null;
	error: string | null;
}
