import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { charter, judge } from '$lib/domain/charter';
import {
	figureAsked,
	figureLabels,
	figureValue,
	findingInWords,
	findingRemedy,
	missingInWords,
	missingRemedy,
	namesOf,
	placeOf,
	places,
	stateLabel
} from '$lib/domain/charter/words';
import type { Finding, Missing } from '$lib/domain/charter';
import * as arbitrary from '../../arbitraries';
import { hauteSavoie2018 } from '../../instances/rallies';

const NNBSP = '\u202f';
const NBSP = '\u00a0';
const names = namesOf(hauteSavoie2018());

/** A whole French sentence: begins large, ends with a stop, no hole in it, no breakable space before « : ; ! ? ». */
const expectSentence = (text: string) => {
	expect(text).toMatch(/^[\p{Lu}«].*\.$/u);
	expect(text).not.toMatch(/undefined|null|NaN|\[object|Infinity|-\d+\u00a0/);
	expect(text).not.toMatch(/ [:;!?»]|« | {2}|'/);
};

describe('whatever is found or missing', () => {
	test('it is said in whole sentences, with what to do and where', () => {
		fc.assert(
			fc.property(arbitrary.dossier, (dossier) => {
				const names = namesOf(dossier);
				for (const { assessment } of judge(dossier).rules) {
					expect(stateLabel(assessment)).not.toBe('');
					for (const finding of assessment.findings) {
						expectSentence(findingInWords(finding, names));
						expectSentence(findingRemedy(finding));
						expect(places[placeOf(finding)]).toBeDefined();
					}
					for (const missing of assessment.missing) {
						expectSentence(missingInWords(missing, names));
						expectSentence(missingRemedy(missing));
						expect(places[placeOf(missing)]).toBeDefined();
					}
					for (const figure of assessment.figures) {
						expect(figureLabels[figure.of]).toBeDefined();
						expect(figureValue(figure)).toMatch(/^-?\d+( à -?\d+)?$/);
						expect(figureAsked(figure) ?? 'rien').toMatch(/^(de \d+ à \d+|au (moins|plus) \d+|rien)$/);
					}
				}
			}),
			{ numRuns: 300 }
		);
	});
});

test.for([
	[
		{ kind: 'participants', actual: 32, min: 15, max: 30 },
		`Le rallye compte 32${NBSP}personnes inscrites${NNBSP}; la charte en demande de 15 à 30.`
	],
	[
		{ kind: 'days', actual: 4, min: 2, max: 3 },
		`Le rallye compte 4${NBSP}jours${NNBSP}; la charte en demande 2 ou 3.`
	],
	[{ kind: 'gender-imbalance', women: 14, men: 2 }, `Le groupe compte 14${NBSP}femmes et 2${NBSP}hommes.`],
	[
		{ kind: 'vehicle-shared', vehicleId: 'hs-vehicle-1', teams: ['A', 'B'] },
		'Un même véhicule, Berlingo, sert en même temps pour les équipes A et B.'
	],
	[
		{ kind: 'accompanist-away', accompanistId: 'gone', team: 'A', halfDay: '2018-11-06:morning' },
		'L’équipe A compte sur quelqu’un, qui ne peut pas venir mardi 6 novembre, matin.'
	],
	[
		{ kind: 'single-profile', of: 'ageBand', value: '26-34' },
		`Toutes les personnes inscrites ont le même profil (tranche d’âge)${NBSP}: 26 à 34 ans.`
	]
] as [Finding, string][])('%j', ([finding, sentence]) => {
	expect(findingInWords(finding, names)).toBe(sentence);
});

test.for([
	[
		{ kind: 'companies', count: 2, interested: 5 },
		`Il manque 2${NBSP}entreprises confirmées.`,
		`Confirmez 2${NBSP}entreprises intéressées sur 5.`
	],
	[
		{ kind: 'companies', count: 2, interested: 1 },
		`Il manque 2${NBSP}entreprises confirmées.`,
		`Confirmez 1${NBSP}entreprise intéressée, et contactez-en 1 de plus.`
	],
	[
		{ kind: 'participants', count: 3, candidates: 0 },
		`Il manque 3${NBSP}personnes inscrites.`,
		'Cherchez-en 3 auprès des prescripteurs.'
	],
	[
		{ kind: 'team-for', participantIds: ['hs-participant-1', 'hs-participant-2'] },
		`Sans équipe${NBSP}: Amina Exemple et Béatrice Modèle.`,
		'Placez ces personnes dans une équipe.'
	],
	[
		{ kind: 'seats', count: 4, people: 16, halfDay: '2018-11-07:morning' },
		`Il manque 4${NBSP}places en véhicule pour 16${NBSP}personnes en équipes mercredi 7 novembre, matin.`,
		'Trouvez un véhicule de plus, ou un plus grand.'
	]
] as [Missing, string, string][])('%j', ([missing, sentence, remedy]) => {
	expect(missingInWords(missing, names)).toBe(sentence);
	expect(missingRemedy(missing)).toBe(remedy);
});

test('a long list of people is cut short', () => {
	const all = Object.keys(names.participants);
	expect(missingInWords({ kind: 'job-search-status', participantIds: all }, names)).toContain(
		`et 11${NBSP}autres.`
	);
	expect(missingInWords({ kind: 'job-search-status', participantIds: all.slice(0, 6) }, names)).not.toContain(
		'autre'
	);
});

test('a respected rule with a remark says so', () => {
	const remark: Finding = { kind: 'gender-imbalance', women: 14, men: 2 };
	expect(stateLabel({ state: 'respected', findings: [remark] })).toBe('Respectée, avec remarque');
	expect(stateLabel({ state: 'respected', findings: [] })).toBe('Respectée');
	const advice: Finding = { kind: 'restitution-next-day', date: '2027-06-10' };
	expect(stateLabel({ state: 'respected', findings: [advice] })).toBe('Respectée');
});

test('titles and quotations keep French typography', () => {
	for (const { title, says } of charter) {
		expect(title).not.toMatch(/'/);
		expect(says).not.toMatch(/'/);
	}
});
