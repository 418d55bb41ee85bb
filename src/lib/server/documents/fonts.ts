/** The fonts of documents, from their own files: machines differ in theirs. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { FONT } from '#lib/domain/document/chart-look.ts';

const FOLDER = '@expo-google-fonts/fira-sans';
const FILES = ['400Regular/FiraSans_400Regular.ttf', '600SemiBold/FiraSans_600SemiBold.ttf'];

const require = createRequire(import.meta.url);

/** Where the files lie; for programs that want a path. */
export const fontFiles = (): string[] => FILES.map((file) => require.resolve(`${FOLDER}/${file}`));

export const readFonts = (): Buffer[] => fontFiles().map((file) => readFileSync(file));

/** The product's own, then what Typst brings along for letters that it lacks: Hebrew, Arabic, signs. */
export const FAMILIES = [
	FONT,
	'Libertinus Serif',
	'New Computer Modern',
	'DejaVu Sans Mono',
	'New Computer Modern Math'
];
