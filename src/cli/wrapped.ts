import { wrap } from '../reporters/wrap.ts';

const listItem = /^(\s*(?:[-*]|\d+\.)\s+)/;

/** Markdown as the checks use it, for the terminal: paragraphs and list items are filled anew, code blocks are left alone. */
export function wrapped(markdown: string, width: number): string {
  return blocks(markdown)
    .map((block) => (block.verbatim ? block.text : fill(block.text, width)))
    .join('\n');
}

interface Block {
  readonly text: string;
  readonly verbatim: boolean;
}

/** Lines that belong together: a paragraph, a list item with what follows it, a line of code, an empty line. */
function blocks(markdown: string): readonly Block[] {
  const found: Block[] = [];
  let paragraph: string[] = [];
  let inCode = false;
  const flush = (): void => {
    if (paragraph.length > 0) found.push({ text: paragraph.join(' '), verbatim: false });
    paragraph = [];
  };
  for (const line of markdown.trim().split('\n')) {
    const fence = line.trimStart().startsWith('```');
    if (fence || inCode || line.trim() === '') {
      flush();
      if (!fence) found.push({ text: inCode ? `    ${line}` : '', verbatim: true });
      if (fence) inCode = !inCode;
    } else {
      if (listItem.test(line)) flush();
      paragraph.push(paragraph.length === 0 ? line.trimEnd() : line.trim());
    }
  }
  flush();
  return found;
}

/** Long words, such as URLs, stay whole: they are copied. */
function fill(text: string, width: number): string {
  const lead = listItem.exec(text)?.[1] ?? '';
  const lines = wrap(text.slice(lead.length), Math.max(20, width - lead.length), { tear: false });
  return lead + lines.join(`\n${' '.repeat(lead.length)}`);
}
