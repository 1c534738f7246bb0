import type { BilanRecipient, BilanState, SentBilan } from '$lib/domain/bilan/bilan';
import { addDays, type IsoDate } from '$lib/domain/calendar';
import { wallClock } from '$lib/domain/clock';
import { quotaOf, ruleOf } from '$lib/domain/counting/quota';
import { countedFor, sayingSolutions, solutionsOf } from '$lib/domain/bilan/solutions';
import { missingFrom, narrativeFor, type MissingFromBilan } from '$lib/domain/bilan/missing';
import { possibleMoves, type Move } from '$lib/domain/bilan/move';
import { outlines } from '$lib/domain/bilan/outline';
import { fullDate } from '$lib/domain/french';
import type { Rally } from '$lib/domain/rally';
import { quotaWith } from '$lib/domain/retention/people-counts';
import type { Db } from '../../db/client';
import { bilans, type BilanRow, type BilanStepRow } from '../../db/repositories/bilans';
import { bilanContent, type BilanContent } from '../../documents/bilan/content';
import type { Logo, Mark } from '../../documents/paper/letterhead';
import { ownLogo, rallyLogo } from '../logos/rally-logo';
import { markOf } from '../logos/supporter-logos';
import { readBilanGround, type BilanGround } from './bilan-ground';
import type { Recipient } from './recipients';

export interface BilanInList {
	recipient: Recipient;
	row: BilanRow | null;
	state: BilanState;
	due: IsoDate | null;
	missing: MissingFromBilan[];
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
	const counted = solutionsOf(recipient.funder, ground.solutions);
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
		figures: countedFor(
			{ figures: figures.figures, breakdowns: figures.breakdowns, on: figures.on },
			counted.own
		),
		grid: outlines[recipient.kind].grid ? ground.grid : [],
		derogations: outlines[recipient.kind].grid ? ground.derogations : [],
		measures: ground.measures,
		narrative: narrativeFor(recipient.kind, row?.narrative ?? {}),
		shown: [...(row?.shown ?? outlines[recipient.kind].shown)],
		wording: sayingSolutions(ground.wording, counted.all),
		quota: rule
			? (({ counted, inSiae, outside, people }) => ({
					public: rule.public,
					wanted: rule.wanted,
					siae: rule.siae,
					...{ counted, inSiae, outside, people }
				}))(quotaWith(quotaOf(ground.enrolled, rule), ground.erased))
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
			logo: onPaper ? await rallyLogo(db, rally.organizationId) : null,
			marks: onPaper ? await marksOf(db, rally, ground.organization, recipient.funder) : []
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

/** The organisation's own logo, and the funder's. */
async function marksOf(
	db: Db,
	rally: Rally,
	organization: string,
	funder: { id: string; name: string } | null
): Promise<Mark[]> {
	const own = await ownLogo(db, rally.organizationId);
	return [...(own ? [{ name: organization, picture: own }] : []), ...(await markOf(db, rally, funder))];
}

/** What the federation reads of a bilan it received. Names of partners stay with the organiser. */
export const receivedContent = (
	row: BilanRow & { sent: SentBilan },
	organization: string,
	carried: { logo: Logo; marks: Mark[] } = { logo: null, marks: [] },
	recipient: BilanRecipient = 'federation'
): BilanContent =>
	bilanContent({
		recipient,
		recipientName: 'Fédération des CREPI',
		organization,
		bilan: row.sent,
		version: versionOf(row, row.sent.figures.on),
		draft: false,
		thanks: [],
		...carried
	});
