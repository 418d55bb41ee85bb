import { keepsBar, type Figure, type Section } from './figure.ts';

export interface Measured {
	section: Section;
	figures: Figure[];
}

const number = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3, maximumFractionDigits: 2 });

function describeBar({ bar, unit }: Figure): string {
	if (!bar) return '';
	const sign = bar.better === 'higher' ? '≥' : '≤';
	const stretch = bar.stretch === undefined ? '' : ` (${sign} ${number.format(bar.stretch)})`;
	return `${sign} ${number.format(bar.limit)}${stretch} ${unit}`;
}

function mark(figure: Figure): string {
	const kept = keepsBar(figure);
	return kept === undefined ? '' : kept ? 'kept' : '**missed**';
}

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;

/** One figure on one line, for the screen. */
export function describeFigure(figure: Figure): string {
	const parts = [describeBar(figure), mark(figure), figure.beside ?? ''].filter(Boolean);
	return `  ${figure.what}: ${number.format(figure.value)} ${figure.unit}${parts.length > 0 ? `   [${parts.join('; ')}]` : ''}`;
}

function describeSection({ section, figures }: Measured): string[] {
	const rows = figures.map((figure) =>
		row([
			figure.what,
			`${number.format(figure.value)} ${figure.unit}`,
			describeBar(figure),
			mark(figure),
			figure.beside ?? ''
		])
	);
	return [
		`## ${section.title}`,
		'',
		section.method,
		'',
		row(['what', 'measured', 'bar (stretch)', '', 'beside it']),
		row(['---', '---', '---', '---', '---']),
		...rows,
		''
	];
}

/** The whole run as Markdown. */
export function describeRun(date: string, machine: readonly string[], measured: readonly Measured[]): string {
	return [
		'# Measured by `npm run bench`',
		'',
		`On ${date}. ${machine.join('; ')}. Ratios hold elsewhere, absolute times are for orientation. Server and clients share the machine.`,
		'',
		...measured.flatMap(describeSection)
	].join('\n');
}
