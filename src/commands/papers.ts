import { attendanceSheets } from '../lib/server/documents/attendance/content';
import { printAttendance } from '../lib/server/documents/attendance/draw';
import { backupPack } from '../lib/server/documents/backup-pack/content';
import { printBackupPack } from '../lib/server/documents/backup-pack/draw';
import { badges } from '../lib/server/documents/badges/content';
import { printBadges } from '../lib/server/documents/badges/draw';
import { callList } from '../lib/server/documents/call-list/content';
import { printCallLists } from '../lib/server/documents/call-list/draw';
import { convocations } from '../lib/server/documents/convocation/content';
import { printConvocations } from '../lib/server/documents/convocation/draw';
import { diplomas } from '../lib/server/documents/diploma/content';
import { printDiplomas } from '../lib/server/documents/diploma/draw';
import { doorSigns } from '../lib/server/documents/door-sign/content';
import { printDoorSigns } from '../lib/server/documents/door-sign/draw';
import { hostSheets } from '../lib/server/documents/host-sheet/content';
import { printHostSheets } from '../lib/server/documents/host-sheet/draw';
import { logbooks } from '../lib/server/documents/logbook/content';
import { printLogbooks } from '../lib/server/documents/logbook/draw';
import { missionOrders } from '../lib/server/documents/mission-order/content';
import { printMissionOrders } from '../lib/server/documents/mission-order/draw';
import { participantSheets } from '../lib/server/documents/participant-sheet/content';
import { printParticipantSheets } from '../lib/server/documents/participant-sheet/draw';
import { wallPlan } from '../lib/server/documents/planning/content';
import { printWallPlan } from '../lib/server/documents/planning/draw';
import { poster } from '../lib/server/documents/poster/content';
import { printPoster } from '../lib/server/documents/poster/draw';
import { prizeList } from '../lib/server/documents/prizes/content';
import { printPrizes } from '../lib/server/documents/prizes/draw';
import { roadBooks } from '../lib/server/documents/road-book/content';
import { printRoadBooks } from '../lib/server/documents/road-book/draw';
import type { sampleRally } from './sample-rally';

type Sample = ReturnType<typeof sampleRally>;

/** Every document of a rally, by the name of its file. */
export const papers: Record<string, (rally: Sample) => Promise<Uint8Array>> = {
	'feuilles-de-route': (rally) => printRoadBooks(roadBooks(rally)),
	'livrets-a5': (rally) => printRoadBooks(roadBooks(rally), 'a5'),
	badges: (rally) => printBadges(badges(rally), { format: 'l4785' }),
	'ordres-de-mission': (rally) => printMissionOrders(missionOrders(rally)),
	'carnets-de-bord': (rally) => printLogbooks(logbooks(rally)),
	'fiches-participants': (rally) => printParticipantSheets(participantSheets(rally)),
	convocations: (rally) => printConvocations(convocations(rally)),
	diplomes: (rally) => printDiplomas(diplomas(rally)),
	'fiches-accueil': (rally) => printHostSheets(hostSheets(rally)),
	affichettes: (rally) => printDoorSigns(doorSigns(rally)),
	'tableau-a3': (rally) => printWallPlan(wallPlan(rally), 'a3'),
	emargement: (rally) => printAttendance(attendanceSheets(rally, { by: 'team' })),
	appels: (rally) => printCallLists([callList(rally, 2), callList(rally, 1)]),
	lots: (rally) => printPrizes(prizeList(rally)),
	'affiche-a3': (rally) => printPoster(poster(rally)),
	'dossier-de-secours': (rally) => printBackupPack(backupPack(rally))
};
