import { listed } from '../french';

/** How a value chosen among labels is said. */
export const labelled = (labels: Record<string, string>) => (value: string) => labels[value] ?? value;
export const allLabelled = (labels: Record<string, string>) => (values: string[]) =>
	listed(values.map((value) => labels[value] ?? value));
