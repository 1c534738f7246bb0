import { isEmpty, standing } from '$lib/domain/measure/answer-sheet';
import { instrumentFor, itemsAt, type Moment, type Score } from '$lib/domain/measure/instruments';
import type { LinkAudience, OwnQuestionnaire } from '$lib/domain/measure/own-questionnaire';
import { shownName } from '$lib/domain/participant';
import type { IsoDate } from '$lib/domain/calendar';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { answers } from '../../db/repositories/answers';
import { organizations } from '../../db/repositories/organizations';
import { records } from '../../db/repositories/records';
import { companyOfToken } from '../host-answers/host-company';
import { openPersonalLink } from '../personal-links/open-personal-link';
import { momentsCome } from './read-measures';
import { saveAnswer } from './save-answer';

interface Opened {
	audience: LinkAudience;
	rally: Rally;
	subject: string;
	name: string;
}

/** What a personal link or a host's link opens; null when it opens nothing. */
async function open(db: Db, audience: LinkAudience, token: string): Promise<Opened | null> {
	if (audience === 'company') {
		const host = await companyOfToken(db, token);
		return host && { audience, rally: host.rally, subject: host.company.id, name: host.company.name };
	}
	const opened = await openPersonalLink(db, token);
	const id = opened?.link.participantId;
	const person = id ? await records(db, 'participant').find(opened.rally.id, id) : null;
	return opened && person && { audience, rally: opened.rally, subject: person.id, name: shownName(person) };
}

/** « Avant » until the last day, « après » from then on: nobody rewrites what they thought before. */
const momentOf = (rally: Rally, today: IsoDate): Moment =>
	momentsCome(rally, today).after ? 'after' : 'before';

/** The questionnaire of the moment, with what the same person or company answered already. */
export async function readOwnQuestionnaire(
	db: Db,
	audience: LinkAudience,
	token: string,
	today: IsoDate
): Promise<OwnQuestionnaire | null> {
	const opened = await open(db, audience, token);
	if (!opened) return null;
	const { rally, subject, name } = opened;
	const moment = momentOf(rally, today);
	const instrument = instrumentFor(audience);
	const own = standing(await answers(db).of(rally.id, audience, subject)).find(
		(one) => one.moment === moment
	);
	return {
		audience,
		moment,
		name,
		structure: (await organizations(db).find(rally.organizationId))?.name ?? '',
		rally: { title: rally.title, contactName: rally.contactName, contactPhone: rally.contactPhone },
		items: itemsAt(instrument, moment),
		openQuestion: moment === 'after' ? instrument.openQuestion : '',
		scores: own?.sheet.scores ?? {},
		words: own?.sheet.words ?? '',
		answered: own ? !isEmpty(own.sheet) : false
	};
}

/** What the person or the company sends. Theirs is the last word: it is never refused for what somebody typed. */
export async function answerByLink(
	db: Db,
	audience: LinkAudience,
	token: string,
	given: { scores: Record<string, Score | null>; words: string; moment: Moment },
	today: IsoDate
): Promise<Result<void, { code: 'closed' | 'other-moment' }>> {
	const opened = await open(db, audience, token);
	if (!opened) return err({ code: 'closed' });
	if (given.moment !== momentOf(opened.rally, today)) return err({ code: 'other-moment' });
	const { rally, subject } = opened;
	const by = { name: audience === 'company' ? 'L’entreprise elle-même' : 'La personne elle-même' };
	const saved = await saveAnswer(db, rally, { ...given, audience, subject, means: 'online', seen: null }, by);
	return saved.ok ? ok(undefined) : err({ code: 'closed' });
}
