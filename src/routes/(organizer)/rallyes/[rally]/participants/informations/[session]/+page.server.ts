import { error, fail, redirect } from '@sveltejs/kit';
import { moves } from '$lib/domain/enrolment/state';
import { attendanceCounts } from '$lib/domain/enrolment/session';
import { sessionFields } from '$lib/domain/fields/session';
import { clock, french, listed, longDate } from '$lib/domain/french';
import { fullName } from '$lib/domain/participant';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { version } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { done, NO_SUCH_RECORD } from '$lib/server/record-actions';
import { answerEditError } from '$lib/server/refusal';
import { saveAttendance } from '$lib/server/use-cases/sessions/save-attendance';
import { saveSession } from '$lib/server/use-cases/sessions/save-session';
import { AttendanceForm, SessionForm } from '$lib/server/use-cases/sessions/session-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const db = await getDb();
	const session = await records(db, 'session').find(locals.rally.id, params.session);
	if (!session) error(404, NO_SUCH_RECORD);
	const people = (await records(db, 'participant').list(locals.rally.id))
		.filter(
			({ id, state }) => session.attendance[id] || ['candidate', 'waiting', 'confirmed'].includes(state)
		)
		.sort((a, b) => french.compare(`${a.lastName} ${a.firstName}`, `${b.lastName} ${b.firstName}`));
	return {
		session,
		counts: attendanceCounts(session.attendance),
		people: people.map((person) => ({
			id: person.id,
			name: fullName(person),
			state: person.state,
			attendance: session.attendance[person.id] ?? null,
			moves: [...moves[person.state]]
		}))
	};
};

export const actions: Actions = {
	save: async (event) => {
		const form = await readForm(event.request, SessionForm.safeExtend({ version: version() }));
		if (!form.ok) return fail(400, form.error);
		const { rally, actor } = event.locals;
		const saved = await saveSession(await getDb(), rally, event.params.session, form.value, actor!);
		if (!saved.ok) return answerEditError(saved.error, form.value, sessionFields);
		const name = `${longDate(form.value.date)} à ${clock(form.value.start)}`;
		return done(event, 'session', 'saved', name, saved.value);
	},
	attendance: async ({ request, params, locals, cookies }) => {
		const form = await readForm(request, AttendanceForm);
		if (!form.ok) error(400, 'Cette liste n’a pas pu être lue. Revenez en arrière et recommencez.');
		const { rally, actor } = locals;
		const saved = await saveAttendance(await getDb(), rally, params.session, form.value.lines, actor!);
		if (!saved.ok) error(404, NO_SUCH_RECORD);
		const { change, kept } = saved.value;
		const others = kept.length > 0 ? ` Quelqu’un a changé entre-temps la ligne de ${listed(kept)} : elle reste comme il l’a mise.` : ''; // prettier-ignore
		flash(cookies, {
			message: `${change ? 'Les présences sont enregistrées.' : 'Rien n’a changé.'}${others}`,
			...(change && { undo: change.change })
		});
		redirect(303, `/rallyes/${rally.id}/participants/informations/${params.session}`);
	}
};
