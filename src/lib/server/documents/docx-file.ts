/** A document as a Word file (DOCX) that goes on to be edited. Call it in a worker: charts take a while. */
import { AlignmentType, Document, Footer, Header, ImageRun, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Logo, Look } from '#lib/domain/document/look.ts';
import { mapTexts, readableText } from '#lib/domain/document/plain-text.ts';
import type { WordDocument } from '#lib/domain/document/word-document.ts';
import { wordBlocks } from './docx-blocks.ts';
import { numbering, PAGE, STYLE, stylesOf } from './docx-look.ts';
import { runs } from './docx-text.ts';

/** of a coat of arms, in CSS pixels */
const LOGO = { width: 220, height: 70 };
const SHORT_SHA = 12;
/** characters of a name that fit in a line with the title */
const LONGEST_NAME = 60;

/** @returns the file's bytes */
export async function docxFile(told: WordDocument, look: Look): Promise<Buffer> {
	const document = mapTexts(told, readableText);
	const { language, title, subtitle, municipality } = document;
	const file = new Document({
		title: [title, municipality].filter(Boolean).join(' – '),
		subject: subtitle,
		creator: 'Standort 2030',
		styles: stylesOf(language, look.accent),
		numbering,
		sections: [
			{
				properties: {
					titlePage: true,
					page: {
						size: { width: PAGE.width, height: PAGE.height },
						margin: { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.margin, right: PAGE.margin }
					}
				},
				headers: { default: headerOf(document), first: new Header({ children: [new Paragraph({})] }) },
				footers: { default: footerOf(document), first: footerOf(document) },
				children: [...headOf(document, look), ...(await wordBlocks(document, look))]
			}
		]
	});
	return Packer.toBuffer(file);
}

/** What stands above the text of the first page; in the text, since nobody is read a header. */
function headOf({ title, subtitle, municipality, sender, date }: WordDocument, { logo }: Look): Paragraph[] {
	const sent = [sender, date].filter(Boolean).join(' · ');
	return [
		...(logo ? [logoOf(logo, municipality)] : []),
		...(municipality ? [new Paragraph({ style: STYLE.strong, children: runs(municipality) })] : []),
		...(sent ? [new Paragraph({ style: STYLE.sender, children: runs(sent) })] : []),
		new Paragraph({ style: 'Title', children: runs(title) }),
		...(subtitle ? [new Paragraph({ style: STYLE.subtitle, children: runs(subtitle) })] : [])
	];
}

function logoOf({ png, width, height }: Logo, municipality: string): Paragraph {
	const scale = Math.min(LOGO.width / width, LOGO.height / height);
	return new Paragraph({
		alignment: AlignmentType.RIGHT,
		children: [
			new ImageRun({
				type: 'png',
				data: png,
				transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
				altText: { name: 'Logo', title: municipality, description: municipality }
			})
		]
	});
}

function headerOf({ title, municipality }: WordDocument): Header {
	const short = municipality.length > LONGEST_NAME ? `${municipality.slice(0, LONGEST_NAME - 1)}…` : municipality;
	return new Header({
		children: [new Paragraph({ style: STYLE.small, children: runs([short, title].filter(Boolean).join(' · ')) })]
	});
}

function footerOf({ version, sha256, words }: WordDocument): Footer {
	const data = sha256 ? ` · ${words.sha256} ${sha256.slice(0, SHORT_SHA)}…` : '';
	return new Footer({
		children: [
			new Paragraph({
				style: STYLE.small,
				children: runs(`${version}${data}`)
			}),
			new Paragraph({
				style: STYLE.small,
				alignment: AlignmentType.RIGHT,
				children: [
					new TextRun({ children: [`${words.page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES] })
				]
			})
		]
	});
}
