CREATE TABLE `contact_offer` (
	`municipality_key` text NOT NULL,
	`criterion_id` text NOT NULL,
	`stage` integer,
	`contact_point` text NOT NULL,
	`offered_on` text NOT NULL,
	`user_id` text,
	PRIMARY KEY(`municipality_key`, `criterion_id`),
	FOREIGN KEY (`municipality_key`) REFERENCES `participant`(`municipality_key`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "contact_offer_stage" CHECK("contact_offer"."stage" BETWEEN 1 AND 5)
) WITHOUT ROWID;
