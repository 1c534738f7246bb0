import { attendanceSheets } from '../../src/lib/server/documents/attendance/content';
import { printAttendance } from '../../src/lib/server/documents/attendance/draw';
import { backupPack } from '../../src/lib/server/documents/backup-pack/content';
import { printBackupPack } from '../../src/lib/server/documents/backup-pack/draw';
import { badges } from '../../src/lib/server/documents/badges/content';
import { printBadges } from '../../src/lib/server/documents/badges/draw';
import { callList } from '../../src/lib/server/documents/call-list/content';
import { printCallLists } from '../../src/lib/server/documents/call-list/draw';
import { convocations } from '../../src/lib/server/documents/convocation/content';
import { printConvocations } from '../../src/lib/server/documents/convocation/draw';
import { diplomas } from '../../src/lib/server/documents/diploma/content';
import { printDiplomas } from '../../src/lib/server/documents/diploma/draw';
import { doorSigns } from '../../src/lib/server/documents/door-sign/content';
import { printDoorSigns } from '../../src/lib/server/documents/door-sign/draw';
import { hostSheets } from '../../src/lib/server/documents/host-sheet/content';
import { printHostSheets } from '../../src/lib/server/documents/host-sheet/draw';
import { logbooks } from '../../src/lib/server/documents/logbook/content';
import { printLogbooks } from '../../src/lib/server/documents/logbook/draw';
import { missionOrders } from '../../src/lib/server/documents/mission-order/content';
import { printMissionOrders } from '../../src/lib/server/documents/mission-order/draw';
import { participantSheets } from '../../src/lib/server/documents/participant-sheet/content';
import { printParticipantSheets } from '../../src/lib/server/documents/participant-sheet/draw';
import { wallPlan } from '../../src/lib/server/documents/planning/content';
import { printWallPlan } from '../../src/lib/server/documents/planning/draw';
import { poster } from '../../src/lib/server/documents/poster/content';
import { printPoster } from '../../src/lib/server/documents/poster/draw';
import { prizeList } from '../../src/lib/server/documents/prizes/content';
import { printPrizes } from '../../src/lib/server/documents/prizes/draw';
import { roadBooks } from '../../src/lib/server/documents/road-book/content';
import { printRoadBooks } from '../../src/lib/server/documents/road-book/draw';
import { proposedSlots } from '../../src/lib/domain/closing/restitution';
import { usualSteps } from '../../src/lib/domain/closing/run-sheet';
import { questionnaires } from '../../src/lib/server/documents/questionnaire/content';
import { printQuestionnaires } from '../../src/lib/server/documents/questionnaire/draw';
import { closingRunSheet, restitutionRunSheet } from '../../src/lib/server/documents/run-sheet/content';
import { printRunSheet } from '../../src/lib/server/documents/run-sheet/draw';
import { thankYouLetters } from '../../src/lib/server/documents/thanks/content';
import { printThanks } from '../../src/lib/server/documents/thanks/draw';
import { background, links, type PrintedRally } from './rallies';

export const checkOf = (team?: string): string =>
	team
		? `https://equipage.example/itineraire/${team}?papier=3`
		: 'https://equipage.example/rallyes/r1/documents?papier=3';

export const groundOf = (rally: PrintedRally) => ({
	...rally,
	...background,
	links,
	hostLinks: new Map([['c1', 'https://equipage.example/accueil/9xQ2v']]),
	check: checkOf,
	distanceOf: () => ({ metres: 8200, reckoned: false }),
	organization: 'MIFE des Trois Rivières',
	partners: [{ id: 'p1', name: 'Ville d’Aubenas' }],
	commitments: [
		{ id: 'g1', companyId: 'c2', kind: 'prize', description: 'Bons d’achat', quantity: 4, valueCents: 8000, honoured: true }, // prettier-ignore
		{ id: 'g2', companyId: 'c1', kind: 'prize', description: '', quantity: null, valueCents: null, honoured: false }, // prettier-ignore
		{ id: 'g3', companyId: 'c1', kind: 'money', description: 'Don', quantity: null, valueCents: 30000, honoured: true } // prettier-ignore
	] as const
});

/** Every document that is printed, from the same rally. */
export const prints = {
	'road books': (rally: PrintedRally) => printRoadBooks(roadBooks(groundOf(rally))),
	booklets: (rally: PrintedRally) => printRoadBooks(roadBooks(groundOf(rally)), 'a5'),
	badges: (rally: PrintedRally) => printBadges(badges({ ...rally, check: checkOf }), { format: 'l4785' }),
	'attendance by team': (rally: PrintedRally) =>
		printAttendance(attendanceSheets(groundOf(rally), { by: 'team' })),
	'attendance of all': (rally: PrintedRally) =>
		printAttendance(attendanceSheets(groundOf(rally), { by: 'rally' })),
	'host sheets': (rally: PrintedRally) => printHostSheets(hostSheets(groundOf(rally))),
	'door signs': (rally: PrintedRally) => printDoorSigns(doorSigns(groundOf(rally))),
	'wall plan': (rally: PrintedRally) => printWallPlan(wallPlan(groundOf(rally)), 'a3'),
	'participant sheets': (rally: PrintedRally) => printParticipantSheets(participantSheets(groundOf(rally))),
	convocations: (rally: PrintedRally) => printConvocations(convocations(groundOf(rally))),
	'call lists': (rally: PrintedRally) =>
		printCallLists([callList(groundOf(rally), 2), callList(groundOf(rally), 1)]),
	'mission orders': (rally: PrintedRally) => printMissionOrders(missionOrders(groundOf(rally))),
	logbooks: (rally: PrintedRally) => printLogbooks(logbooks(groundOf(rally))),
	prizes: (rally: PrintedRally) => printPrizes(prizeList(groundOf(rally))),
	diplomas: (rally: PrintedRally) => printDiplomas(diplomas(groundOf(rally))),
	poster: (rally: PrintedRally) => printPoster(poster(groundOf(rally))),
	questionnaires: ({ rally }: PrintedRally) =>
		printQuestionnaires(
			questionnaires({
				rally,
				organization: 'MIFE des Trois Rivières',
				audience: 'participant',
				moment: 'after',
				names: ['Ana', 'Billy']
			})
		),
	'closing run sheet': ({ rally }: PrintedRally) =>
		printRunSheet(
			closingRunSheet({
				rally,
				steps: usualSteps,
				handovers: [{ what: 'Diplôme', to: 'Ana', by: 'Menuiserie Roche' }],
				expected: '34 invités annoncés'
			})
		),
	'restitution run sheet': ({ rally }: PrintedRally) =>
		printRunSheet(
			restitutionRunSheet({
				rally,
				slots: proposedSlots(['A', 'B'], [{ half: '2027-06-09:afternoon', from: 14 * 60, to: 17 * 60 }]),
				members: new Map([['A', ['Ana', 'Billy']]])
			})
		),
	'thank-you letters': ({ rally, companies }: PrintedRally) =>
		printThanks(
			thankYouLetters({
				rally,
				organization: 'MIFE des Trois Rivières',
				companies: companies.map(({ id, name, contactName }) => ({ id, name, contactName, visits: 2 })),
				partners: [{ id: 'p1', name: 'Ville d’Aubenas', contactName: '', roles: ['communication'] }],
				commitments: [{ companyId: 'c2', kind: 'prize', description: 'Bons d’achat' }],
				participants: 16,
				thanks: { message: 'À l’an prochain.', signatory: 'Camille', role: 'Coordination' },
				on: '2027-06-15'
			})
		),
	'backup pack': (rally: PrintedRally) => printBackupPack(backupPack(groundOf(rally)))
};
export type Print = keyof typeof prints;
