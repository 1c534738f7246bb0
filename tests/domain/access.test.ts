import { describe, expect, test } from 'vitest';
import {
	isRole,
	may,
	organizationWith,
	rightsOf,
	roles,
	type Actor,
	type Right,
	type Role
} from '$lib/domain/access';

const rights: Right[] = [
	'rally:read',
	'rally:write',
	'organization:read',
	'organization:manage',
	'federation:read',
	'federation:write'
];

const actor = (...memberships: [string, Role, Actor['memberships'][number]['network']?][]): Actor => ({
	userId: 'u',
	name: 'Claire',
	email: 'claire@exemple.fr',
	memberships: memberships.map(([organizationId, role, network = 'mife']) => ({
		organizationId,
		organizationName: organizationId,
		network,
		role
	}))
});
const held = (who: Actor | null, organizationId?: string) =>
	rights.filter((right) => may(who, right, organizationId));

describe('what each role may do', () => {
	test.each([
		['administrator', ['rally:read', 'rally:write', 'organization:read', 'organization:manage']],
		['organizer', ['rally:read', 'rally:write', 'organization:read']],
		['reader', ['rally:read', 'organization:read']]
	] as const)('%s', (role, expected) => {
		expect(held(actor(['a', role]), 'a')).toEqual(expected);
	});

	test.each(Object.keys(roles) as Role[])('a %s of the federation opens no rally', (role) => {
		const who = actor(['f', role, 'federation']);
		expect(held(who).filter((right) => right.startsWith('rally:'))).toEqual([]);
		expect(may(who, 'federation:read')).toBe(true);
		expect(may(who, 'federation:write')).toBe(role !== 'reader');
		expect(organizationWith(who, 'federation:write')).toBe(role === 'reader' ? null : 'f');
		expect(may(who, 'organization:manage', 'f')).toBe(role === 'administrator');
	});
});

test('nobody may do anything', () => expect(held(null)).toEqual([]));

test('somebody without an organisation may do nothing', () => expect(held(actor())).toEqual([]));

test('a right in one organisation gives none in another', () => {
	const who = actor(['a', 'administrator'], ['b', 'reader']);
	expect(held(who, 'b')).toEqual(rightsOf('reader'));
	expect(held(who, 'c')).toEqual([]);
	expect(held(who, '')).toEqual([]);
});

test('without an organisation the question is « somewhere »', () => {
	expect(may(actor(['a', 'reader'], ['b', 'organizer']), 'rally:write')).toBe(true);
	expect(may(actor(['a', 'reader']), 'rally:write')).toBe(false);
});

test('a role is one of ours, and nothing that objects inherit', () => {
	expect(isRole('reader')).toBe(true);
	expect(['owner', '', 'toString', '__proto__'].some(isRole)).toBe(false);
});
