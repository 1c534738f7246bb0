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
	partners: [{ name: 'Ville d’Aubenas' }],
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
	badges: (rally: PrintedRally) => printBadges(badges(rally), { format: 'l4785' }),
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
	'backup pack': (rally: PrintedRally) => printBackupPack(backupPack(groundOf(rally)))
};
export type Print = keyof typeof prints;
