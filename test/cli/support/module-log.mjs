// For `node --import`: writes the URL of every module that is asked for, one a line, to the file that MODULE_LOG names.
import { register } from 'node:module';

const hooks = `
import { appendFileSync } from 'node:fs';
export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  appendFileSync(process.env.MODULE_LOG, found.url + '\\n');
  return found;
}`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`);
