-- CreateTable
CREATE TABLE "SignUp" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "linkHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "siteName" TEXT NOT NULL,
    "siteUrl" TEXT NOT NULL,
    "taken" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Contact" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "phone" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Contact_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Trial" (
    "accountId" TEXT NOT NULL PRIMARY KEY,
    "startedAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    "plan" TEXT,
    CONSTRAINT "Trial_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ChecklistStep" (
    "siteId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("siteId", "step"),
    CONSTRAINT "ChecklistStep_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "SignUp_linkHash_key" ON "SignUp"("linkHash");

-- CreateIndex
CREATE INDEX "SignUp_expiresAt_idx" ON "SignUp"("expiresAt");
