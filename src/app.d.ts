declare global {
	namespace App {
		interface Locals {
			requestId: string;
			/** the theme somebody chose; undefined follows the device */
			theme: 'light' | 'dark' | undefined;
		}
		interface Error {
			message: string;
			requestId?: string;
		}
	}
}
export {};
