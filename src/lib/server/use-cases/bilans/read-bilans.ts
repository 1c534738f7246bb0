import type { BilanRecipient, BilanState, SentBilan, SentScore } from '$lib/domain/bilan/bilan';
import { addDays, type IsoDate } from '$lib/domain/calendar';
import { charter } from '$lib/domain/charter';
import { wallClock } from '$lib/domain/clock';
import { quotaOf, ruleOf } from '$lib/domain/counting/quota';
import { withoutFew, type DimensionSummary } from '$lib/domain/measure/scores';
import type { CountedRally } from '$lib/domain/figures/count';
import { missingFrom, narrativeFor, type MissingFromBilan } from '$lib/domain/bilan/missing';
import { possibleMoves, type Move } from '$lib/domain/bilan/move';
import { outlines } from '$lib/domain/bilan/outline';
import { fullDate, typeset } from '$lib/domain/french';
import type { FigureKey, Wording } from '$lib/domain/figures/catalogue';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { bilans, type BilanRow, type BilanStepRow, type Campaign } from '../../db/repositories/bilans';
import { toParticipant } from '../../db/repositories/dossiers';
import { organizations } from '../../db/repositories/organizations';
import { derogations } from '../../db/repositories/publications';
import { records } from '../../db/repositories/records';
import { bilanContent, type BilanContent } from '../../documents/bilan/content';
import { readIndicators } from '../network/indicators';
import { rallyLogo } from '../logos/rally-logo';
import { readMeasures } from '../measure/read-measures';
import { readFigures } from './read-figures';
import { recipientsOf, type Recipient } from './recipients';
import { gridToSend } from './grid-to-send';

export interface BilanInList {
	recipient: Recipient;
	row: BilanRow | null;
	state: BilanState;
	due: IsoDate | null;
	missing: MissingFromBilan[];
}

/** Everything the bilans of a rally are made from, read once. */
export interface BilanGround {
	rally: Rally;
	organization: string;
	figures: CountedRally;
	grid: SentScore[];
	measures: DimensionSummary[];
	derogations: string[];
	recipients: Recipient[];
	rows: BilanRow[];
	/** People confirmed, for the quota of each funder. */
	enrolled: ReturnType<typeof toParticipant>[];
	thanks: string[];
	today: IsoDate;
	/** The federation's call for that year's bilans. */
	campaign: Campaign | null;
	/** Figures that the federation wants of each. */
	mandatory: FigureKey[];
	/** And what it calls them. */
	wording: Wording;
}

export async function readBilanGround(db: Db, rally: Rally, now: Date): Promise<BilanGround> {
	const measures = await readMeasures(db, rally, wallClock(now).date);
	const figures = await readFigures(db, rally, now, measures);
	const partners = await records(db, 'partner').list(rally.id);
	const last = rally.programme.at(-1)?.date;
	const came = new Set(figures.traces.participants.done.rows);
	const known = figures.figures.participants.done.is === 'value';
	const people = (await records(db, 'participant').list(rally.id)).map(toParticipant);
	const { mandatory, wording } = await readIndicators(db);
	const written = (await derogations(db).list(rally.id)).filter(({ withdrawnAt }) => withdrawnAt === null);
	return {
		rally,
		organization: (await organizations(db).find(rally.organizationId))?.name ?? '',
		figures,
		measures: measures.beforeAfter.map(({ before, after, change, ...rest }) => ({
			...rest,
			before: before && withoutFew(before),
			after: withoutFew(after),
			change: change && withoutFew(change)
		})),
		grid: await gridToSend(db, rally, now),
		derogations: written.map(({ kind, subject, reason, by, at }) => {
			const about = kind === 'rule' ? (charter.find(({ id }) => id === subject)?.title ?? subject) : subject;
			return typeset(`${about} : ${reason} (${by}, le ${fullDate(wallClock(at).date)})`);
		}),
		recipients: recipientsOf(rally, partners),
		rows: await bilans(db).list(rally.id),
		enrolled: people.filter(({ id, state }) => (known ? came.has(id) : state === 'confirmed')),
		thanks: partners.map(({ name }) => name),
		today: wallClock(now).date,
		campaign: last ? await bilans(db).campaignOf(Number(last.slice(0, 4))) : null,
		mandatory,
		wording
	};
}

const rowFor = ({ rows }: BilanGround, { kind, funder }: Recipient): BilanRow | null =>
	rows.find((row) => row.recipient === kind && row.partnerId === (funder?.id ?? null)) ?? null;

/** A month after the last day, unless the federation or the funder asks otherwise. */
const dueOf = ({ rally, campaign }: BilanGround, { kind, funder }: Recipient): IsoDate | null => {
	if (funder?.bilanDueOn) return funder.bilanDueOn;
	const last = rally.programme.at(-1)?.date;
	if (kind === 'federation' && campaign) return campaign.dueOn;
	return last ? addDays(last, 30) : null;
};

/** What would be sent today. */
export function toSend(ground: BilanGround, recipient: Recipient, row: BilanRow | null): SentBilan {
	const { rally, figures } = ground;
	const rule = recipient.funder && ruleOf(recipient.funder);
	return {
		format: 1,
		rally: {
			title: rally.title,
			edition: rally.edition,
			territory: rally.territory,
			department: rally.department,
			first: rally.programme[0]?.date ?? ground.today,
			last: rally.programme.at(-1)?.date ?? ground.today,
			closing: rally.closing?.date ?? null
		},
		// Rows stay here: only counts leave.
		figures: { figures: figures.figures, breakdowns: figures.breakdowns, on: figures.on },
		grid: outlines[recipient.kind].grid ? ground.grid : [],
		derogations: outlines[recipient.kind].grid ? ground.derogations : [],
		measures: ground.measures,
		narrative: narrativeFor(recipient.kind, row?.narrative ?? {}),
		shown: [...(row?.shown ?? outlines[recipient.kind].shown)],
		wording: ground.wording,
		quota: rule
			? (({ counted, inSiae, outside, people }) => ({
					public: rule.public,
					wanted: rule.wanted,
					siae: rule.siae,
					...{ counted, inSiae, outside, people }
				}))(quotaOf(ground.enrolled, rule))
			: null
	};
}

const missingOf = (ground: BilanGround, recipient: Recipient, row: BilanRow | null): MissingFromBilan[] =>
	missingFrom({
		recipient: recipient.kind,
		last: ground.rally.programme.at(-1)?.date ?? null,
		today: ground.today,
		figures: ground.figures,
		grid: ground.grid,
		narrative: row?.narrative ?? {},
		wanted: ground.mandatory,
		wording: ground.wording
	});

export const listBilans = (ground: BilanGround): BilanInList[] =>
	ground.recipients.map((recipient) => {
		const row = rowFor(ground, recipient);
		const state = row?.state ?? 'to-complete';
		return {
			recipient,
			row,
			state,
			due: dueOf(ground, recipient),
			missing: missingOf(ground, recipient, row)
		};
	});

export interface BilanRead extends BilanInList {
	/** What the page and the documents show: what was sent, or else what would be sent today. */
	content: BilanContent;
	steps: BilanStepRow[];
	moves: Move[];
	sendable: SentBilan;
	/** What the federation wrote to everybody with its call. */
	call: string;
}

/** One bilan; null for a recipient that this rally does not have. `onPaper`: with the logo, which a page has no use for. */
export async function readBilan(
	db: Db,
	rally: Rally,
	key: string,
	now: Date,
	onPaper = false
): Promise<BilanRead | null> {
	const ground = await readBilanGround(db, rally, now);
	const found = listBilans(ground).find(({ recipient }) => recipient.key === key);
	if (!found) return null;
	const { recipient, row, state } = found;
	const sendable = toSend(ground, recipient, row);
	const asSent = row?.sent && (state === 'sent' || state === 'validated') ? row.sent : null;
	return {
		...found,
		sendable,
		content: bilanContent({
			recipient: recipient.kind,
			recipientName: recipient.name,
			organization: ground.organization,
			bilan: asSent ?? sendable,
			version: versionOf(asSent ? row : null, ground.today),
			draft: !asSent,
			thanks: ground.thanks,
			logo: onPaper ? await rallyLogo(db, rally.organizationId) : null
		}),
		steps: row ? await bilans(db).steps(row.id) : [],
		moves: possibleMoves(state, recipient.kind, 'organizer'),
		call: recipient.kind === 'federation' ? (ground.campaign?.message ?? '') : ''
	};
}

const versionOf = (sent: BilanRow | null, today: IsoDate): string =>
	sent?.sentOn
		? `envoi n° ${sent.sendings} du ${fullDate(wallClock(sent.sentOn).date)}`
		: `brouillon du ${fullDate(today)}`;

/** What the federation reads of a bilan it received. Names of partners stay with the organiser. */
export const receivedContent = (
	row: BilanRow & { sent: SentBilan },
	organization: string,
	recipient: BilanRecipient = 'federation'
): BilanContent =>
	bilanContent({
		recipient,
		recipientName: 'Fédération des CREPI',
		organization,
		bilan: row.sent,
		version: versionOf(row, row.sent.figures.on),
		draft: false,
		thanks: []
	});
