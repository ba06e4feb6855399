-- CreateTable
CREATE TABLE "PrivacyRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "siteId" TEXT,
    "email" TEXT NOT NULL,
    "emailHash" TEXT NOT NULL,
    "details" TEXT NOT NULL DEFAULT '',
    "refusedProviders" TEXT NOT NULL DEFAULT '[]',
    "state" TEXT NOT NULL,
    "stage" TEXT NOT NULL DEFAULT 'office',
    "askedAt" DATETIME NOT NULL,
    "provenAt" DATETIME,
    "dueAt" DATETIME,
    "lastDueAt" DATETIME,
    "putOffAt" DATETIME,
    "closedAt" DATETIME,
    "proposedBy" TEXT,
    CONSTRAINT "PrivacyRequest_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PrivacyRequestStep" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "requestId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "actorId" TEXT,
    "what" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT ''
);

-- CreateTable
CREATE TABLE "ProviderRefusal" (
    "emailHash" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("emailHash", "provider")
);

-- CreateTable
CREATE TABLE "PersonRefusal" (
    "siteId" TEXT NOT NULL,
    "identityHash" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("siteId", "identityHash"),
    CONSTRAINT "PersonRefusal_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PrivacyRequest_siteId_state_idx" ON "PrivacyRequest"("siteId", "state");

-- CreateIndex
CREATE INDEX "PrivacyRequest_emailHash_idx" ON "PrivacyRequest"("emailHash");

-- CreateIndex
CREATE INDEX "PrivacyRequestStep_requestId_at_idx" ON "PrivacyRequestStep"("requestId", "at");

-- What happened to a request stays as it was written
CREATE TRIGGER "PrivacyRequestStep_is_never_changed" BEFORE UPDATE ON "PrivacyRequestStep" BEGIN
    SELECT RAISE(ABORT, 'the record of a request is append-only');
END;

CREATE TRIGGER "PrivacyRequestStep_is_never_deleted" BEFORE DELETE ON "PrivacyRequestStep" BEGIN
    SELECT RAISE(ABORT, 'the record of a request is append-only');
END;
