/** A document as PDF/UA-1: tagged, titled, in its language. Content goes to Typst as data, never as markup. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block, Document } from '#lib/domain/document/document.ts';
import { chartSvg } from '#lib/domain/document/chart-svg.ts';
import { PLAIN_LOOK, type Look } from '#lib/domain/document/look.ts';
import { mapTexts, plainText } from '#lib/domain/document/plain-text.ts';
import type { Locale } from '#lib/domain/instrument/instrument.ts';
import { FAMILIES, readFonts } from './fonts.ts';
import { withRowHeaders } from './row-headers.ts';
import { loadTypst } from './typst.ts';

const REGIONS = { de: 'DE', en: 'GB' } as const;
/** of a coat of arms, in points */
const LOGO = { width: 165, height: 55 };
/** characters of a name that fit in a line with the title */
const LONGEST_NAME = 60;
/** Stands where no font has the letter; a file with gaps would not be accessible. */
const UNKNOWN_SIGN = '□';
/** Every attempt names all letters that it lacks; the second could only find what stands in their place. */
const ATTEMPTS = 3;

/** @param madeAt moment in milliseconds, for the file's own records @throws where the platform has no Typst */
export function pdfFile(document: Document, madeAt: number, look: Look = PLAIN_LOOK): Uint8Array<ArrayBuffer> {
	const { NodeCompiler } = loadTypst();
	// A folder that does not exist: there is nothing that the document could read.
	const workspace = join(import.meta.dirname, 'nothing');
	const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: readFonts() }] });
	const template = readFileSync(join(import.meta.dirname, 'document.typ'), 'utf8');
	let content = { ...contentOf(document), ...lookOf(look) };
	for (let attempt = 1; ; attempt++) {
		try {
			const source = { mainFileContent: template, inputs: { document: JSON.stringify(content) } };
			const pdf = compiler.pdf(source, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(madeAt / 1000) });
			return withRowHeaders(pdf);
		} catch (error) {
			const unknown = lettersIn(String(error));
			if (attempt === ATTEMPTS || unknown.size === 0) throw error;
			content = mapTexts(content, (text) => [...text].map((one) => (unknown.has(one) ? UNKNOWN_SIGN : one)).join(''));
		}
	}
}

function contentOf(document: Document) {
	const { language, municipality, words, sha256, ...told } = mapTexts(document, plainText);
	const short = municipality.length > LONGEST_NAME ? `${municipality.slice(0, LONGEST_NAME - 1)}…` : municipality;
	return {
		...told,
		municipality,
		words,
		lang: language,
		region: REGIONS[language],
		fonts: FAMILIES,
		author: 'Standort 2030',
		kicker: `Standort 2030 · ${told.date}`,
		short,
		footer: `${told.version} · ${words.sha256} ${sha256.slice(0, 12)}…`,
		blocks: told.blocks.map((block) => blockOf(block, language))
	};
}

/** Nothing where the municipality has set none. */
function lookOf({ accent, logo }: Look) {
	const scale = logo && Math.min(LOGO.width / logo.width, LOGO.height / logo.height);
	return {
		...(accent !== PLAIN_LOOK.accent && { accent }),
		...(logo && scale && { logo: { png: [...logo.png], width: logo.width * scale } })
	};
}

function blockOf(block: Block, language: Locale) {
	if (block.kind !== 'chart') return block;
	const { kind, caption, alternative, chart } = block;
	return { kind, caption, alternative, ...chartSvg(chart, language) };
}

/** The letters that Typst says it has no font for. */
function lettersIn(message: string): Set<string> {
	const texts = message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu);
	const letters = [...texts].flatMap(([, text = '']) => [
		...text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
	]);
	return new Set(letters.filter((letter) => letter !== '\\'));
}
