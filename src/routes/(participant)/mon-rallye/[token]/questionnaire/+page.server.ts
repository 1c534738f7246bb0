import { ownQuestionnaire } from '$lib/server/own-questionnaire';
import type { Actions, PageServerLoad } from './$types';

const { load: read, answer } = ownQuestionnaire('participant');

export const load: PageServerLoad = read;

export const actions: Actions = { default: answer };
