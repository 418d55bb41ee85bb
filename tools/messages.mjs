// Compiles the texts of src/lib/messages to functions, as the build does.
import { compile } from '@inlang/paraglide-js';

/** @type {import('@inlang/paraglide-js').CompilerOptions} */
export const MESSAGES = {
	project: './project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['cookie', 'baseLocale'],
	cookieName: 'language',
	isServer: "import.meta.env?.SSR ?? typeof window === 'undefined'"
};

if (import.meta.main) await compile(MESSAGES);
