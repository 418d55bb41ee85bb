import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '../../../tests/support/folder.ts';
import { openMail, post, type Letter } from './mail.ts';

const FROM = 'Standort 2030 <noreply@standort.example>';
const LETTER: Letter = {
	to: 'kim@musterau.example',
	subject: 'Grüße aus Köln',
	text: 'Guten Tag,\n\nöffnen Sie bitte …'
};

function openFolder() {
	const folder = join(temporaryFolder(), 'mail');
	const lines: string[] = [];
	const spy = vi.spyOn(console, 'warn').mockImplementation((line: string) => void lines.push(line));
	onTestFinished(() => spy.mockRestore());
	return { folder, lines, mail: openMail({ smtpUrl: '', folder, from: FROM }) };
}

/** Header lines of a message, folded ones joined. */
function headersOf(message: string): string[] {
	const [head = ''] = message.split('\n\n');
	return head.replace(/\n[ \t]+/g, ' ').split('\n');
}

describe('without a server', () => {
	test('each letter lies in the folder as .eml, for its owner alone, and the console says where', async () => {
		const { folder, lines, mail } = openFolder();
		expect(mail.folder).toBe(folder);
		expect(existsSync(folder), 'nothing is made before the first letter').toBe(false);
		await mail.send(LETTER);
		await mail.send(LETTER);
		const files = readdirSync(folder);
		expect(files).toHaveLength(2);
		expect(lines.sort()).toEqual(files.map((name) => `E-Mail liegt in · e-mail lies in: ${join(folder, name)}`).sort());
		expect(statSync(folder).mode & 0o777).toBe(0o700);
		for (const name of files) {
			expect(name).toMatch(/^[\da-f-]{36}\.eml$/);
			expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
		}
	});

	test('it is a message as any program reads it', async () => {
		const { folder, mail } = openFolder();
		await mail.send(LETTER);
		const message = readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8');
		const headers = headersOf(message);
		expect(headers).toContain(`From: ${FROM}`);
		expect(headers).toContain('To: kim@musterau.example');
		expect(headers).toContain('Auto-Submitted: auto-generated');
		expect(headers).toContain('Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe_aus_K=C3=B6ln?=');
		expect(message).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m);
	});
});

describe('headers', () => {
	test.each([
		['a line break', 'Einladung\r\nBcc: mallory@evil.example'],
		['a bare line feed', 'Einladung\nBcc: mallory@evil.example'],
		['a bare carriage return', 'Einladung\rBcc: mallory@evil.example'],
		['a null', 'Einladung\0\r\nBcc: mallory@evil.example'],
		['a whole message', 'Einladung\r\n\r\n<script>alert(1)</script>']
	])('are not added by a subject with %s', async (_, subject) => {
		const { folder, mail } = openFolder();
		await mail.send({ ...LETTER, subject });
		const headers = headersOf(readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8'));
		expect(headers.filter((line) => /^(bcc|cc|<script>)/i.test(line))).toEqual([]);
		expect(headers.filter((line) => line.startsWith('Subject:'))).toHaveLength(1);
		expect(headers.filter((line) => line.startsWith('To:'))).toEqual(['To: kim@musterau.example']);
	});

	test.each([
		'kim@musterau.example\r\nBcc: mallory@evil.example',
		'kim@musterau.example, mallory@evil.example',
		'"x" <mallory@evil.example>',
		'kim',
		''
	])('are not added by the address %j, which gets no letter at all', async (to) => {
		const { folder, mail } = openFolder();
		await expect(mail.send({ ...LETTER, to })).rejects.toThrow();
		expect(existsSync(folder)).toBe(false);
	});

	test('stay what they are whatever the text begins with', async () => {
		const { folder, mail } = openFolder();
		await mail.send({ ...LETTER, text: 'Bcc: mallory@evil.example\n.\nQUIT' });
		const message = readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8');
		expect(headersOf(message).filter((line) => /^bcc/i.test(line))).toEqual([]);
		expect(message).toContain('\n\nBcc: mallory@evil.example');
	});
});

/** A mail server that answers RCPT as told; resolves what it was told. */
async function startServer(recipient: string) {
	const heard: string[] = [];
	const server = createServer((socket) => {
		let data = false;
		socket.write('220 mail.example\r\n');
		socket.on('data', (chunk) => {
			for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
				heard.push(line);
				if (data) {
					if (line === '.') {
						data = false;
						socket.write('250 taken\r\n');
					}
					continue;
				}
				if (/^RCPT/.test(line)) socket.write(`${recipient}\r\n`);
				else if (/^DATA/.test(line)) {
					data = true;
					socket.write('354 go on\r\n');
				} else if (/^QUIT/.test(line)) socket.end('221 bye\r\n');
				else socket.write('250 ok\r\n');
			}
		});
		socket.on('error', () => undefined);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => void server.close());
	const { port } = server.address() as AddressInfo;
	return { url: `smtp://127.0.0.1:${port}?ignoreTLS=true`, heard };
}

describe('with a server', () => {
	test('a letter is handed over, and none lies in the folder', async () => {
		const { url, heard } = await startServer('250 ok');
		const folder = join(temporaryFolder(), 'mail');
		const mail = openMail({ smtpUrl: url, folder, from: FROM });
		await mail.send(LETTER);
		expect(mail.folder).toBeUndefined();
		expect(heard).toContain('MAIL FROM:<noreply@standort.example>');
		expect(heard.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<kim@musterau.example>']);
		expect(existsSync(folder)).toBe(false);
	});

	test('what it refuses is told to whoever waits', async () => {
		const { url } = await startServer('550 no such mailbox');
		const mail = openMail({ smtpUrl: url, folder: '', from: FROM });
		await expect(mail.send(LETTER)).rejects.toThrow('550');
	});

	test('and to the log where nobody waits, without the address', async () => {
		const { url } = await startServer('550 no such mailbox kim@musterau.example');
		const told = Promise.withResolvers<string>();
		const spy = vi.spyOn(console, 'error').mockImplementation((line: string) => told.resolve(line));
		onTestFinished(() => spy.mockRestore());
		post(LETTER, openMail({ smtpUrl: url, folder: '', from: FROM }));
		expect(await told.promise).toBe('E-Mail nicht versandt · e-mail not sent: EENVELOPE');
	});
});
