-- By which server mail goes out, and letters until it has taken them. Password and letters lie wrapped.
CREATE TABLE "mail_settings" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_mail_settings" PRIMARY KEY,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL,
    "security" TEXT NOT NULL,
    "login" TEXT NOT NULL,
    "password" TEXT NULL,
    "from_address" TEXT NOT NULL,
    "from_name" TEXT NOT NULL,
    "revision" INTEGER NOT NULL
);

CREATE TABLE "mail_letters" (
    "id" TEXT NOT NULL CONSTRAINT "pk_mail_letters" PRIMARY KEY,
    "content" TEXT NOT NULL,
    "made_at" INTEGER NOT NULL
);

CREATE INDEX "ix_mail_letters_made_at" ON "mail_letters" ("made_at");
