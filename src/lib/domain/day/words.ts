import { halfDayInWords, plural, quoted } from '../french';
import {
	incidentKinds,
	isReturn,
	missReasons,
	presenceStates,
	faces,
	type Said,
	type StopKey
} from './event';

export interface SaidNames {
	stop: (key: StopKey) => string;
	person: (id: string) => string;
	challenge: (id: string) => string;
}

/** What was said, in a few words: « Arrivés : Scierie du Pont ». */
export function saidInWords(said: Said, names: SaidNames): string {
	const at = (stop: StopKey) => (isReturn(stop) ? 'retour' : names.stop(stop));
	switch (said.kind) {
		case 'departed':
			return `Partis vers : ${at(said.stop)}${said.aboard === null ? '' : `, ${plural(said.aboard, 'personne')} à bord`}`;
		case 'arrived':
			return `Arrivés : ${at(said.stop)}`;
		case 'started':
			return `Visite commencée : ${at(said.stop)}`;
		case 'finished':
			return `Visite terminée : ${at(said.stop)}`;
		case 'missed':
			return `Visite manquée : ${at(said.stop)} (${missReasons[said.why]})`;
		case 'presence':
			return `${names.person(said.person)} : ${presenceStates[said.state]}, ${halfDayInWords(said.half)}`;
		case 'points':
			return `${plural(said.points, 'point')} : ${names.challenge(said.challenge)}${said.stop ? `, ${at(said.stop)}` : ''}`;
		case 'feedback':
			return `Avis ${quoted(faces[said.face])} : ${at(said.stop)}`;
		case 'incident':
			return `Incident (${incidentKinds[said.incident]})${said.text ? ` : ${said.text}` : ''}`;
		case 'seen':
			return 'Planning vu';
		case 'undo':
			return 'Action reprise';
	}
}
