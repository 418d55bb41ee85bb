/** A drawing without anything that acts: read by an allow-list and written anew; what is not on it is not there. */
import { element, markupOf, type XmlElement } from '#lib/domain/xml.ts';

const ELEMENTS: ReadonlySet<string> = new Set([
	...['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
	...['defs', 'linearGradient', 'radialGradient', 'stop', 'clipPath']
]);
const ATTRIBUTES: ReadonlySet<string> = new Set([
	...['id', 'viewBox', 'width', 'height', 'x', 'y', 'rx', 'ry', 'cx', 'cy', 'r', 'fx', 'fy', 'x1', 'y1', 'x2', 'y2'],
	...['d', 'points', 'transform', 'fill', 'fill-rule', 'fill-opacity', 'clip-rule', 'clip-path', 'opacity'],
	...['stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'stroke-opacity'],
	...['stroke-dasharray', 'offset', 'stop-color', 'stop-opacity', 'gradientUnits', 'gradientTransform'],
	...['clipPathUnits', 'preserveAspectRatio', 'display', 'visibility']
]);
/** Of the drawing itself, nothing from elsewhere. */
const OWN_REFERENCE = /^url\(#[\w-]+\)$/;
const SUSPICIOUS = /url\(|expression|javascript|data:|\\|&/i;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Deeper than any logo, and no program's stack is in danger. */
const DEEPEST = 100;

const TOKEN =
	/<!--[\s\S]*?-->|<\?xml[^>]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+|</g;

interface Open {
	name: string;
	attributes: Record<string, string>;
	children: XmlElement[];
}

/** @returns the drawing written anew; undefined where it is none, or declares what could stand for something else */
export function harmlessSvg(text: string): string | undefined {
	const open: Open[] = [{ name: '', attributes: {}, children: [] }];
	for (const [token, closing, name, told = '', empty] of text.replace(/^\uFEFF/, '').matchAll(TOKEN)) {
		if (token === '<' || open.length > DEEPEST) return undefined;
		if (name === undefined) continue;
		if (closing) {
			const done = open.pop();
			if (done?.name !== name || open.length === 0) return undefined;
			keep(open, done);
		} else {
			const started: Open = { name, attributes: attributesOf(told), children: [] };
			if (empty) keep(open, started);
			else open.push(started);
		}
	}
	const [svg, ...others] = open[0]?.children ?? [];
	if (open.length !== 1 || others.length > 0 || svg?.name !== 'svg') return undefined;
	return markupOf(element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...svg.attributes }, svg.content));
}

/** With all in it, where it may be. */
function keep(open: Open[], { name, attributes, children }: Open): void {
	if (ELEMENTS.has(name)) open.at(-1)?.children.push(element(name, attributes, children));
}

function attributesOf(told: string): Record<string, string> {
	const pairs = Array.from(told.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g), ([, name = '', one, other]) => {
		const value = (one ?? other ?? '').replace(/&(\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole);
		return [name, value] as const;
	});
	const styles = pairs.filter(([name]) => name === 'style').flatMap(([, value]) => declarations(value));
	return Object.fromEntries([...pairs, ...styles].filter(([name, value]) => ATTRIBUTES.has(name) && isHarmless(value)));
}

/** Styles become attributes, which can do less. */
function declarations(style: string): (readonly [string, string])[] {
	return style.split(';').flatMap((one) => {
		const at = one.indexOf(':');
		return at < 0 ? [] : [[one.slice(0, at).trim(), one.slice(at + 1).trim()] as const];
	});
}

const isHarmless = (value: string) => OWN_REFERENCE.test(value) || !SUSPICIOUS.test(value);
