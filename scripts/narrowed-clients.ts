import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'rolldown';

const prefix = '\0narrowed:';

/**
 * Of a client of the AWS SDK, the bundle holds what our code names: `await import('@aws-sdk/client-ec2')` gives the commands and paginators whose
 * names stand anywhere in `src/`, and nothing of the hundreds of others. Seen through `import()`, a bundler would have to keep them all.
 *
 * @param src the folder of our sources
 */
export function narrowedClients(src: string): Plugin {
  const named = namesIn(src);
  return {
    name: 'narrowed-clients',
    resolveId: {
      filter: { id: /^@aws-sdk\/client-/ },
      handler(id, importer) {
        return importer?.replaceAll('\\', '/').startsWith(src.replaceAll('\\', '/')) === true ? { id: prefix + id } : null;
      },
    },
    load: {
      filter: { id: /^\0narrowed:/ },
      async handler(id) {
        const client = id.slice(prefix.length);
        const all = Object.keys((await import(client)) as object);
        // `EC2` is the client with every command, beside `EC2Client`; its name stands in many a comment.
        const kept = all.filter((name) => named.has(name) && name !== 'default' && !all.includes(`${name}Client`));
        return `export { ${kept.join(', ')} } from ${JSON.stringify(client)};`;
      },
    },
  };
}

/** Every word of the sources that could be the name of an export. */
function namesIn(folder: string): ReadonlySet<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return new Set(files.flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').match(/\b[A-Za-z]\w+\b/g) ?? []));
}
