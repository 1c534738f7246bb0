import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { may } from '$lib/domain/access';
import { wallClock } from '$lib/domain/clock';
import { NOT_FOUND } from '$lib/server/auth/gate';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { createMemberResetLink } from '$lib/server/use-cases/accounts/ask-reset';
import {
	ChangeRole,
	changeRole,
	OneMember,
	removeMember
} from '$lib/server/use-cases/accounts/change-members';
import { InviteMember, inviteMember } from '$lib/server/use-cases/accounts/invite-member';
import { readOrganization } from '$lib/server/use-cases/accounts/read-organization';
import { revokeInvitation } from '$lib/server/use-cases/accounts/revoke-invitation';
import { SaveOrganization, saveOrganization } from '$lib/server/use-cases/accounts/save-organization';
import { noticesOf } from '$lib/server/use-cases/retention/look-after';
import { readStanding } from '$lib/server/use-cases/network/standing';
import { said } from './said';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const organization = await readOrganization(await getDb(), params.organization);
	if (!organization) error(404, NOT_FOUND);
	// What the network decided of it, and when it came; the federation itself has none of it.
	const today = wallClock(new Date()).date;
	const standing = await readStanding(await getDb(), params.organization, today);
	const canManage = may(locals.actor, 'organization:manage', organization.id);
	return {
		organization,
		standing: standing && { right: standing.right, meetings: standing.meetings },
		myId: locals.actor!.userId,
		canManage,
		notices: canManage ? await noticesOf(await getDb(), organization.id, new Date()) : []
	};
};

export const actions: Actions = {
	save: async (event) => {
		const form = await readForm(event.request, SaveOrganization);
		if (!form.ok) return fail(400, { about: 'save' as const, ...form.error });

		const saved = await saveOrganization(await getDb(), event.params.organization, form.value);
		if (!saved.ok)
			return fail(409, {
				about: 'save' as const,
				typed: form.typed,
				problems: { network: [said.notTheFederation] }
			});
		return back(event, said.saved);
	},

	invite: async ({ request, params, locals }) => {
		const form = await readForm(request, InviteMember);
		if (!form.ok) return fail(400, { about: 'invite' as const, ...form.error });

		const invited = await inviteMember(await getDb(), params.organization, locals.actor!, form.value);
		if (invited.ok) return { about: 'invited' as const, ...invited.value };
		if (invited.error.code === 'not-found') error(404, NOT_FOUND);
		return fail(409, {
			about: 'invite' as const,
			typed: form.typed,
			problems: { email: [said.alreadyMember] }
		});
	},

	revoke: async (event) => {
		const form = await readForm(event.request, z.object({ id: z.string().max(64) }));
		if (!form.ok) error(404, NOT_FOUND);
		const revoked = await revokeInvitation(await getDb(), event.params.organization, form.value.id);
		return revoked.ok ? back(event, said.revoked) : refuse(said.tooLateToRevoke);
	},

	role: async (event) => {
		const form = await readForm(event.request, ChangeRole);
		if (!form.ok) error(404, NOT_FOUND);
		const changed = await changeRole(await getDb(), event.params.organization, form.value);
		if (!changed.ok) return refuse(said.refused(changed.error));
		return back(event, said.roleChanged(changed.value.name, form.value.role));
	},

	remove: async (event) => {
		const form = await readForm(event.request, OneMember);
		if (!form.ok) error(404, NOT_FOUND);
		const removed = await removeMember(await getDb(), event.params.organization, form.value.userId);
		if (!removed.ok) return refuse(said.refused(removed.error));
		return back(event, said.removed(removed.value.name), removed.value.userId === event.locals.actor!.userId);
	},

	reset: async (event) => {
		const form = await readForm(event.request, OneMember);
		if (!form.ok) error(404, NOT_FOUND);
		const { params, locals } = event;
		const made = await createMemberResetLink(
			await getDb(),
			params.organization,
			form.value.userId,
			locals.actor!
		);
		return made.ok ? { about: 'reset' as const, ...made.value } : refuse(said.refused(made.error));
	}
};

const refuse = (message: string) => fail(409, { about: 'refused' as const, message });

/** To the same page with a message; the front page for whoever has just left the organisation. */
function back(
	{ cookies, params }: Pick<RequestEvent<{ organization: string }>, 'cookies' | 'params'>,
	message: string,
	left = false
): never {
	flash(cookies, { message });
	redirect(303, left ? '/' : `/organisation/${params.organization}`);
}
