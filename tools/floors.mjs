// The floors of the house as a lint rule: which folder may import from which. `docs/` and the README show the picture.
import { dirname, posix, relative, sep } from 'node:path';

/**
 * @typedef {object} Floor
 * @property {string[]} floors own folders it may import from
 * @property {RegExp} packages packages and framework modules it may import
 */

const ANY_PACKAGE = /./;
const NO_FRAMEWORK = /^(?!@sveltejs\/|svelte($|\/)|\$app\/|\$env\/|#lib\/paraglide)/;

/** @type {Record<string, Floor>} */
const FLOORS = {
	domain: { floors: ['domain'], packages: /^zod$/ },
	instruments: { floors: ['instruments', 'domain'], packages: NO_FRAMEWORK },
	server: { floors: ['server', 'instruments', 'domain'], packages: NO_FRAMEWORK },
	components: {
		floors: ['components', 'domain', 'paraglide', 'messages'],
		packages: /^(?!node:|better-sqlite3|drizzle-orm|\$app\/env|@sveltejs\/kit)/
	},
	routes: {
		floors: ['routes', 'server', 'instruments', 'domain', 'components', 'paraglide', 'messages'],
		packages: ANY_PACKAGE
	}
};

/**
 * The floor that a path below `src` belongs to; undefined for the few files that stand on none, such as the hooks.
 * @param {string} path with forward slashes, from the root of the repository
 */
function floorOf(path) {
	return /^src\/(?:lib\/)?(domain|instruments|server|components|paraglide|messages|routes)\//.exec(path)?.[1];
}

/**
 * Path of an imported file of ours; undefined for a package.
 * @param {string} source as it stands in the import
 * @param {string} importer
 */
function ownFile(source, importer) {
	if (source.startsWith('#lib/')) return source.replace('#lib/', 'src/lib/');
	return source.startsWith('.') ? posix.join(dirname(importer), source) : undefined;
}

/** @type {import('eslint').Rule.RuleModule} */
export const floors = {
	meta: { type: 'problem', schema: [], messages: { floor: '{{floor}} may not import {{source}}.' } },
	create(context) {
		const importer = relative(context.cwd, context.filename).split(sep).join('/');
		const floor = floorOf(importer);
		const allowed = floor === undefined ? undefined : FLOORS[floor];
		if (!floor || !allowed || importer.endsWith('.test.ts')) return {};

		/** @param {{ source?: import('estree').Expression | null | undefined }} node */
		function check({ source }) {
			if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
			const file = ownFile(source.value, importer);
			const target = file === undefined ? undefined : floorOf(file);
			if (file === undefined ? allowed?.packages.test(source.value) : target && allowed?.floors.includes(target))
				return;
			// A generated type of the route itself, and styles, stand on no floor.
			if (floor === 'routes' && file !== undefined && !target) return;
			context.report({ node: source, messageId: 'floor', data: { floor, source: source.value } });
		}
		return {
			ImportDeclaration: check,
			ImportExpression: check,
			ExportNamedDeclaration: check,
			ExportAllDeclaration: check
		};
	}
};
