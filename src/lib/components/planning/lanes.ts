import type { Minutes } from '$lib/domain/calendar';

/** Something that takes time on a row. */
interface Span {
	day: number;
	from: Minutes;
	to: Minutes;
}

/** Where something lies in the height of its row: in which part, of how many. */
export interface Lane {
	lane: number;
	of: number;
}

/**
 * Side by side what overlaps, so that nothing hides anything: of those that hold together by their hours, each takes the
 * first part that is free. What overlaps nothing has the whole height.
 */
export function lanesOf(spans: readonly Span[]): Lane[] {
	const lanes: Lane[] = spans.map(() => ({ lane: 0, of: 1 }));
	const inOrder = spans
		.map((span, index) => ({ span, index }))
		.sort((a, b) => a.span.day - b.span.day || a.span.from - b.span.from || b.span.to - a.span.to);
	let together: number[] = [];
	/** By part, when it is free again. */
	let free: Minutes[] = [];
	const close = () => {
		for (const index of together) lanes[index]!.of = free.length;
		[together, free] = [[], []];
	};
	let day = NaN;
	for (const { span, index } of inOrder) {
		if (span.day !== day || free.every((at) => at <= span.from)) close();
		day = span.day;
		const found = free.findIndex((at) => at <= span.from);
		const lane = found === -1 ? free.length : found;
		free[lane] = span.to;
		lanes[index]!.lane = lane;
		together.push(index);
	}
	close();
	return lanes;
}

/** Its place in the height of the row. */
export const laneStyle = ({ lane, of }: Lane): string =>
	of === 1 ? 'inset-block: 0' : `top: ${(lane / of) * 100}%; height: ${100 / of}%`;
