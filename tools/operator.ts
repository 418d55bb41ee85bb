// npm run operator -- create E-MAIL: lets somebody run the service. Nobody becomes that through the browser.
import { EmailAddress } from '#lib/domain/account/form.ts';
import { findAccount, setOperator } from '#lib/server/accounts/accounts.ts';
import { inviteAccount } from '#lib/server/accounts/signing-up.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { StartRefusal } from '#lib/server/db/start-refusal.ts';
import { hashCode, initKeys } from '#lib/server/keys.ts';
import { removeSecondFactor } from '#lib/server/accounts/second-factor.ts';

const USAGE = `Aufruf · usage: npm run operator -- create E-MAIL
                npm run operator -- remove E-MAIL
                npm run operator -- reset E-MAIL
create: Link zu einem Konto für den Betrieb, oder macht ein vorhandenes Konto dazu.
        prints the link to an operator's account, or makes an existing account one.
remove: nimmt einem Konto das Recht. · takes the right from an account.
reset:  nimmt einem Konto den zweiten Faktor, der verloren ist. · takes a lost second factor from an account.`;

const COMMANDS = ['create', 'remove', 'reset'] as const;
type Command = (typeof COMMANDS)[number];

async function run(db: Db, command: Command, email: string): Promise<string> {
	const account = await findAccount(db, email);
	if (!account && command === 'create') return invite(db, email);
	if (!account) return `Es gibt kein Konto ${email}. · There is no account ${email}.`;
	if (command === 'reset') {
		await removeSecondFactor(db, account.id);
		return `${email} hat keinen zweiten Faktor mehr. · ${email} has no second factor any more.`;
	}
	await setOperator(db, email, command === 'create');
	return command === 'create'
		? `${email} gehört jetzt zum Betrieb. · ${email} is an operator now.`
		: `${email} gehört nicht mehr zum Betrieb. · ${email} is no operator any more.`;
}

async function invite(db: Db, email: string): Promise<string> {
	const { PORT = '3000', ORIGIN = `http://localhost:${PORT}` } = process.env;
	const token = await inviteAccount(db, hashCode, { email, operator: true }, new Date());
	return `Starten Sie den Dienst, und öffnen Sie diesen Link. Er gilt einmal und 24 Stunden lang.
Start the service and open this link. It holds once, for 24 hours.

${ORIGIN}/account/confirm/${token}`;
}

function fail(reason: string, code: number): void {
	console.error(reason);
	process.exitCode = code;
}

const [typed, address, ...rest] = process.argv.slice(2);
const command = COMMANDS.find((one) => one === typed);
const email = EmailAddress.safeParse(address ?? '');
if (!command || !email.success || rest.length > 0) fail(USAGE, 2);
else {
	let db: Db | undefined;
	try {
		db = openDatabase(process.env.DATABASE_FILE ?? 'data/standort.db');
		initKeys(db, process.env.KEY_FOLDER ?? 'data/keys');
		console.log(await run(db, command, email.data));
	} catch (error) {
		if (!(error instanceof StartRefusal)) throw error;
		fail(error.message, 1);
	} finally {
		db?.close();
	}
}
