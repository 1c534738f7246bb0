export const SAID = {
	added: (name: string) => `${name} est dans les personnes à joindre.`,
	saved: (name: string) => `${name} est à jour.`,
	removed: (name: string) => `${name} n’est plus dans les personnes à joindre.`,
	main: (name: string) => `${name} est maintenant le contact principal, celui des documents.`
};
