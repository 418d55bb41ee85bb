/** A YAML file whose every value knows its line, so that a problem can be shown where it stands. */
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import type { Problem } from '#lib/domain/instrument/rules.ts';
import type { Text } from '#lib/domain/instrument/instrument.ts';

export interface YamlFile {
	name: string;
	text: string;
	/** undefined where the text is no YAML */
	data: unknown;
	document: Document;
	lines: LineCounter;
	/** what keeps the text from being read */
	problems: LocatedProblem[];
}

export interface LocatedProblem extends Problem {
	file: string;
	/** counted from 1 */
	line: number;
}

export function readYaml(name: string, bytes: Uint8Array): YamlFile {
	const lines = new LineCounter();
	const { text, problem } = decode(name, bytes);
	const document = parseDocument(text, { lineCounter: lines });
	// After one slip a parser loses its way: what it says about later lines would only mislead.
	const [error] = document.errors;
	const problems = problem ? [problem] : error ? [syntaxProblem(name, error, lines)] : [];
	return { name, text, document, lines, problems, data: problems.length ? undefined : document.toJS() };
}

/** Line of the entry at a path, or of the nearest one above it where something is missing. */
export function lineOf(file: YamlFile, path: PropertyKey[]): number {
	for (let length = path.length; length > 0; length--) {
		const parent = file.document.getIn(path.slice(0, length - 1), true);
		const last = path[length - 1];
		const node = isMap(parent)
			? parent.items.find(({ key }) => isScalar(key) && key.value === last)?.key
			: file.document.getIn(path.slice(0, length), true);
		if (isNode(node) && node.range) return file.lines.linePos(node.range[0]).line;
	}
	return 1;
}

function decode(name: string, bytes: Uint8Array): { text: string; problem?: LocatedProblem } {
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
	} catch {
		const text = new TextDecoder('utf-8').decode(bytes);
		const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
		const reason = {
			de: 'Die Datei ist nicht in UTF-8 gespeichert. Bitte im Editor als UTF-8 speichern.',
			en: 'The file is not saved as UTF-8. Please save it as UTF-8 in your editor.'
		};
		return { text, problem: { file: name, line, rule: 'yaml', path: [], reason } };
	}
}

/** The slips that happen when texts are edited by hand; anything else shows the parser's own words. */
const SYNTAX: Partial<Record<YAMLError['code'], Text>> = {
	DUPLICATE_KEY: {
		de: 'Dieser Eintrag steht hier zweimal. Bitte einen davon löschen.',
		en: 'This entry stands here twice. Please delete one of them.'
	},
	TAB_AS_INDENT: {
		de: 'Einrückungen bestehen aus Leerzeichen, nicht aus Tabulatoren.',
		en: 'Indentation is made of spaces, not of tabs.'
	},
	BAD_INDENT: {
		de: 'Die Einrückung stimmt nicht mit der Umgebung überein (zwei Leerzeichen je Ebene).',
		en: 'The indentation does not match its surroundings (two spaces for each level).'
	},
	MISSING_CHAR: {
		de: 'Hier fehlt ein Zeichen, meist ein Anführungszeichen, ein Komma oder eine Klammer.',
		en: 'A character is missing here, mostly a quotation mark, a comma or a bracket.'
	}
};

function syntaxProblem(file: string, error: YAMLError, lines: LineCounter): LocatedProblem {
	const words = error.message.split('\n')[0]?.replace(/ at line .*/, '') ?? error.code;
	const reason = SYNTAX[error.code] ?? {
		de: `Der Aufbau der Datei stimmt hier nicht (${words}).`,
		en: `The structure of the file is wrong here (${words}).`
	};
	return { file, line: lines.linePos(error.pos[0]).line, rule: 'yaml', path: [], reason };
}
