CREATE TABLE `lessons` (
	`night` text NOT NULL,
	`session` text NOT NULL,
	`source` text NOT NULL,
	`learned_from` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`night`, `session`),
	FOREIGN KEY (`session`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `lessons_session` ON `lessons` (`session`);