import { baseLocale, isLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';

// The language is the one in which the server wrote the page: nothing flashes, and no cookie is set that nobody chose.
const { lang } = document.documentElement;
overwriteGetLocale(() => (isLocale(lang) ? lang : baseLocale));
