/** Typst, which sets PDF files: a native part for some platforms, loaded directly (decision 0028). */
import { createRequire } from 'node:module';

/** What is used of it. */
interface Compiler {
	pdf(
		source: { mainFileContent: string; inputs: Record<string, string> },
		options: { pdfStandard: string; creationTimestamp: number }
	): Buffer;
}

interface Typst {
	NodeCompiler: { create(options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): Compiler };
}

const PACKAGES = ['gnu', 'musl'].map((libc) => `@myriaddreamin/typst-ts-node-compiler-linux-x64-${libc}`);

const require = createRequire(import.meta.url);

/** Whether this platform has it; nothing is loaded yet. */
export function mayMakePdf(): boolean {
	return process.platform === 'linux' && process.arch === 'x64' && PACKAGES.some(isInstalled);
}

/** @throws where the platform has none */
export function loadTypst(): Typst {
	for (const name of PACKAGES.filter(isInstalled)) {
		try {
			return require(name) as Typst;
		} catch {
			// The other C library's build is installed as well, and does not load here.
		}
	}
	throw new Error('Typst is not available on this platform');
}

function isInstalled(name: string): boolean {
	try {
		require.resolve(name);
		return true;
	} catch {
		return false;
	}
}
