import { getContext, setContext } from 'svelte';

/** What a form shows: what was typed or saved, one list of messages per field, notes of a merge. */
export interface FormState {
	/** Nested as the field names say: `slots.0.from` reads `values.slots[0].from`. */
	values: Record<string, unknown>;
	problems: Record<string, string[] | undefined>;
	/** « Claire a écrit : … », beside a field that two people changed. */
	notices?: Record<string, string | undefined>;
	/** Tells the fields of several forms of one page apart. */
	prefix?: string | undefined;
	/** What each field is called, unless the page says otherwise. */
	labels?: Readonly<Record<string, { label: string }>>;
}

/** Whether the form may be changed, and whether it is being sent: what its buttons read. */
export interface FormMode {
	readonly: boolean;
	sending: boolean;
}
export const FORM_MODE = Symbol('form-mode');
/** Whether the form around is only to be read. */
export const readingOnly = () => {
	const mode = getContext<(() => FormMode) | undefined>(FORM_MODE);
	return () => mode?.().readonly ?? false;
};

const KEY = Symbol('form');

/** Fields read the form they stand in; the getter keeps them up to date after a failed submission. */
export const provideForm = (state: () => FormState) => setContext(KEY, state);

export function formField(name: () => string) {
	const state = getContext<(() => FormState) | undefined>(KEY);
	return {
		get id() {
			return fieldId(name(), state?.().prefix);
		},
		get label() {
			return state?.().labels?.[name()]?.label ?? name();
		},
		get value() {
			return valueAt(state?.().values ?? {}, name());
		},
		get problem() {
			return state?.().problems[name()]?.join(' ');
		},
		get notice() {
			return state?.().notices?.[name()];
		}
	};
}

/** The id of a field's control, from its name and its form's prefix. */
export const fieldId = (name: string, prefix = '') =>
	`champ-${prefix && `${prefix}-`}${name.replaceAll('.', '-')}`;

/** `valueAt({ slots: [{ from: '09:00' }] }, 'slots.0.from')` → '09:00'. */
export const valueAt = (values: Record<string, unknown>, name: string): unknown =>
	name
		.split('.')
		.reduce<unknown>((inside, key) => (inside as Record<string, unknown> | undefined)?.[key], values);

export const textOf = (value: unknown): string =>
	value === null || value === undefined ? '' : String(value);

export const listOf = (value: unknown): string[] =>
	Array.isArray(value) ? value.map(String) : value ? [String(value)] : [];
