import { build, type Plugin, type Rolldown } from 'vite';

const SUFFIX = '?thread';
const PREFIX = '\0thread:';

/**
 * `import url from './worker.ts?thread'` gives a URL for node:worker_threads.
 * The worker is bundled into the URL itself, so dev, tests and the built server run the same code.
 */
export function threads(): Plugin {
	return {
		name: 'threads',
		enforce: 'pre',
		async resolveId(source, importer) {
			if (!source.endsWith(SUFFIX)) return null;
			const file = await this.resolve(source.slice(0, -SUFFIX.length), importer, { skipSelf: true });
			if (!file) throw new Error(`worker not found: ${source}`);
			return PREFIX + file.id;
		},
		async load(id) {
			if (!id.startsWith(PREFIX)) return null;
			const { output } = (await build({
				configFile: false,
				envFile: false,
				logLevel: 'warn',
				ssr: { noExternal: true },
				build: { ssr: id.slice(PREFIX.length), write: false, minify: true, target: 'node20' }
			})) as Rolldown.RolldownOutput;
			const chunks = output.filter((part) => part.type === 'chunk');
			if (chunks.length !== 1) throw new Error(`${id} must bundle to one chunk, got ${chunks.length}`);
			for (const module of chunks[0]!.moduleIds) this.addWatchFile(module);
			const code = Buffer.from(chunks[0]!.code).toString('base64');
			return `export default new URL('data:text/javascript;base64,${code}');`;
		}
	};
}
