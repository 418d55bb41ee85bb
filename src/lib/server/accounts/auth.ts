/** better-auth, set up once: sessions, passwords, second factor. It answers no address of its own. */
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { genericOAuth, magicLink, twoFactor } from 'better-auth/plugins';
import { personNameFrom } from '#lib/domain/account/form.ts';
import { LINK_LIFETIME, PASSWORD_LENGTH, SESSION_LIMITS } from '#lib/domain/account/account.ts';
import { isKnown, noteUse } from './accounts.ts';
import { AUTH_COOKIES, authSettings, type AuthSettings, type Provider } from './auth-settings.ts';
import { account, session, twoFactor as twoFactorTable, user, verification } from '#lib/server/db/schema-accounts.ts';
import { hashPassword, verifyPassword } from './password.ts';

const SECOND = 1000;

/** Sessions that are begun here have asked for a second factor. */
const WITH_SECOND_FACTOR = ['/two-factor/verify-totp', '/two-factor/verify-backup-code', '/callback/:id'];

/** Ways in besides the password, after which the second factor is asked for as well, where an account has one. */
const GATED = ['/magic-link/verify', '/callback/:id'];

/** The only provider, and where it sends people back to. */
export const PROVIDER = 'oidc';
export const CALLBACK_PATH = '/account/callback';

const COOKIES = Object.fromEntries(Object.entries(AUTH_COOKIES).map(([id, name]) => [id, { name }]));

/** The plugin asks for the second factor after a password only. */
function secondFactor() {
	const plugin = twoFactor({
		allowPasswordless: true,
		// What it keeps are hashes already.
		backupCodeOptions: { storeBackupCodes: 'plain' }
	});
	const gates = plugin.hooks.after.map((gate) => ({
		...gate,
		matcher: (context: Parameters<typeof gate.matcher>[0]) =>
			gate.matcher(context) || GATED.includes(context.path ?? '')
	}));
	return { ...plugin, hooks: { after: gates } };
}

/** Authorization code with PKCE, state and nonce; what it says counts only if it is signed. */
function withProvider({ issuer, clientId, clientSecret }: Provider, origin: string) {
	return genericOAuth({
		config: [
			{
				...{ providerId: PROVIDER, clientId, clientSecret, pkce: true, scopes: ['openid', 'email', 'profile'] },
				discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
				requireIdTokenVerification: true,
				redirectURI: origin + CALLBACK_PATH,
				disableProviderLogout: true,
				mapProfileToUser: ({ name, email }) => ({ name: personNameFrom(name, email), image: undefined })
			}
		]
	});
}

/** What a provider hands over for later is never needed. */
const WITHOUT_TOKENS = { accessToken: null, refreshToken: null, idToken: null, scope: null };

export function openAuth({ db, key, origin, links, provider }: AuthSettings) {
	return betterAuth({
		appName: 'Standort 2030',
		baseURL: origin,
		trustedOrigins: [origin],
		secret: key.toString('base64url'),
		database: drizzleAdapter(db.statements, {
			provider: 'sqlite',
			schema: { user, session, account, verification, twoFactor: twoFactorTable },
			transaction: false
		}),
		emailAndPassword: {
			enabled: true,
			requireEmailVerification: true,
			minPasswordLength: PASSWORD_LENGTH.min,
			maxPasswordLength: PASSWORD_LENGTH.max,
			password: { hash: hashPassword, verify: verifyPassword },
			resetPasswordTokenExpiresIn: LINK_LIFETIME.reset / SECOND,
			revokeSessionsOnPasswordReset: true,
			sendResetPassword: async ({ user: { email }, token }) => links.reset(email, token)
		},
		user: { additionalFields: { operator: { type: 'boolean', input: false, defaultValue: false } } },
		session: {
			// How long nobody may be idle is counted beside it, by the time of the last request.
			expiresIn: SESSION_LIMITS.member.longest / SECOND,
			disableSessionRefresh: true,
			cookieCache: { enabled: false },
			additionalFields: { secondFactor: { type: 'boolean', input: false, defaultValue: false } }
		},
		verification: { storeIdentifier: 'hashed' },
		account: {
			updateAccountOnSignIn: false,
			// Both sides have confirmed the address, and it is the same.
			accountLinking: { enabled: true, trustedProviders: [], requireLocalEmailVerified: true }
		},
		databaseHooks: {
			account: { create: { before: async (made) => ({ data: { ...made, ...WITHOUT_TOKENS } }) } },
			user: {
				create: {
					// Nobody occupies an address at a provider that has not confirmed it.
					before: async ({ emailVerified }, context) => emailVerified || context?.path !== '/callback/:id'
				}
			},
			session: {
				create: {
					before: async (begun, context) => ({
						data: { ...begun, secondFactor: WITH_SECOND_FACTOR.includes(context?.path ?? '') }
					}),
					after: async ({ userId, createdAt }) => noteUse(db, userId, createdAt)
				}
			}
		},
		plugins: [
			magicLink({
				disableSignUp: true,
				expiresIn: LINK_LIFETIME.signIn / SECOND,
				storeToken: 'hashed',
				sendMagicLink: async ({ email, token }) => {
					if (await isKnown(db, email)) links.signIn(email, token);
				}
			}),
			secondFactor(),
			...(provider ? [withProvider(provider, origin)] : [])
		],
		advanced: {
			useSecureCookies: false,
			cookies: COOKIES,
			ipAddress: { disableIpTracking: true }
		},
		// Ours count per address without storing it, and people without JavaScript get a page.
		rateLimit: { enabled: false },
		// Its lines name addresses.
		logger: { disabled: true },
		telemetry: { enabled: false }
	});
}

export type Auth = ReturnType<typeof openAuth>;

let opened: Auth | undefined;
let openedWithProvider: Auth | undefined;

/** The accounts of this process, opened when they are first needed. */
export function auth(): Auth {
	return (opened ??= openAuth({ ...authSettings(), provider: undefined }));
}

/** The same for those who sign in at a provider: it is asked for its addresses, and may not answer. */
export function authWithProvider(): Auth {
	return (openedWithProvider ??= openAuth(authSettings()));
}
