/** A numbered rule in words; its number is its anchor (`#M7`). */
export interface Rule {
	id: string;
	title: string;
	/** paragraphs; a list stands for points of equal rank */
	body: (string | string[])[];
	/** applies to rounds of several people only */
	rounds?: true;
}

export interface RuleGroup {
	/** of the heading */
	id: string;
	title: string;
	rules: Rule[];
}
