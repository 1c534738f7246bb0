declare module '*?thread' {
	/** A `data:` URL holding the bundled worker. */
	const bundled: URL;
	export default bundled;
}
