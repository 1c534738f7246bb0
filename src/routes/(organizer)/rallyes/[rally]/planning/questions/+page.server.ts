import { error } from '@sveltejs/kit';
import { clockInput } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { log } from '$lib/server/log';
import { askLosses, askWhyNot, planToAskAbout, type Asked } from '$lib/server/use-cases/planning/ask-planner';
import { askStarts } from '$lib/server/use-cases/planning/ask-starts';
import { visitedDays } from '$lib/server/use-cases/planning/problem-of-rally';
import { readQuestion, type Question } from './question';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, isDataRequest }) => {
	const version = Number(url.searchParams.get('version')) || null;
	const asked = await planToAskAbout(await getDb(), locals.rally, version);
	if (version !== null && !asked)
		error(404, 'Cette version du planning n’existe pas, ou n’est plus celle de ces jours.');
	if (!asked) return { about: null, question: null, answer: null };
	const { dossier, plan, problem } = asked;
	const about = {
		version: plan.number,
		teams: plan.teams.map(({ letter }) => letter),
		companies: problem.companies
			.flatMap(({ id }) => dossier.companies.filter((company) => company.id === id))
			.map(({ id, name }) => ({ id, name })),
		days: visitedDays(dossier).map(({ date }) => date),
		hours: [...new Set(problem.companies.flatMap(({ starts }) => starts.map(([, start]) => start)))]
			.sort((a, b) => a - b)
			.map(clockInput)
	};
	const question = readQuestion(url.searchParams, about);
	const answer = question && 'fault' in question ? null : question && safely(answerTo(asked, question));
	// Without scripts nothing comes after the page: it waits for its answer.
	return { about, question, answer: isDataRequest ? answer : answer && Promise.resolve(await answer) };
};

async function answerTo(asked: Asked, question: Question) {
	switch (question.kind) {
		case 'visite':
			return { kind: question.kind, ...(await askWhyNot(asked, question)) };
		case 'creneaux':
			return { kind: question.kind, ...(await askStarts(await getDb(), asked)) };
		case 'pertes':
			return { kind: question.kind, rows: await askLosses(asked) };
	}
}

async function safely<T>(answer: Promise<T>): Promise<T | { kind: 'panne' }> {
	try {
		return await answer;
	} catch (problem) {
		log.error({ err: problem }, 'a question to the planner failed');
		return { kind: 'panne' };
	}
}
