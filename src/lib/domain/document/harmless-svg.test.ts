import { expect, test } from 'vitest';
import { harmlessSvg } from './harmless-svg.ts';

const svg = (content: string, more = '') =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"${more}>${content}</svg>`;

test('shapes, gradients and colours stay, in attributes and in styles', () => {
	const kept = harmlessSvg(
		`<?xml version="1.0"?><!-- drawn -->${svg('<g style="fill: #ff0000; stroke:url(#a)"><path d="M0 0h5"/></g><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient>')}`
	);
	expect(kept).toContain('<g fill="#ff0000" stroke="url(#a)">');
	expect(kept).toContain('<path d="M0 0h5"/>');
	expect(kept).toContain('<stop offset="0" stop-color="red"/>');
});

test.each([
	['scripts', '<script>alert(1)</script><path d="M0 0"/>'],
	[
		'foreign content',
		'<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x"/></body></foreignObject>'
	],
	['handlers', '<path d="M0 0" onload="alert(1)" onclick=\'x\'/>'],
	['links and images', '<a href="https://elsewhere.example"><image xlink:href="file:///etc/passwd"/></a>'],
	['uses of others', '<use href="https://elsewhere.example/a.svg#b"/><use xlink:href="#c"/>'],
	['style sheets', '<style>@import url(https://elsewhere.example/a.css);</style>'],
	[
		'addresses in colours',
		'<path d="M0 0" fill="url(https://elsewhere.example/#a)" style="fill:url(&quot;data:x&quot;)"/>'
	],
	['animations', '<animate attributeName="href" to="javascript:alert(1)"/><set/>'],
	['filters and texts', '<filter id="f"><feImage href="x"/></filter><text>x</text>']
])('%s are not there afterwards', (_, content) => {
	expect(harmlessSvg(svg(content))).not.toMatch(
		/script|foreign|body|onload|onclick|href|elsewhere|passwd|import|data:|animate|<set|filter|feImage|<text|<use|<a |<image/i
	);
});

test.each([
	[
		'declarations that could stand for something else',
		'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg/>'
	],
	['what is no drawing', '<html><svg/></html>'],
	['what is not closed', '<svg><g></svg>'],
	['several drawings', '<svg/><svg/>'],
	['programs', '<svg><?php x ?></svg>'],
	['hidden sections', '<svg><![CDATA[<script/>]]></svg>'],
	['endless depth', `${'<svg>'.repeat(5000)}${'</svg>'.repeat(5000)}`],
	['nothing', '']
])('%s are refused', (_, text) => {
	expect(harmlessSvg(text)).toBeUndefined();
});
