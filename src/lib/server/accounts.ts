/** People who sign in: members of municipalities and operators. Respondents have no account. */

export interface User {
	id: string;
	name: string;
	email: string;
	/** runs the service: verifies municipalities, publishes releases */
	operator: boolean;
}
