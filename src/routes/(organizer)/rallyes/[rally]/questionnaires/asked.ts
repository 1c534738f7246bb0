import { audiences, moments, momentsOf, type Audience, type Moment } from '$lib/domain/measure/instruments';

/** Which questionnaire the address asks for: `?public=company&moment=after`; the participants’, before, without it. */
export function askedIn(url: URL): { audience: Audience; moment: Moment } {
	const who = url.searchParams.get('public') ?? '';
	const when = url.searchParams.get('moment') ?? '';
	const audience = Object.hasOwn(audiences, who) ? (who as Audience) : 'participant';
	const possible = momentsOf(audience);
	const moment = Object.hasOwn(moments, when) ? (when as Moment) : possible[0]!;
	return { audience, moment: possible.includes(moment) ? moment : possible[0]! };
}
