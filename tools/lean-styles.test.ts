import postcss from 'postcss';
import { expect, test } from 'vitest';
import { leaveOut } from './lean-styles.mjs';

function lean(css: string, sources: string): string {
	const root = postcss.parse(css);
	leaveOut(root, sources);
	return root.toString().replace(/\s+/g, ' ');
}

test('an icon stays where a page names it', () => {
	const css = '.kern-icon--info { mask: a } .kern-icon--success { mask: b } .kern-icon--car { mask: c }';
	const left = lean(
		css,
		`<span class="kern-icon kern-icon--info"> <b class={good ? 'kern-icon--success' : ''} name="car">`
	);
	expect(left).toContain('.kern-icon--info');
	expect(left).toContain('.kern-icon--success');
	expect(left).not.toContain('.kern-icon--car');
});

test('a token stays as long as a sheet or a page uses it, and goes with the last one that does', () => {
	const css = ':root { --kern-a: 1px; --kern-b: var(--kern-a); --kern-c: 2px; --own: 3px } p { margin: var(--kern-c) }';
	expect(lean(css, '')).not.toMatch(/--kern-a|--kern-b/);
	expect(lean(css, '')).toMatch(/--kern-c: 2px;.*--own: 3px/);
	expect(lean(css, "resolve('--kern-b')")).toMatch(/--kern-a: 1px; --kern-b/);
});

test('a part goes that no page names, and stays where a page puts its name together or a selector only excludes it', () => {
	const css =
		'.kern-dialog { a: b } .kern-alert--danger { c: d } .kern-badge--info { e: f } .kern-btn:not(.kern-hug) { g: h } ' +
		'@media print { .kern-kopf { i: j } }';
	const left = lean(css, '<p class="kern-alert--{kind}"> <button class="kern-btn">');
	expect(left).toBe('.kern-alert--danger { c: d } .kern-btn:not(.kern-hug) { g: h }');
});
