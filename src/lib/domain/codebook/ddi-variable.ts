/** One variable of a codebook as DDI-Codebook 2.5. */
import type { CodedValue, Variable, VariableType } from './variable.ts';
import { LOCALES, type Text } from '#lib/domain/instrument/instrument.ts';
import { element, type XmlElement } from '#lib/domain/xml.ts';

/** Decimals of `decimal` (M6). */
const DECIMALS = 1;

const FORMATS: Record<VariableType, Record<string, string>> = {
	text: { type: 'character', schema: 'other' },
	date: { type: 'character', schema: 'ISO', formatname: 'YYYY-MM-DD', category: 'date' },
	whole: { type: 'numeric', schema: 'other' },
	decimal: { type: 'numeric', schema: 'other' }
};

const REPRESENTATIONS: Record<VariableType, string> = {
	text: 'text',
	date: 'datetime',
	whole: 'numeric',
	decimal: 'numeric'
};

/** One element for each language. */
export function inBoth(name: string, text: Text): XmlElement[] {
	return LOCALES.map((locale) => element(name, { 'xml:lang': locale }, text[locale]));
}

export function ddiVariable(
	{ name, label, description, type, unit, range, values, missing, source }: Variable,
	ids: { ID: string | undefined; files: string | undefined }
): XmlElement {
	const attributes = {
		...ids,
		name,
		dcml: type === 'decimal' ? DECIMALS : undefined,
		intrvl: type === 'decimal' ? 'contin' : 'discrete',
		measUnit: unit?.en,
		representationType: values.length > 0 && type !== 'decimal' ? 'code' : REPRESENTATIONS[type]
	};
	return element('var', attributes, [
		...inBoth('labl', label),
		...(range ? [element('valrng', {}, [element('range', { min: range.from, max: range.to ?? undefined })])] : []),
		...(description ? inBoth('txt', description) : []),
		...values.map(category),
		element('derivation', {}, inBoth('drvdesc', withRules(source))),
		element('varFormat', FORMATS[type]),
		...inBoth('notes', missing)
	]);
}

function category({ value, label, meaning }: CodedValue): XmlElement {
	return element('catgry', {}, [
		element('catValu', {}, `${value}`),
		...inBoth('labl', label),
		...(meaning ? inBoth('txt', meaning) : [])
	]);
}

const withRules = ({ rules, text }: Variable['source']): Text => ({
	de: `${text.de} (${rules.join(', ')})`,
	en: `${text.en} (${rules.join(', ')})`
});
