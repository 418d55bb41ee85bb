CREATE TABLE `document_look` (
	`municipality_key` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`sender` text NOT NULL,
	`accent` text NOT NULL,
	`logo` blob,
	`logo_width` integer,
	`logo_height` integer,
	FOREIGN KEY (`municipality_key`) REFERENCES `participant`(`municipality_key`) ON UPDATE no action ON DELETE cascade
);
