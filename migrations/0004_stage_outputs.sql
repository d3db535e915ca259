CREATE TABLE `stage_outputs` (
	`night` text NOT NULL,
	`stage` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`night`, `stage`)
);
