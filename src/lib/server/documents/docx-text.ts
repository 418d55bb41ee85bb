/** Texts in Word files. */
import { TextRun } from 'docx';

/** The lines of a text. */
export function runs(text: string, run: { bold?: boolean; color?: string } = {}): TextRun[] {
	return text.split('\n').map((line, index) => new TextRun({ ...run, text: line, ...(index > 0 && { break: 1 }) }));
}
