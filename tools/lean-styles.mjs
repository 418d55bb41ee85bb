// KERN brings every part, icon and token that there might be. What no page names would be nearly half of all styles.
import { globSync, readFileSync } from 'node:fs';

const SOURCES = 'src/{routes,lib/components,styles}/**/*.{svelte,ts,css,scss}';

/**
 * Leaves unused parts, icons and custom properties out of a sheet.
 * @param {import('postcss').Root} root
 * @param {string} sources everything that may name one
 */
export function leaveOut(root, sources) {
	root.walkRules(/\.kern-/, (rule) => {
		const used = rule.selectors.filter((selector) => classesOf(selector).every((name) => isNamed(name, sources)));
		if (used.length === 0) rule.remove();
		else rule.selectors = used;
	});
	root.walkAtRules((rule) => {
		if (rule.nodes?.length === 0) rule.remove();
	});
	// A token may be used by another that nobody uses.
	while (removeProperties(root, `${sources}\n${root.toString()}`)) continue;
}

/** The classes that a selector asks for; those in brackets may be missing. @param {string} selector */
function classesOf(selector) {
	let outside = selector;
	while (outside !== (outside = outside.replace(/\([^()]*\)/g, ''))) continue;
	return Array.from(outside.matchAll(/\.(kern-[\w-]+)/g), ([, name = '']) => name);
}

/**
 * Whether a page names a class, as a whole or by its beginning with a value that follows; icons are named as a whole.
 * @param {string} name
 * @param {string} sources
 */
function isNamed(name, sources) {
	if (sources.includes(name)) return true;
	const beginning = name.slice(0, name.lastIndexOf('--') + 2);
	return (
		beginning !== 'kern-icon--' &&
		beginning.endsWith('--') &&
		(sources.includes(`${beginning}{`) || sources.includes(`${beginning}$`))
	);
}

/** @param {import('postcss').Root} root @param {string} text @returns {boolean} whether there was one to remove */
function removeProperties(root, text) {
	const named = new Set(Array.from(text.matchAll(/(--[\w-]+)(?!\s*:|[\w-])/g), ([, name]) => name));
	let removed = false;
	root.walkDecls(/^--kern-/, (declaration) => {
		if (named.has(declaration.prop)) return;
		declaration.remove();
		removed = true;
	});
	return removed;
}

/** @returns {import('postcss').Plugin} for the sheet with KERN's parts */
export function leanStyles() {
	return {
		postcssPlugin: 'lean-styles',
		OnceExit(root) {
			if (!root.source?.input.file?.endsWith('kern.scss')) return;
			leaveOut(
				root,
				globSync(SOURCES)
					.sort()
					.map((file) => readFileSync(file, 'utf8'))
					.join('\n')
			);
		}
	};
}
