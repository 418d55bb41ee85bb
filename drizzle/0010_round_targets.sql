CREATE TABLE `round_target` (
	`assessment_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`level` integer NOT NULL,
	`year` integer NOT NULL,
	PRIMARY KEY(`assessment_id`, `criterion_id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
);
