import { objectsIn } from './described-source.ts';
import { textOf, type JsonObject } from './json-object.ts';
import type { FileContext } from './source.ts';

/** Of the scripts only a hash and a count stay. */
export function scriptsOf(answer: JsonObject, { script }: FileContext): object {
  const hooks = (member: string) => (objectsIn(answer, member) ?? []).map((hook) => script(textOf(hook, 'Content')));
  return { OnCreate: hooks('OnCreate'), OnStart: hooks('OnStart') };
}
