/** What is read of a form: a `FormData`, here or in a browser. */
type Fields = { get(name: string): unknown };

/**
 * What a form of a team's page says: `said` holds one or several things as JSON, the fields beside it what was typed.
 * Not checked: whoever receives it does. Null when it cannot be read.
 */
export function saidIn(form: Fields): object[] | null {
	let said: unknown;
	try {
		said = JSON.parse(String(form.get('said') ?? ''));
	} catch {
		return null;
	}
	const all = (Array.isArray(said) ? said : [said]) as unknown[];
	if (all.length === 0 || all.some((one) => typeof one !== 'object' || one === null)) return null;
	const typed = (name: string) => form.get(name);
	return all.map((one) => {
		const line: Record<string, unknown> = { ...(one as object) };
		if (line.kind === 'departed' && typed('aboard') !== null)
			line.aboard = typed('aboard') === '' ? null : Number(typed('aboard'));
		if (line.kind === 'missed') line.why = typed('why') ?? line.why;
		if (line.kind === 'points' && typed('points') !== null) line.points = Number(typed('points'));
		if (line.kind === 'incident') {
			line.incident = typed('incident') ?? line.incident;
			line.text = typed('text') ?? '';
		}
		return line;
	});
}
