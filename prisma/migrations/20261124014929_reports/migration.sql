-- CreateTable
CREATE TABLE "SavedReport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "siteId" TEXT NOT NULL,
    "report" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "place" INTEGER,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "SavedReport_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Annotation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "siteId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Annotation_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReportShare" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "id" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,
    "report" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "embed" BOOLEAN NOT NULL DEFAULT false,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "ReportShare_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReportAlert" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "savedId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" REAL NOT NULL,
    "recipients" TEXT NOT NULL,
    "crossed" BOOLEAN NOT NULL DEFAULT false,
    "checkedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "ReportAlert_savedId_fkey" FOREIGN KEY ("savedId") REFERENCES "SavedReport" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReportMailing" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "savedId" TEXT NOT NULL,
    "every" TEXT NOT NULL,
    "recipients" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "nextAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "ReportMailing_savedId_fkey" FOREIGN KEY ("savedId") REFERENCES "SavedReport" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "SavedReport_siteId_name_key" ON "SavedReport"("siteId", "name");

-- CreateIndex
CREATE INDEX "Annotation_siteId_day_idx" ON "Annotation"("siteId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "ReportShare_id_key" ON "ReportShare"("id");

-- CreateIndex
CREATE INDEX "ReportShare_siteId_idx" ON "ReportShare"("siteId");

-- CreateIndex
CREATE INDEX "ReportAlert_savedId_idx" ON "ReportAlert"("savedId");

-- CreateIndex
CREATE INDEX "ReportMailing_nextAt_idx" ON "ReportMailing"("nextAt");

-- CreateIndex
CREATE INDEX "ReportMailing_savedId_idx" ON "ReportMailing"("savedId");
