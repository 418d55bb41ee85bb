/** What the operator has said about itself in the environment; empty where nothing is said. */
import {
	OPERATOR_ADDRESS,
	OPERATOR_EMAIL,
	OPERATOR_ENFORCEMENT,
	OPERATOR_HOSTING,
	OPERATOR_LEGAL_BASIS,
	OPERATOR_NAME,
	OPERATOR_PRIVACY,
	OPERATOR_REPRESENTATIVE,
	OPERATOR_SUPERVISION,
	SOURCE_URL
} from '$app/env/private';

/** By the name of the variable, so that a gap on a page can name what is to be set. */
export const operator = () => ({
	OPERATOR_NAME,
	OPERATOR_ADDRESS,
	OPERATOR_EMAIL,
	OPERATOR_REPRESENTATIVE,
	OPERATOR_PRIVACY,
	OPERATOR_LEGAL_BASIS,
	OPERATOR_HOSTING,
	OPERATOR_SUPERVISION,
	OPERATOR_ENFORCEMENT,
	SOURCE_URL
});
