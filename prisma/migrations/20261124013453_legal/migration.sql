-- CreateTable
CREATE TABLE "LegalPosting" (
    "document" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "postedAt" DATETIME NOT NULL,
    "announcedAt" DATETIME,

    PRIMARY KEY ("document", "version")
);

-- CreateTable
CREATE TABLE "LegalAcceptance" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "how" TEXT NOT NULL,
    CONSTRAINT "LegalAcceptance_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "LegalPosting_postedAt_idx" ON "LegalPosting"("postedAt");

-- CreateIndex
CREATE UNIQUE INDEX "LegalAcceptance_userId_document_version_key" ON "LegalAcceptance"("userId", "document", "version");
