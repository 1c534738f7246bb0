import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '$lib/domain/calendar';
import { inForce, standing } from '$lib/domain/consent/consent';
import { consentText, currentTexts, currentVersion } from '$lib/domain/consent/texts';
import { gapsOf, reachableLater } from '$lib/domain/enrolment/file-gaps';
import { isPrivate, publicPart } from '$lib/domain/enrolment/private';
import {
	applyCorrection,
	keptFromPrescribers,
	needsKeptFromPrescribers,
	referableNeeds,
	referableStatuses,
	type Referred
} from '$lib/domain/enrolment/referral';
import { attendanceCounts, sessionTiming, sessionWindow } from '$lib/domain/enrolment/session';
import { twins } from '$lib/domain/enrolment/twins';
import { statuses, type Status } from '$lib/domain/participant';
import { rallyOccasion, reminders, sendOn, sessionOccasion } from '$lib/domain/reminder/reminder';
import { aParticipant, aProgramme, aRally } from '../../builders';

describe('an information session', () => {
	const programme = aProgramme('2027-06-08', 'VV VR');
	test('is recommended from five to two weeks before the first day', () => {
		expect(sessionWindow(programme)).toEqual({ from: '2027-05-04', to: '2027-05-25' });
		expect(sessionTiming('2027-05-04', programme)).toBe('recommended');
		expect(sessionTiming('2027-05-25', programme)).toBe('recommended');
		expect(sessionTiming('2027-05-03', programme)).toBe('too-early');
		expect(sessionTiming('2027-05-26', programme)).toBe('too-close');
		expect(sessionTiming('2027-06-08', programme)).toBe('after-start');
		expect(sessionTiming('2027-06-08', [])).toBe('no-rally-date');
	});

	test('two days before, as the one in the report (8 April 2019 for the 10th), is too close', () => {
		expect(sessionTiming('2019-04-08', aProgramme('2019-04-10', 'VV VV RC'))).toBe('too-close');
	});

	test('counts each person asked once', () => {
		expect(attendanceCounts({ a: 'invited', b: 'attended', c: 'attended', d: 'excused' })).toEqual({
			invited: 1,
			attended: 2,
			excused: 1,
			absent: 0
		});
	});
});

describe('consents', () => {
	const at = (minutes: number) => new Date(Date.UTC(2027, 4, 1, 8, minutes));
	test('the last decision recorded holds, whatever the order they are read in', () => {
		const history = [
			{ kind: 'image', decision: 'given', recordedAt: at(0) },
			{ kind: 'image', decision: 'withdrawn', recordedAt: at(5) },
			{ kind: 'participation', decision: 'given', recordedAt: at(9) }
		] as const;
		expect(inForce([...history].reverse(), 'image')?.decision).toBe('withdrawn');
		expect(standing(history)).toEqual({
			participation: 'given',
			image: 'withdrawn',
			sharing: null,
			'follow-up': null
		});
	});

	test('each text names the organisation, has a version, and is found again by it', () => {
		for (const { kind, version, says } of currentTexts('MIFE des Essais')) {
			expect(says).toContain('MIFE des Essais');
			expect(says).not.toContain('{');
			expect(consentText(kind, version, 'MIFE des Essais')).toBe(says);
			expect(consentText(kind, `${currentVersion(kind)}-inconnue`, '')).toBeNull();
		}
	});
});

describe('what a file lacks', () => {
	const complete = {
		phone: '06 00 00 00 01',
		email: '',
		referentPhone: '',
		referentEmail: '',
		emergencyPhone: '06 00 00 00 02',
		liability: 'provided' as const,
		liabilityUntil: '2027-06-09'
	};
	test('nothing, when it holds until the last day', () => {
		expect(gapsOf(complete, '2027-06-09')).toEqual([]);
		expect(gapsOf(complete, '2027-06-10')).toEqual(['liability-expired']);
		expect(gapsOf({ ...complete, liability: 'covered', liabilityUntil: null }, '2027-06-09')).toEqual([]);
		expect(gapsOf({ ...complete, liability: 'missing' }, null)).toEqual(['no-liability']);
	});
	test('a referent stands in for somebody who cannot be reached at six months', () => {
		const silent = { ...complete, phone: '' };
		expect(gapsOf(silent, null)).toEqual(['unreachable', 'no-follow-up']);
		expect(reachableLater({ ...silent, referentEmail: 'referente@exemple.fr' })).toBe(true);
	});
});

describe('what a prescriber says', () => {
	const referred = (difference: Partial<Referred> = {}): Referred => ({
		firstName: 'Ana',
		lastName: 'Petit',
		phone: '',
		email: '',
		commune: 'Cluses',
		postcode: '',
		gender: null,
		ageBand: null,
		statuses: [],
		needs: [],
		referentName: '',
		referentPhone: '',
		referentEmail: '',
		...difference
	});
	test('never health nor origin', () => {
		for (const need of needsKeptFromPrescribers) expect(Object.keys(referableNeeds)).not.toContain(need);
		for (const status of keptFromPrescribers) expect(Object.keys(referableStatuses)).not.toContain(status);
	});
	test('a correction goes in where the organiser wrote nothing else', () => {
		const before = referred({ phone: '1', email: 'a' });
		const now = referred({ phone: '2', email: 'b', commune: 'Thyez' });
		const record = referred({ phone: '1', email: 'organisation', statuses: ['disabled'] });
		const { values, kept } = applyCorrection(before, now, record);
		expect(values).toMatchObject({
			phone: '2',
			email: 'organisation',
			commune: 'Thyez',
			statuses: ['disabled']
		});
		expect(kept).toEqual(['email']);
	});
	test('a status the person told the organiser stays, one the organiser took out does not come back', () => {
		const some = fc.subarray(Object.keys(statuses) as Status[]);
		fc.assert(
			fc.property(some, some, some, (before, now, record) => {
				const { values } = applyCorrection(
					referred({ statuses: before }),
					referred({ statuses: now }),
					referred({ statuses: record })
				);
				for (const status of Object.keys(statuses) as Status[]) {
					const changed = before.includes(status) !== now.includes(status);
					expect(values.statuses.includes(status)).toBe((changed ? now : record).includes(status));
				}
			})
		);
	});
});

test('the same person entered twice is seen by contact and first name, or by names that nothing contradicts', () => {
	const entered = (id: string, difference: object) => ({
		...aParticipant({ id, ...difference }),
		distinctFrom: [] as string[]
	});
	const mother = entered('a', { firstName: 'Ana', lastName: 'Petit', phone: '06 00 00 00 01' });
	const daughter = entered('b', { firstName: 'Zoé', lastName: 'Petit', phone: '06 00 00 00 01' });
	const again = entered('c', { firstName: 'ANA', lastName: 'Durand', phone: '+33600000001' });
	expect(twins([mother, daughter])).toEqual([]);
	expect(
		twins([mother, daughter, again]).map(({ person, of, certain }) => [person.id, of.id, certain])
	).toEqual([['c', 'a', true]]);
	expect(twins([mother, { ...again, distinctFrom: ['a'] }])).toEqual([]);
});

test('the public part of a person holds names, commune, state and half-days, and no more', () => {
	const shown = Object.keys(publicPart(aParticipant())).sort();
	expect(shown).toEqual([
		'absences',
		'chosenName',
		'commune',
		'firstName',
		'id',
		'lastName',
		'postcode',
		'state'
	]);
	expect(isPrivate('statuses') && isPrivate('phone') && isPrivate('emergencyPhone')).toBe(true);
});

describe('reminders', () => {
	const rally = aRally();
	const occasion = rallyOccasion(rally)!;
	const texts = (person: object, days: 7 | 2 | 1) =>
		reminders([aParticipant({ firstName: 'Ana', ...person })], occasion, days, { rally, sender: 'MIFE' })[0]!;

	test('say the day, the hour, the place and whom to call, and nothing of the person', () => {
		const { text } = texts({ statuses: ['rsa', 'disabled'], needs: ['wheelchair'], diploma: 'none' }, 7);
		expect(text.replace(/\s/gu, ' ')).toBe(
			'Bonjour Ana, nous vous attendons mardi 8 juin à 8 h 30 pour le rallye pour l’emploi, Maison des services, 1 place de la Mairie, 74300 Thyez. Un empêchement ? 06 00 00 00 00. MIFE'
		);
		expect(texts({}, 1).text).toContain('demain à 8');
		expect(sendOn(occasion, 7)).toBe('2027-06-01');
	});

	test('whoever joins a rally under way is told their own first half-day', () => {
		const late = { absences: ['2027-06-08:morning', '2027-06-08:afternoon'] };
		expect(texts(late, 1).text).toContain('mercredi 9 juin à 8');
		expect(texts({ absences: ['2027-06-08:morning'] }, 2).text).toContain('mardi 8 juin à 12');
	});

	test('no status ever changes a text, and everybody is in one way of being reached', () => {
		fc.assert(
			fc.property(
				fc.subarray(Object.keys(statuses) as Status[]),
				fc.boolean(),
				fc.boolean(),
				(said, phone, mail) => {
					const contact = { phone: phone ? '06 00 00 00 09' : '', email: mail ? 'ana@exemple.fr' : '' };
					const one = texts({ id: 'x', statuses: said, ...contact }, 2);
					expect(one.text).toBe(texts({ id: 'x', statuses: [] }, 2).text);
					expect(one.by).toBe(phone ? 'phone' : mail ? 'email' : 'nothing');
				}
			)
		);
	});

	test('a session has its own day and place', () => {
		const session = { id: 's', date: addDays('2027-06-08', -21), start: 600, place: 'Salle 2', address: '' };
		const [one] = reminders([aParticipant()], sessionOccasion(session), 2, { rally, sender: '' });
		expect(one!.text).toContain('mardi 18 mai');
		expect(one!.text).toContain('Salle 2');
	});
});
