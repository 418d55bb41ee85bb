/** Every door of the house, read from the sources: pages, form actions and handlers. */
import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import ts from 'typescript';

const ROUTES = 'src/routes';
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** The address of a folder: groups have no part in it, and `[x+2e]` is a dot. */
function addressOf(file: string): string {
	const folder = dirname(file).slice(ROUTES.length).replaceAll('\\', '/');
	const parts = folder.split('/').filter((part) => part && !/^\(.+\)$/.test(part));
	const spelt = parts.map((part) =>
		part.replace(/\[x\+([0-9a-f]{2})\]/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
	);
	return `/${spelt.join('/')}`;
}

/** What a file exports, by name. */
function exportsOf(file: string): Map<string, ts.Expression | undefined> {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
	const found = new Map<string, ts.Expression | undefined>();
	source.forEachChild((node) => {
		const exported =
			ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
		if (exported && ts.isVariableStatement(node))
			for (const { name, initializer } of node.declarationList.declarations)
				if (ts.isIdentifier(name)) found.set(name.text, initializer);
		if (exported && ts.isFunctionDeclaration(node) && node.name) found.set(node.name.text, undefined);
		if (ts.isExportDeclaration(node)) throw new Error(`${file} passes exports on; its doors cannot be read`);
	});
	return found;
}

/** The names of form actions, also within `keepTyped`. */
function actionsIn(file: string, value: ts.Expression | undefined): string[] {
	if (value && (ts.isSatisfiesExpression(value) || ts.isAsExpression(value))) return actionsIn(file, value.expression);
	if (value && ts.isCallExpression(value)) return actionsIn(file, value.arguments.at(-1));
	if (!value || !ts.isObjectLiteralExpression(value)) throw new Error(`The form actions of ${file} cannot be read`);
	return value.properties.map(({ name }) => {
		if (!name || !ts.isIdentifier(name)) throw new Error(`A form action of ${file} cannot be read`);
		return name.text;
	});
}

/** The addresses of all pages; handlers stand at others. */
export function pagesOfTheHouse(): string[] {
	return globSync(`${ROUTES}/**/+page.svelte`).map(addressOf).sort();
}

/** `/address` is a page or what is read there, `/address ?/name` a form action, `/address PUT` a handler. */
export function doorsOfTheHouse(): string[] {
	const actions = globSync(`${ROUTES}/**/+page.server.ts`).flatMap((file) => {
		const found = exportsOf(file);
		return found.has('actions')
			? actionsIn(file, found.get('actions')).map((name) => `${addressOf(file)} ?/${name}`)
			: [];
	});
	const handlers = globSync(`${ROUTES}/**/+server.ts`).flatMap((file) =>
		METHODS.filter((method) => exportsOf(file).has(method)).map((method) =>
			method === 'GET' ? addressOf(file) : `${addressOf(file)} ${method}`
		)
	);
	return [...pagesOfTheHouse(), ...actions, ...handlers].sort();
}
