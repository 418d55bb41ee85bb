// KERN brings every icon and every token that there might be. What no page names would be a third of all styles.
import { globSync, readFileSync } from 'node:fs';

const SOURCES = 'src/{routes,lib/components,styles}/**/*.{svelte,ts,css,scss}';

/**
 * Leaves unused icons and custom properties out of a sheet.
 * @param {import('postcss').Root} root
 * @param {string} sources everything that may name one
 */
export function leaveOut(root, sources) {
	root.walkRules(/\.kern-icon--/, (rule) => {
		const used = rule.selectors.filter((selector) => {
			const name = /\.kern-icon--([\w-]+)/.exec(selector)?.[1];
			return !name || sources.includes(`kern-icon--${name}`) || sources.includes(`'${name}'`);
		});
		if (used.length === 0) rule.remove();
		else rule.selectors = used;
	});
	// A token may be used by another that nobody uses.
	while (removeProperties(root, `${sources}\n${root.toString()}`)) continue;
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
