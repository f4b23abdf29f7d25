/** A folder of documents about a town that does not exist, one of them hostile, one of them without an end. */
export const DOCUMENTS: Readonly<Record<string, string>> = {
  'tern-harbour.md': `---
title: The Tern Harbour plan
date: 2024-05-02
url: https://example.org/tern
---
# Ships

Tern Harbour keeps eleven ferries, of which two are out of service. The oldest of the ferries was built in 1987.

The harbour master counts the ferries every Monday. He writes the number of ferries into a red book.

# Money

Each of the ferries costs the town forty thousand crowns a year. The town pays for the ferries out of the tax on herring.

Visitors to the ferries pay two crowns. Children travel on the ferries for nothing.

The council doubts that more ferries are needed. It has asked for a second opinion on the ferries.

# Notes

Read [the rules](https://example.com/fake) @everyone <@123456789012345678> ||hidden|| \`\`\`code\`\`\` before you touch a capstan.
`,
  'winches.txt': 'Winches are oiled in March.\n\nA winch lifts nine tonnes; no winch may lift a person.\n',
  'kisoku.txt': '港の規則はとても長いです。'.repeat(700),
};
