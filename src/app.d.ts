import type { User } from '#lib/server/accounts/accounts.ts';

declare global {
	namespace App {
		interface Locals {
			requestId: string;
			/** the theme somebody chose; undefined follows the device */
			theme: 'light' | 'dark' | undefined;
			/** whoever has signed in */
			user?: User | undefined;
			/** why the storage has refused what this request wanted to save */
			refused?: 'full' | 'broken';
		}
		interface Error {
			message: string;
			requestId?: string;
			/** why the storage has refused the save */
			storage?: 'full' | 'broken';
		}
	}
}
export {};
