import type { DayEvent } from '$lib/domain/day/event';

/** What a page that stays open is given anew; dates come as texts and are read back here. */
interface Dated {
	read: { state: string; itinerary?: { publishedAt: Date }; news?: { seenAt: Date | null } };
	day: { events: DayEvent[] } | null;
}

/** Asks for the page's content again. `closed` when the link opens nothing any more; null without an answer. */
export async function readAgain<P extends Dated>(path: string): Promise<P | 'closed' | null> {
	try {
		const response = await fetch(`${path}/jour`, { signal: AbortSignal.timeout(20_000) });
		const answer = (await response.json()) as P & { code?: string };
		if (response.status === 404 && answer.code === 'closed') return 'closed';
		if (!response.ok || !answer.read) return null;
		const { itinerary, news } = answer.read;
		if (itinerary) itinerary.publishedAt = new Date(itinerary.publishedAt);
		if (news?.seenAt) news.seenAt = new Date(news.seenAt);
		return answer;
	} catch {
		return null;
	}
}
