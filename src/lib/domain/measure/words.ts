import { missingWords, type Measured } from '../figures/measured';
import { typeset } from '../french';
import type { Rated } from './scores';

const tenth = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** « 3,4 », « +0,8 », « non évalué ». */
export const scoreWords = (value: Measured, signed = false): string =>
	value.is === 'value'
		? `${signed && value.value > 0 ? '+' : ''}${tenth.format(value.value).replace('-', '−')}`
		: missingWords[value.is].long;

/** « 9 réponses sur 16 (56 %) », never a percentage alone. */
export const rateWords = ({ answered, asked, rate }: Rated, one = 'réponse', many = `${one}s`): string =>
	typeset(
		`${answered} ${answered > 1 ? many : one} sur ${asked}${rate === null ? '' : ` (${Math.round(rate * 100)} %)`}`
	);
