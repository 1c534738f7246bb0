import { allConsentKinds, type ConsentKind } from './consent';

/** One wording. A text that was shown to somebody never changes: a new one gets a new version. */
interface ConsentText {
	version: string;
	/** What the person reads, or is read aloud; {structure} is the organisation. Plain words, no condition. */
	says: string;
}

/** The oldest first: the last is the one in use. */
const texts: Record<ConsentKind, readonly ConsentText[]> = {
	participation: [
		{
			version: '2026-11',
			says: 'Je veux participer au rallye pour l’emploi. J’accepte que {structure} garde les renseignements de ma fiche pour organiser le rallye et rendre compte en nombres, sans mon nom. Je peux les voir, les faire corriger ou effacer, et changer d’avis quand je veux, sans donner de raison.'
		}
	],
	image: [
		{
			version: '2026-11',
			says: 'J’accepte que {structure} me prenne en photo ou me filme pendant le rallye, et montre ces images pour faire connaître l’action. Je peux dire non et participer quand même. Je peux changer d’avis quand je veux : les images seront retirées.'
		}
	],
	sharing: [
		{
			version: '2026-11',
			says: 'J’accepte que {structure} donne mon nom, mes coordonnées et mon projet à une entreprise ou à un partenaire que cela peut aider, jamais ma situation. On me dira à qui. Je peux dire non et participer quand même.'
		}
	],
	'follow-up': [
		{
			version: '2026-11',
			says: 'J’accepte que {structure} me rappelle six mois après le rallye pour savoir où j’en suis, ou le demande à la personne qui me suit. Je peux dire non et participer quand même.'
		}
	]
};

export const currentVersion = (kind: ConsentKind): string => texts[kind].at(-1)!.version;

/** What was read under that version; null for a version that the product does not know. */
export const consentText = (kind: ConsentKind, version: string, structure: string): string | null =>
	texts[kind].find((text) => text.version === version)?.says.replaceAll('{structure}', structure) ?? null;

/** The text in use, with the organisation's name in it. */
export const currentText = (kind: ConsentKind, structure: string): string =>
	consentText(kind, currentVersion(kind), structure)!;

export const currentTexts = (structure: string) =>
	allConsentKinds.map((kind) => ({
		kind,
		version: currentVersion(kind),
		says: currentText(kind, structure)
	}));
