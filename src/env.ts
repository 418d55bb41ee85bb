import { defineEnvVars } from '@sveltejs/kit/env';
import { z } from 'zod';

export const variables = defineEnvVars({
	DATABASE_FILE: { description: 'SQLite file with all data', schema: z.string().default('data/standort.db') },
	KEY_FOLDER: { description: 'Folder of the keys, apart from the database', schema: z.string().default('data/keys') },
	// The served build always has one; this is where development listens.
	ORIGIN: {
		description: 'Address under which people open the service',
		schema: z.url().default('http://localhost:5173')
	},
	SMTP_URL: { description: 'Server that sends e-mail', schema: z.string().default('') },
	MAIL_FROM: { description: 'Sender of e-mail', schema: z.string().default('') },
	MAIL_FOLDER: { description: 'Folder of e-mail that is not sent', schema: z.string().default('data/mail') },
	OIDC_ISSUER: { description: 'Provider of OpenID Connect to sign in at', schema: z.string().default('') },
	OIDC_CLIENT_ID: { description: 'Name of this service at the provider', schema: z.string().default('') },
	OIDC_CLIENT_SECRET: { description: 'Its secret there', schema: z.string().default('') },
	OIDC_NAME: { description: 'What people call the provider', schema: z.string().default('') },
	// Whatever else stands here means that it is required.
	ORGANISER_SECOND_FACTOR: {
		description: '`optional` spares organisers a second factor',
		schema: z.string().default('')
	},
	OPERATOR_NAME: { description: 'Who runs this service (imprint)', schema: z.string().default('') },
	OPERATOR_ADDRESS: { description: 'Postal address, lines parted by ;', schema: z.string().default('') },
	OPERATOR_EMAIL: { description: 'Address for questions and feedback', schema: z.string().default('') },
	OPERATOR_REPRESENTATIVE: { description: 'Who represents the operator', schema: z.string().default('') },
	OPERATOR_PRIVACY: { description: 'Contact of the data protection officer', schema: z.string().default('') },
	OPERATOR_LEGAL_BASIS: { description: 'Legal basis of the data processing', schema: z.string().default('') },
	OPERATOR_HOSTING: { description: 'Who runs the server', schema: z.string().default('') },
	OPERATOR_SUPERVISION: { description: 'Supervisory authority for data protection', schema: z.string().default('') },
	OPERATOR_ENFORCEMENT: { description: 'Enforcement body for accessibility', schema: z.string().default('') },
	SOURCE_URL: { description: 'Where the source code is offered', schema: z.string().default('') }
});
