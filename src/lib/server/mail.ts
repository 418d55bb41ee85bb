/** Letters by e-mail: sent by SMTP, or laid into a folder where none is set. */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createTransport } from 'nodemailer';
import { ZodError } from 'zod';
import { EmailAddress } from '#lib/domain/account/form.ts';

export interface Letter {
	/** one plain address */
	to: string;
	/** one line */
	subject: string;
	text: string;
}

export interface MailSettings {
	/** `smtps://user:password@host:465`; empty where letters are to lie in the folder */
	smtpUrl: string;
	/** for letters that are not sent */
	folder: string;
	/** sender: an address, or `Name <address>` */
	from: string;
}

export interface Mail {
	/** Resolves once the server has taken the letter, or the file is written. @throws what the server says */
	send(letter: Letter): Promise<void>;
	/** the folder with the letters; undefined where they are sent */
	folder: string | undefined;
}

/** Opens the way out for letters; nothing is connected before the first. */
export function openMail({ smtpUrl, folder, from }: MailSettings): Mail {
	return smtpUrl ? sending(smtpUrl, from) : storing(resolve(folder), from);
}

/** Neither address nor subject can begin a header of its own. @throws ZodError for what is no single address */
function message({ to, subject, text }: Letter, from: string) {
	return {
		from,
		to: { name: '', address: EmailAddress.parse(to) },
		subject: subject.replace(/\p{Cc}+/gu, ' '),
		text,
		// Answering machines keep silent (RFC 3834).
		headers: { 'Auto-Submitted': 'auto-generated' },
		disableFileAccess: true,
		disableUrlAccess: true
	};
}

function sending(smtpUrl: string, from: string): Mail {
	const transport = createTransport(smtpUrl);
	return {
		folder: undefined,
		async send(letter) {
			await transport.sendMail(message(letter, from));
		}
	};
}

function storing(folder: string, from: string): Mail {
	const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
	return {
		folder,
		async send(letter) {
			const { message: bytes } = await transport.sendMail(message(letter, from));
			mkdirSync(folder, { recursive: true, mode: 0o700 });
			const file = join(folder, `${randomUUID()}.eml`);
			await writeFile(file, bytes as Buffer, { mode: 0o600 });
			console.warn(`E-Mail liegt in · e-mail lies in: ${file}`);
		}
	};
}

/** Whether an error of `send` says that nothing will ever reach the address: refused for good (SMTP 5xx), or no address. */
export function isUndeliverable(error: unknown): boolean {
	if (error instanceof ZodError) return true;
	const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
	return code === 'EENVELOPE' && typeof responseCode === 'number' && responseCode >= 500;
}

let opened: Mail | undefined;

/** Opens the mail of this process; called once, when the server starts. */
export function initMail(settings: MailSettings): void {
	opened = openMail(settings);
}

export function mail(): Mail {
	if (!opened) throw new Error('The mail is not open yet');
	return opened;
}

/**
 * Sends without letting anybody wait: how long an answer takes then tells nothing about an address. What the server
 * refuses stands in the log, without the address.
 */
export function post(letter: Letter, through = mail()): void {
	through.send(letter).catch((error: unknown) => {
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
		console.error(`E-Mail nicht versandt · e-mail not sent: ${code}`);
	});
}
