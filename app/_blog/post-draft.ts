/** A title as the last part of an address: lower-case words joined by hyphens; '' when no letter is left. */
export const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’']/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** The text that a new post begins with; it passes the build as it is. `now` in Unix ms. */
export const postDraft = (title: string, now: number): string => `---
title: ${JSON.stringify(title)}
description: One sentence that says what a reader will know afterwards, in search results too.
published: ${new Date(now).toISOString().slice(0, 10)}
draft: true
tags: [practice]
---

The first paragraph says why anybody should read the second.

## A heading

`
