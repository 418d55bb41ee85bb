import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ precompress: true }),
		// The list of all pages would be sent along with each, and grow with every new one.
		router: { resolution: 'server' },
		typescript: {
			config: (config) => {
				config.include.push('../tools/*.ts', '../tools/*.mjs', '../bench/**/*.ts', '../*.config.ts', '../*.config.js');
			}
		},
		// A request costs more than the few rules of a component.
		inlineStyleThreshold: 3000,
		experimental: { explicitEnvironmentVariables: true },
		// Styles in attributes carry the length of a bar; styles in elements and all scripts need the page's nonce.
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		}
	}
};
