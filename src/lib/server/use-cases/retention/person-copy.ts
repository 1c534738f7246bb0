import { consentDecisions, consentKinds, consentMeans } from '$lib/domain/consent/consent';
import { presenceStates } from '$lib/domain/day/event';
import type { Referred } from '$lib/domain/enrolment/referral';
import { attendances } from '$lib/domain/enrolment/session';
import { fullDate, halfDayInWords, moment as atMoment } from '$lib/domain/french';
import { exportedLists } from '$lib/domain/import/exported';
import { answerMeans } from '$lib/domain/measure/answer-sheet';
import { instrumentNamed, moments } from '$lib/domain/measure/instruments';
import { outcomes } from '$lib/domain/measure/outcomes';
import { fullName, needs, participantStates, statuses } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { rowsOfPerson, type PersonRows } from '../../db/repositories/person-rows';

/** Everything held about one person, in words; the rows themselves for the file. */
export interface PersonCopy {
	name: string;
	/** Sections without a line hold nothing. */
	sections: { title: string; lines: { label: string; value: string }[] }[];
	rows: PersonRows;
}

/** A copy of everything held about somebody in a rally; null for somebody who is not there. */
export async function copyOfPerson(db: Db, rally: Rally, participantId: string): Promise<PersonCopy | null> {
	const rows = await rowsOfPerson(db, rally.id, participantId);
	if (!rows) return null;
	const { person } = rows;
	const record = exportedLists
		.participants!.columns.map(({ label, write }) => ({ label, value: write(person as never) }))
		.filter(({ value }) => value !== '');
	return {
		name: fullName(person),
		rows,
		sections: [
			{
				title: 'Fiche',
				lines: [
					...record,
					{ label: 'Inscription', value: participantStates[person.state] },
					{ label: 'Fiche créée', value: atMoment(person.createdAt) },
					{ label: 'Dernier changement', value: `${atMoment(person.updatedAt)}, par ${person.updatedBy}` }
				]
			},
			{
				title: 'Accords',
				lines: rows.consents.map(({ kind, decision, decidedOn, means, decidedBy }) => ({
					label: consentKinds[kind],
					value: [
						`${consentDecisions[decision]} le ${fullDate(decidedOn)}`,
						consentMeans[means],
						decidedBy && `par ${decidedBy}`
					]
						.filter(Boolean)
						.join(', ')
				}))
			},
			{
				title: 'Envoyé par un prescripteur',
				lines: rows.referrals.map(({ from, sent, at }) => ({
					label: `${from}, le ${atMoment(at)}`,
					value: (sent ? referredInWords(sent) : []).filter(Boolean).join(' · ')
				}))
			},
			{
				title: 'Informations collectives',
				lines: rows.sessions.map(({ date, place, attendance }) => ({
					label: `${fullDate(date)}${place && `, ${place}`}`,
					value: attendances[attendance]
				}))
			},
			{
				title: 'Équipes',
				lines: rows.teams.map(({ plan, published, team }) => ({
					label: `Planning, version ${plan}${published ? ' (publiée)' : ''}`,
					value: `équipe ${team}`
				}))
			},
			{
				title: 'Jours du rallye',
				lines: rows.events.flatMap(({ said, arrivedAt, by }) =>
					said.kind === 'presence'
						? [
								{
									label: halfDayInWords(said.half),
									value: [presenceStates[said.state], said.reason, `noté le ${atMoment(arrivedAt)}`, by]
										.filter(Boolean)
										.join(', ')
								}
							]
						: [{ label: atMoment(arrivedAt), value: JSON.stringify(said) }]
				)
			},
			{
				title: 'Questionnaires',
				lines: rows.answers.flatMap(({ moment, instrument, sheet, means, at }) => {
					const says = new Map(instrumentNamed(instrument)?.items.map(({ key, says }) => [key, says]));
					return [
						{ label: moments[moment], value: `${answerMeans[means]}, ${atMoment(at)}` },
						...Object.entries(sheet.scores).map(([key, score]) => ({
							label: says.get(key) ?? key,
							value: `${score} sur 5`
						})),
						...(sheet.words ? [{ label: 'Avec ses mots', value: sheet.words }] : [])
					];
				})
			},
			{
				title: 'Coordonnées échangées',
				lines: rows.contacts.map(({ company, at }) => ({ label: company, value: atMoment(at) }))
			},
			{
				title: 'Suivi',
				lines: rows.followUp.map(({ on, said, by }) => ({
					label: `${fullDate(on)}, par ${by}`,
					value:
						said.kind === 'news'
							? [outcomes[said.outcome].label, said.from, said.note].filter(Boolean).join(', ')
							: said.kind === 'attempt'
								? `Appel ou message. ${said.note}`
								: 'Ligne retirée'
				}))
			},
			{
				title: 'Nom donné à des entreprises',
				lines: rows.givenTo.map(({ company, at }) => ({ label: company, value: atMoment(at) }))
			},
			{
				title: 'Prévenu·e de ses horaires',
				lines: rows.notices.map(({ at, sentTo }) => ({ label: atMoment(at), value: sentTo || 'de vive voix ou par papier' })) // prettier-ignore
			},
			{
				title: 'Journal des saisies',
				lines: rows.changes.map(({ at, by, kind }) => ({ label: atMoment(at), value: `${changeWords[kind]} par ${by}` })) // prettier-ignore
			}
		]
	};
}

/** What a prescriber typed; nothing once the place was confirmed. */
const referredInWords = (sent: Referred): string[] => [
	`${sent.firstName} ${sent.lastName}`,
	sent.phone,
	sent.email,
	...sent.statuses.map((key) => statuses[key]),
	...sent.needs.map((key) => needs[key]),
	sent.referentName,
	sent.referentPhone,
	sent.referentEmail
];

const changeWords = {
	create: 'Fiche créée',
	update: 'Fiche changée',
	archive: 'Fiche archivée',
	restore: 'Fiche rétablie',
	undo: 'Changement annulé'
} as const;
