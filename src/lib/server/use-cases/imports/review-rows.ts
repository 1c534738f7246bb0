import { columnOf, columnsOf } from '$lib/domain/import/columns';
import type { Column, Context, ImportKind, Typed } from '$lib/domain/import/column';
import { identityOf, Known, type Identity } from '$lib/domain/import/identity';
import { causeInWords } from '$lib/domain/import/mangled';
import type { Decision, FieldChange, RowFault, RowReview, RowStatus, Twin } from '$lib/domain/import/review';
import type { Rally } from '$lib/domain/rally';
import { inWords, same } from '$lib/domain/records';
import type { AnyRecord } from '../../db/repositories/records';
import type { ChosenColumns } from '../../db/schema/imports';
import { importing, typedOf } from './importing';

export interface RowToReview {
	line: number;
	cells: readonly string[];
	decision: Decision | null;
}

export interface Reviewed {
	status: RowStatus;
	review: Omit<RowReview, 'status'>;
	/** What would be saved; null when the row may not be imported as it is. */
	values: Record<string, unknown> | null;
	/** The record to update; null to create one. */
	record: AnyRecord | null;
}

interface Filled {
	typed: Typed;
	faults: RowFault[];
	/** Fields that the file says something about. */
	touched: Set<string>;
}

/** Looks at rows one after the other: each is held against the rally and against the lines before it. */
export class Reviewer {
	readonly #kind: ImportKind;
	readonly #rally: Rally;
	readonly #chosen: ChosenColumns;
	readonly #context: Context;
	/** Columns of the file in the order in which they fill a form, with their place in the file. */
	readonly #columns: { column: Column; at: number[] }[];
	readonly #fields: string[];
	readonly #records = new Known<AnyRecord>();
	readonly #lines = new Known<{ line: number; name: string }>();
	readonly #takenBy = new Map<string, { line: number; name: string }>();

	constructor(
		kind: ImportKind,
		rally: Rally,
		chosen: ChosenColumns,
		records: readonly AnyRecord[],
		companies: Context['companies']
	) {
		this.#kind = kind;
		this.#rally = rally;
		this.#chosen = chosen;
		this.#context = { date: rally.programme[0]?.date ?? '2100-01-01', companies };
		this.#columns = columnsOf[kind].flatMap((column) => {
			const at = chosen.keys.flatMap((key, i) => (key === column.key ? [i] : []));
			return at.length > 0 ? [{ column, at }] : [];
		});
		this.#fields = Object.keys(importing[kind].form.shape);
		for (const record of records) this.#records.add(record, identityOf[kind](record));
	}

	review({ line, cells, decision }: RowToReview): Reviewed {
		const { blank, name: nameOf } = importing[this.#kind];
		const fresh = this.#fill(cells, blank(), true);
		const identity = identityOf[this.#kind](fresh.typed);
		const name = nameOf(fresh.typed) || `Ligne ${line}`;
		const match = this.#records.find(identity);
		const twin = this.#twinOf(identity, match?.certain ? match.of : null) ?? (match && !match.certain ? recordTwin(match.of, nameOf) : null); // prettier-ignore
		const record =
			match && (match.certain || decision === 'update') && decision !== 'create' ? match.of : null;
		this.#lines.add({ line, name }, identity);
		if (record && !this.#takenBy.has(record.id)) this.#takenBy.set(record.id, { line, name });

		const filled = record ? this.#fill(cells, typedOf(record, this.#fields), false) : fresh;
		const { values, faults } = this.#read(filled, record, cells);
		const answer = (status: RowStatus, changes: FieldChange[] = []): Reviewed => ({
			status,
			review: { name, faults, twin, changes },
			values: status === 'create' || status === 'update' ? values : null,
			record
		});
		if (decision === 'skip') return answer('skipped');
		if (faults.length > 0 || !values) return answer('error');
		if (twin && !(decision === 'create' || (decision === 'update' && record))) return answer('duplicate');
		if (!record) return answer('create');
		const changes = this.#changes(record, values);
		return changes.length === 0 ? answer('same') : answer('update', changes);
	}

	/** An earlier line of the file that is the same, or is taken for the same record. */
	#twinOf(identity: Identity, record: AnyRecord | null): Twin | null {
		const earlier = this.#lines.find(identity)?.of ?? (record && this.#takenBy.get(record.id)) ?? null;
		return earlier && { kind: 'line', ...earlier };
	}

	/** Writes the cells over a form; `fresh` is a new record, which also takes what was chosen for lack of better. */
	#fill(cells: readonly string[], base: Typed, fresh: boolean): Filled {
		const typed = { ...base };
		const faults: RowFault[] = [];
		const touched = new Set<string>();
		const before = { ...base };
		for (const { column, at } of this.#columns) {
			const place = at.find((i) => cells[i]?.trim());
			if (place === undefined) continue;
			const text = cells[place]!.trim();
			touched.add(column.field);
			const fault = (message: string, repair?: string) =>
				faults.push({ column: place, field: column.field, message, ...(repair ? { repair } : {}) });
			if (text.startsWith('#') && /^#(N\/A|REF!|VALE?UR?E?!|NOM\?|NAME\?|DIV\/0!|NUM!|NULL!)/.test(text)) {
				fault('Le tableur montre ici une erreur de formule.');
				continue;
			}
			const mangled = column.mangled?.(text);
			const problem = column.fill(typed, mangled?.text ?? text, this.#context);
			if (mangled) fault(causeInWords[mangled.cause], mangled.text ?? undefined);
			else if (problem) fault(problem);
		}
		for (const [key, text] of fresh ? Object.entries(this.#chosen.defaults) : []) {
			const column = columnOf(this.#kind, key);
			if (column && text && !touched.has(column.field) && isBlank(typed[column.field], base[column.field]))
				column.fill(typed, text, this.#context);
		}
		for (const field of Object.keys(typed)) if (typed[field] !== before[field]) touched.add(field);
		return { typed, faults, touched };
	}

	/** Reads the form; of a record that exists, only what the file touches may be at fault, or change. */
	#read({ typed, faults, touched }: Filled, record: AnyRecord | null, cells: readonly string[]) {
		const { form, faults: beyond } = importing[this.#kind];
		const all = [...faults];
		const told = new Set(faults.map(({ field }) => field));
		const add = (field: string, message: string) => {
			if (told.has(field) || (record && !touched.has(field))) return;
			told.add(field);
			all.push({ column: this.#placeOf(field, cells), field, message });
		};
		const read = form.safeParse(typed);
		if (!read.success) {
			for (const { path, message } of read.error.issues) add(String(path[0] ?? ''), message);
			if (!record || all.length > 0) return { values: null, faults: all };
		}
		const values: Record<string, unknown> = record
			? { ...Object.fromEntries(this.#fields.map((field) => [field, record[field] ?? null])), ...this.#touchedValues(typed, touched) } // prettier-ignore
			: { ...(read.data as Record<string, unknown>) };
		for (const { field, message } of beyond(this.#rally, values)) add(field, message);
		return { values: all.length > 0 ? null : values, faults: all };
	}

	#touchedValues(typed: Typed, touched: ReadonlySet<string>) {
		const { shape } = importing[this.#kind].form;
		return Object.fromEntries(
			[...touched]
				.filter((field) => shape[field])
				.map((field) => [field, shape[field]!.safeParse(typed[field]).data])
		);
	}

	/** The column where a fault of that field is to be corrected: one that is filled, else any. */
	#placeOf(field: string, cells: readonly string[]): number | null {
		const places = this.#columns.filter(({ column }) => column.field === field).flatMap(({ at }) => at);
		return places.find((i) => cells[i]?.trim()) ?? places[0] ?? null;
	}

	#changes(record: AnyRecord, values: Record<string, unknown>): FieldChange[] {
		const { fields } = importing[this.#kind];
		const said = (field: string, value: unknown) => {
			const company = field === 'employerCompanyId' && this.#context.companies.find(({ id }) => id === value);
			return company ? company.name : inWords(fields[field], value);
		};
		return this.#fields
			.filter((field) => !same(values[field], record[field]))
			.map((field) => ({
				field,
				before: said(field, record[field]).slice(0, 200),
				after: said(field, values[field]).slice(0, 200)
			}));
	}
}

const isBlank = (value: unknown, base: unknown): boolean =>
	value === undefined || value === '' || value === base;

const recordTwin = (record: AnyRecord, nameOf: (record: AnyRecord) => string): Twin => ({
	kind: 'record',
	id: record.id,
	name: nameOf(record)
});
