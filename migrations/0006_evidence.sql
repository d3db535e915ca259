CREATE TABLE `session_evidence` (
	`session` text NOT NULL,
	`kind` text NOT NULL,
	`night` text NOT NULL,
	`source` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`session`, `kind`),
	FOREIGN KEY (`session`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
