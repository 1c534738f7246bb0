/** Team colours, each at least 4.5:1 on white; always shown with the letter, never alone. */
const COLOURS = [
	'#0b5cad',
	'#b3261e',
	'#1b7f3b',
	'#7a3ea1',
	'#a35200',
	'#00707f',
	'#9c2a63',
	'#5c6100',
	'#3f4a9c',
	'#6b4a35'
];
const DASHES = ['', '10 6', '2 6', '12 4 2 4'];

/** 0 → « A », 25 → « Z », 26 → « AA ». */
export function teamLetter(index: number): string {
	const letter = String.fromCharCode(65 + (index % 26));
	return index < 26 ? letter : teamLetter(Math.floor(index / 26) - 1) + letter;
}

/** « A » → 0, the inverse of `teamLetter`. */
export const teamIndex = (letter: string): number =>
	[...letter].reduce((total, char) => total * 26 + char.charCodeAt(0) - 64, 0) - 1;

export const teamColour = (letter: string): string => COLOURS[teamIndex(letter) % COLOURS.length]!;

/** SVG dash pattern, so that two teams of the same colour are told apart. */
export const teamDash = (letter: string): string =>
	DASHES[Math.floor(teamIndex(letter) / COLOURS.length) % DASHES.length]!;
