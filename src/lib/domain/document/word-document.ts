/** A document to go on with in a word processor or on paper: the blocks of every document, and places to fill in. */
import type { Block, Document } from './document.ts';

export interface WordDocument extends Omit<Document, 'blocks' | 'sha256'> {
	/** absent where no data are told */
	sha256?: string;
	blocks: WordBlock[];
}

export type WordBlock = Block | Fields | Choices | Lines | Signature;

/** What a form asks at its head: what each is called, and what is known of it or a hint at what to fill in. */
export interface Fields {
	kind: 'fields';
	/** names the whole for whoever cannot see it */
	caption: string;
	entries: [name: string, value: string][];
}

/** Of which somebody ticks some, on the screen or on paper. */
export interface Choices {
	kind: 'choices';
	entries: string[];
	/** one after the other in a line, where they are short */
	inline?: boolean;
}

/** Room to write by hand. */
export interface Lines {
	kind: 'lines';
	label: string;
	count: number;
}

/** Room for somebody to sign. */
export interface Signature {
	kind: 'signature';
	who: string;
}

/** The same blocks one level below a heading of the level above them; deeper than three there is none. */
export function below(blocks: readonly Block[]): Block[] {
	return blocks.map((block) => (block.kind === 'heading' ? { ...block, level: block.level === 1 ? 2 : 3 } : block));
}
